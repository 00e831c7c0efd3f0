export interface Plage {
  /** Comptés à partir de 0, bornes comprises. */
  haut: number;
  gauche: number;
  bas: number;
  droite: number;
}

/** Dernière ligne et dernière colonne d'une feuille Excel, comptées à partir de 0. */
export const DERNIERE_LIGNE = 1_048_575;
export const DERNIERE_COLONNE = 16_383;

/** Numéro d'une colonne, à partir de 0 : « A » → 0, « AB » → 27. */
export function numeroDeColonne(lettres: string): number {
  let numero = 0;
  for (const lettre of lettres) numero = numero * 26 + lettre.charCodeAt(0) - 64;
  return numero - 1;
}

/** Lit « B4 » ou « B4:D9 » (dollars admis) ; `undefined` si ce n'en est pas une ou qu'elle sort de la feuille. */
export function lirePlage(adresse: string): Plage | undefined {
  const [debut, fin = debut, ...reste] = adresse.replaceAll("$", "").split(":").map(lireCellule);
  if (!debut || !fin || reste.length > 0) return undefined;
  return {
    haut: Math.min(debut.ligne, fin.ligne),
    gauche: Math.min(debut.colonne, fin.colonne),
    bas: Math.max(debut.ligne, fin.ligne),
    droite: Math.max(debut.colonne, fin.colonne),
  };
}

/** Lit « B4 », sans dollar. Signe par signe : une feuille en a des milliers. */
export function lireCellule(adresse: string): { ligne: number; colonne: number } | undefined {
  let lettres = 0;
  while (lettres < 3 && estEntre(adresse.charCodeAt(lettres), "A", "Z")) lettres += 1;
  let chiffres = lettres;
  while (chiffres < lettres + 7 && estEntre(adresse.charCodeAt(chiffres), "0", "9")) chiffres += 1;
  if (lettres === 0 || chiffres === lettres || chiffres < adresse.length) return undefined;
  const ligne = Number(adresse.slice(lettres)) - 1;
  const colonne = numeroDeColonne(adresse.slice(0, lettres));
  const dedans = ligne >= 0 && ligne <= DERNIERE_LIGNE && colonne <= DERNIERE_COLONNE;
  return dedans ? { ligne, colonne } : undefined;
}

function estEntre(code: number, premier: string, dernier: string): boolean {
  return code >= premier.charCodeAt(0) && code <= dernier.charCodeAt(0);
}
