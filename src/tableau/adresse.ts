/** Lettres d'une colonne comptée à partir de 0 : 0 → « A », 27 → « AB ». */
export function lettresDeColonne(colonne: number): string {
  let reste = colonne + 1;
  let lettres = "";
  while (reste > 0) {
    const rang = (reste - 1) % 26;
    lettres = String.fromCharCode(65 + rang) + lettres;
    reste = (reste - 1 - rang) / 26;
  }
  return lettres;
}

/** Adresse d'une cellule, ligne et colonne comptées à partir de 0 : (3, 1) → « B4 ». */
export function adresseDe(ligne: number, colonne: number): string {
  return `${lettresDeColonne(colonne)}${ligne + 1}`;
}

/** Adresse d'une plage ; une seule cellule s'écrit sans deux-points. */
export function plageDe(ligne: number, colonne: number, lignes: number, colonnes: number): string {
  const debut = adresseDe(ligne, colonne);
  if (lignes === 1 && colonnes === 1) return debut;
  return `${debut}:${adresseDe(ligne + lignes - 1, colonne + colonnes - 1)}`;
}

/** Nom de feuille prêt pour une formule : toujours entre apostrophes, celles du nom doublées. */
export function nomPourFormule(feuille: string): string {
  return `'${feuille.replaceAll("'", "''")}'`;
}
