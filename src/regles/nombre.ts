/**
 * Arithmétique exacte sur les décimaux, et les arrondis offerts à l'utilisateur (arbitrage 6). Les règles qui partagent un total en
 * entiers arrondissent à leur façon : voir `partagerAuProrata`.
 *
 * Les taux sont portés en millionièmes entiers : 33 % = 330 000. Toute multiplication se fait entre entiers plus petits que 2^53,
 * et avant la division. En flottant, `0.17 * d` est faux pour 69 déficits entre 1 et 20 000.
 */

export const UNITE = 1_000_000;

/** Arrondis offerts à l'utilisateur ; par défaut à l'entier supérieur (arbitrage 3). */
export type Arrondi = "superieur" | "au plus proche" | "aucun";

/** Ramène un décimal au millionième le plus proche, en entier : 0,29 − 0,04 y vaut exactement 0,25. */
export function enMillioniemes(valeur: number): number {
  return Math.round(valeur * UNITE);
}

/** Pour-cent entiers vers millionièmes : 33 → 330 000. */
export function pourcentEnMillioniemes(pourcent: number): number {
  return pourcent * (UNITE / 100);
}

/** Exacte pour des entiers ; des décimaux se somment en millionièmes. */
export function sommer(nombres: readonly number[]): number {
  return nombres.reduce((somme, nombre) => somme + nombre, 0);
}

/** Plus petit entier ≥ `nombre` × `taux` ; `nombre` entier ≥ 0, `taux` en millionièmes ≥ 0, produit < 2^53. */
export function partSuperieure(nombre: number, taux: number): number {
  const produit = nombre * taux;
  const reste = produit % UNITE;
  return (produit - reste) / UNITE + (reste > 0 ? 1 : 0);
}

/** Plus grand entier ≤ `nombre` × `taux` ; `nombre` ≥ 0, décimal admis au millionième, `taux` en millionièmes ≥ 0, produit < 2^53. */
export function partInferieure(nombre: number, taux: number): number {
  const entier = Math.floor(nombre);
  const produit = entier * taux + Math.floor((enMillioniemes(nombre - entier) * taux) / UNITE);
  return (produit - (produit % UNITE)) / UNITE;
}

/** Entier le plus proche de `nombre` × `taux` ; la demie va vers le haut. */
export function partAuPlusProche(nombre: number, taux: number): number {
  const produit = nombre * taux;
  const reste = produit % UNITE;
  return (produit - reste) / UNITE + (2 * reste >= UNITE ? 1 : 0);
}

/** `nombre` × `taux`, arrondi comme demandé ; sans arrondi, au millionième. */
export function arrondirPart(nombre: number, taux: number, arrondi: Arrondi): number {
  switch (arrondi) {
    case "superieur":
      return partSuperieure(nombre, taux);
    case "au plus proche":
      return partAuPlusProche(nombre, taux);
    case "aucun":
      return (nombre * taux) / UNITE;
  }
}
