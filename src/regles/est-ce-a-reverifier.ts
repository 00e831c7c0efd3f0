import { VERIFICATION } from "./bareme";

/**
 * Vrai si la vérification du barème a plus d'un an : la loi a pu changer depuis. `jour` : « AAAA-MM-JJ », donné par l'appelant (les
 * règles ne lisent pas l'heure) ; le jour anniversaire compte comme dépassé. Durée : la nôtre, aucun texte ne la fixe.
 */
export function estCeAReverifier(jour: string): boolean {
  const [annee, ...reste] = VERIFICATION.verifieLe.split("-");
  // Écrites ainsi, les dates se rangent comme des mots.
  return jour >= [Number(annee) + 1, ...reste].join("-");
}
