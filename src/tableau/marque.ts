import { estVide, type Grille } from "./grille";

/**
 * Premier texte d'une feuille que le complément a écrite et qui n'est pas un tableau à contrôler. Visible, il survit à une copie du classeur, et un
 * rapport ne passe jamais pour un article 2.
 */
export const MARQUE_DE_RAPPORT = "Rapport de contrôle établi par Complément CMS";
export const MARQUE_DE_BILAN = "Bilan triennal établi par Complément CMS";

const MARQUES: readonly unknown[] = [MARQUE_DE_RAPPORT, MARQUE_DE_BILAN];

/** Vrai si la feuille s'ouvre sur une marque, quelles que soient les lignes vides au-dessus. */
export function estUnRapport({ feuille }: Grille): boolean {
  for (const ligne of feuille.cellules) {
    const premiere = ligne.find((cellule) => !estVide(cellule));
    if (premiere) return MARQUES.includes(premiere.valeur);
  }
  return false;
}
