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

/** « B4:D9 » → « $B$4:$D$9 ». */
export function absolue(plage: string): string {
  return plage.replace(/\$?([A-Z]+)\$?(\d+)/g, "$$$1$$$2");
}

/** Nom de feuille prêt pour une formule : toujours entre apostrophes, celles du nom doublées. */
export function nomPourFormule(feuille: string): string {
  return `'${feuille.replaceAll("'", "''")}'`;
}

/** Rang, à partir de 0, d'une colonne donnée par ses lettres : « AB » → 27 ; `null` si ce n'en est pas. */
export function rangDeColonne(lettres: string): number | null {
  if (!/^[a-z]{1,3}$/i.test(lettres)) return null;
  return [...lettres.toUpperCase()].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
}

/** Un rectangle de cellules, bornes comprises, comptées à partir de 0. */
export interface Rectangle {
  haut: number;
  gauche: number;
  bas: number;
  droite: number;
}

/** Lit « A1:C2 » ou « A1 », avec ou sans « $ » ; `null` si ce n'est pas une plage. */
export function rectangleDe(plage: string): Rectangle | null {
  const coins = plage
    .replaceAll("$", "")
    .split(":")
    .map((coin) => /^([A-Z]+)(\d+)$/i.exec(coin));
  const [debut, fin = debut] = coins;
  const gauche = rangDeColonne(debut?.[1] ?? "");
  const droite = rangDeColonne(fin?.[1] ?? "");
  if (gauche === null || droite === null || coins.length > 2) return null;
  return { haut: Number(debut?.[2]) - 1, gauche, bas: Number(fin?.[2]) - 1, droite };
}
