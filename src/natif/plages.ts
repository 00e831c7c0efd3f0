const PLAGE = /^(?:.*!)?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i;

/**
 * Des plages de cellules de tailles différentes ? Une cellule seule vaut pour toutes les lignes. Sans ce refus, Excel répéterait
 * une colonne, ou croiserait une ligne et une colonne, là où la fonction refuse.
 */
export function plagesInegales(arguments_: readonly string[]): boolean {
  const tailles = arguments_.flatMap((argument) => {
    const taille = tailleDe(argument.trim());
    return taille === undefined || taille === "1x1" ? [] : [taille];
  });
  return new Set(tailles).size > 1;
}

function tailleDe(argument: string): string | undefined {
  const [, gauche, haut, droite, bas] = PLAGE.exec(argument) ?? [];
  if (!gauche || !haut || !droite || !bas) return undefined;
  const lignes = Math.abs(Number(bas) - Number(haut)) + 1;
  const colonnes = Math.abs(rangDe(droite) - rangDe(gauche)) + 1;
  return `${lignes}x${colonnes}`;
}

function rangDe(lettres: string): number {
  return [...lettres.toUpperCase()].reduce(
    (rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64,
    0
  );
}
