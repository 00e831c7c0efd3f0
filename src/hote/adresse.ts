/** Adresses A1 et rectangles de cellules. */

/** Rectangle compté à partir de 0. */
export interface Zone {
  ligne: number;
  colonne: number;
  hauteur: number;
  largeur: number;
}

export const LIGNES_MAX = 1_048_576;
export const COLONNES_MAX = 16_384;

function nomDeColonne(colonne: number): string {
  let nom = "";
  for (let reste = colonne + 1; reste > 0; reste = Math.floor((reste - 1) / 26)) {
    nom = String.fromCharCode(65 + ((reste - 1) % 26)) + nom;
  }
  return nom;
}

function numeroDeColonne(nom: string): number {
  return [...nom.toUpperCase()].reduce((n, lettre) => n * 26 + lettre.charCodeAt(0) - 64, 0) - 1;
}

/** « A1 », « A1:B2 », « A:C » ou « 1:3 », avec ou sans `$` ; `null` si ce n'est pas une adresse. */
export function lireZone(adresse: string): Zone | null {
  const nue = adresse.replace(/\$/g, "");
  const cellules = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(nue);
  if (cellules) {
    const [, c1 = "", l1 = "", c2 = c1, l2 = l1] = cellules;
    return entre(Number(l1) - 1, numeroDeColonne(c1), Number(l2) - 1, numeroDeColonne(c2));
  }
  const colonnes = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(nue);
  if (colonnes) {
    const [, c1 = "", c2 = ""] = colonnes;
    return entre(0, numeroDeColonne(c1), LIGNES_MAX - 1, numeroDeColonne(c2));
  }
  const lignes = /^(\d+):(\d+)$/.exec(nue);
  if (!lignes) return null;
  return entre(Number(lignes[1]) - 1, 0, Number(lignes[2]) - 1, COLONNES_MAX - 1);
}

function entre(l1: number, c1: number, l2: number, c2: number): Zone {
  return {
    ligne: Math.min(l1, l2),
    colonne: Math.min(c1, c2),
    hauteur: Math.abs(l2 - l1) + 1,
    largeur: Math.abs(c2 - c1) + 1,
  };
}

/** « A1:B2 », « A:C » ou « 1:3 », sans nom de feuille. */
export function ecrireZone({ ligne, colonne, hauteur, largeur }: Zone): string {
  const derniereColonne = nomDeColonne(colonne + largeur - 1);
  if (hauteur >= LIGNES_MAX) return `${nomDeColonne(colonne)}:${derniereColonne}`;
  if (largeur >= COLONNES_MAX) return `${ligne + 1}:${ligne + hauteur}`;
  const debut = `${nomDeColonne(colonne)}${ligne + 1}`;
  return hauteur * largeur === 1 ? debut : `${debut}:${derniereColonne}${ligne + hauteur}`;
}

/** « A1:B2 » → « $A$1:$B$2 ». */
export function absolue(adresse: string): string {
  return adresse.replace(/\$/g, "").replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** Nom de feuille, entre apostrophes s'il le faut. */
export function citerFeuille(nom: string): string {
  return /^[A-Za-z_\u00c0-\u024f][\w.\u00c0-\u024f]*$/.test(nom)
    ? nom
    : `'${nom.replace(/'/g, "''")}'`;
}

/** « 'Étude 1'!A1 » → feuille « Étude 1 », adresse « A1 ». */
export function separerFeuille(reference: string): { feuille?: string; adresse: string } {
  const nue = reference.replace(/^=/, "");
  const rang = nue.lastIndexOf("!");
  if (rang < 0) return { adresse: nue };
  const feuille = nue.slice(0, rang).replace(/^'|'$/g, "").replace(/''/g, "'");
  return { feuille, adresse: nue.slice(rang + 1) };
}

/** Rectangle commun, ou `null`. */
export function intersection(a: Zone, b: Zone): Zone | null {
  const ligne = Math.max(a.ligne, b.ligne);
  const colonne = Math.max(a.colonne, b.colonne);
  const hauteur = Math.min(a.ligne + a.hauteur, b.ligne + b.hauteur) - ligne;
  const largeur = Math.min(a.colonne + a.largeur, b.colonne + b.largeur) - colonne;
  return hauteur > 0 && largeur > 0 ? { ligne, colonne, hauteur, largeur } : null;
}

/** Tableau de mêmes dimensions que la zone, calculé cellule par cellule. */
export function remplir<T>(zone: Zone, calculer: (ligne: number, colonne: number) => T): T[][] {
  return Array.from({ length: zone.hauteur }, (_, i) =>
    Array.from({ length: zone.largeur }, (__, j) => calculer(zone.ligne + i, zone.colonne + j))
  );
}
