// « Feuil1:Feuil3!A1 » désigne plusieurs feuilles : pas de deux-points avant le point d'exclamation.
const PLAGE = /^(?:[^:]*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;
const COLONNES = /^(?:[^:]*!)?\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const LIGNES = /^(?:[^:]*!)?\$?(\d+):\$?(\d+)$/;

const LIGNES_D_UNE_FEUILLE = 1_048_576;
const COLONNES_D_UNE_FEUILLE = 16_384;

/** La taille d'une cellule seule. */
export const UNE_CELLULE = "1x1";

/**
 * Des plages de cellules de tailles différentes ? Une cellule seule vaut pour toutes les lignes. Sans ce refus, Excel répéterait
 * une colonne, ou croiserait une ligne et une colonne, là où la fonction refuse.
 */
export function plagesInegales(arguments_: readonly string[]): boolean {
  const tailles = arguments_.flatMap((argument) => {
    const taille = tailleDePlage(argument.trim());
    return taille === undefined || taille === UNE_CELLULE ? [] : [taille];
  });
  return new Set(tailles).size > 1;
}

/** « 40x1 » : les lignes et les colonnes d'une référence ; `undefined` si son texte ne les dit pas (nom, tableau, calcul). */
export function tailleDePlage(reference: string): string | undefined {
  const [, gauche, haut, droite = gauche, bas = haut] = PLAGE.exec(reference) ?? [];
  if (gauche && haut && droite && bas) {
    return `${compter(haut, bas)}x${compter(rangDe(gauche), rangDe(droite))}`;
  }
  const [, premiere, derniere] = COLONNES.exec(reference) ?? [];
  if (premiere && derniere) {
    return `${LIGNES_D_UNE_FEUILLE}x${compter(rangDe(premiere), rangDe(derniere))}`;
  }
  const [, debut, fin] = LIGNES.exec(reference) ?? [];
  return debut && fin ? `${compter(debut, fin)}x${COLONNES_D_UNE_FEUILLE}` : undefined;
}

function compter(debut: string | number, fin: string | number): number {
  return Math.abs(Number(fin) - Number(debut)) + 1;
}

function rangDe(lettres: string): number {
  return [...lettres.toUpperCase()].reduce(
    (rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64,
    0
  );
}
