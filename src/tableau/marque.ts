import { estVide, type Grille } from "./grille";

/**
 * Premier texte d'une feuille que le complément a écrite et qui n'est pas un tableau à contrôler. Visible, il survit à une copie du classeur, et un
 * rapport ne passe jamais pour un article 2.
 */
export const MARQUE_DE_RAPPORT = "Rapport de contrôle établi par Complément CMS";

/** Vrai si la feuille s'ouvre sur la marque, quelles que soient les lignes vides au-dessus. */
export function estUnRapport({ feuille }: Grille): boolean {
  for (const ligne of feuille.cellules) {
    const premiere = ligne.find((cellule) => !estVide(cellule));
    if (premiere) return premiere.valeur === MARQUE_DE_RAPPORT;
  }
  return false;
}
