/**
 * De quoi écrire une formule qu'Excel 2016 et suivants, et LibreOffice 7.4 et suivants, calculent pareil, en écriture internationale.
 * Tout y supporte une plage : ni AND, ni OR, ni MAX, qui la réduiraient à une valeur ; des tests s'additionnent ou se multiplient.
 */

import type { Saisie } from "../regles";

/**
 * De quoi rendre #VALEUR!, dans les deux tableurs et sous tous leurs réglages. L'erreur écrite telle quelle empêche LibreOffice de
 * recalculer ensemble les formules d'une colonne : six fois plus lent.
 */
export const REFUS = 'VALUE("x")';

/**
 * Un demi-millionième : deux nombres plus proches que cela sont le même (arbitrage 6). À cette distance exactement d'une borne
 * (4,0000005 point), la formule et la fonction peuvent arrondir chacune de son côté.
 */
export const DEMI = 0.0000005;

/** Moins un demi-millionième. Entre parenthèses, car le classeur d'essai (Univer) lit « -0.0000005 » comme un texte. */
export const MOINS_DEMI = `-(${nombre(DEMI)})`;

/** Un nombre en décimal, sans exposant, à sept décimales au plus. */
export function nombre(valeur: number): string {
  return valeur.toFixed(7).replace(/\.?0+$/, "");
}

export function si(test: string, alors: string, sinon: string): string {
  return `IF(${test},${alors},${sinon})`;
}

/** Une formule qui refuse si l'un des tests est vrai. Une erreur dans un test est aussi un refus. */
export function refuserSi(tests: readonly string[], sinon: string): string {
  return si(tests.join("+"), REFUS, sinon);
}

/**
 * L'entier supérieur d'un nombre positif déjà arrondi. Ni ROUNDUP ni ROUNDDOWN : LibreOffice 7.4 n'y regarde que douze chiffres, et
 * fait de 299 999,9999997 l'entier 300 000 dans les deux sens.
 */
export function entierSuperieur(x: string): string {
  return `CEILING(${x},1)`;
}

/** Au-delà du dernier seuil d'une table : un texte, dont tout calcul fait une erreur. */
export const HORS_TABLE = '"x"';

type Seuils = readonly (readonly [seuil: number, valeur: string])[];

/**
 * La valeur du plus grand seuil atteint ; sous le premier, une erreur. Les seuils tombent entre deux millionièmes : `x` se compare sans
 * être arrondi, et un texte n'y devient jamais un nombre.
 *
 * Un argument simple se compare, seuil par seuil : c'est plus vite recalculé, et une mise en forme conditionnelle n'admet pas de matrice
 * de constantes. Un argument calculé n'est écrit qu'une fois, et se cherche dans une table.
 */
export function table(x: string, seuils: Seuils): string {
  const utiles = seuils.filter(([, valeur], rang) => valeur !== seuils[rang - 1]?.[1]);
  if (SANS_OPERATEUR.test(x)) return comparer(x, REFUS, utiles);
  const bornes = utiles.map(([seuil]) => nombre(seuil));
  const valeurs = utiles.map(([, valeur]) => valeur);
  return `LOOKUP(${x},{${bornes.join(",")}},{${valeurs.join(",")}})`;
}

/** Des SI emboîtés, aussi peu profonds que possible. `dessous` : la valeur sous le premier seuil. */
function comparer(x: string, dessous: string, seuils: Seuils): string {
  const milieu = Math.floor(seuils.length / 2);
  const pivot = seuils[milieu];
  if (!pivot) return dessous;
  const [seuil, valeur] = pivot;
  return si(
    `${x}<${nombre(seuil)}`,
    comparer(x, dessous, seuils.slice(0, milieu)),
    comparer(x, valeur, seuils.slice(milieu + 1))
  );
}

/** Un argument qu'on peut poser à côté d'un opérateur : une référence, un nom ou un littéral ; le reste se met entre parenthèses. */
export function poser(argument: string): string {
  return SANS_OPERATEUR.test(argument) ? argument : `(${argument})`;
}

// \p{Co} : le repère d'une référence dans un gabarit.
const SANS_OPERATEUR =
  /^(?:\p{Co}|[\p{L}\p{N}_.$:!@#?\\]+%?|"(?:[^"]|"")*"|\{[^{}]*\}|#[A-Z/0!?]+)$/u;

/** Un littéral d'une formule, tel qu'une cellule le porterait, ou `undefined` si l'argument est à calculer. */
export function lireLitteral(argument: string): Saisie | undefined {
  if (argument === "") return null;
  if (/^"(?:[^"]|"")*"$/.test(argument)) return argument.slice(1, -1).replaceAll('""', '"');
  if (/^(?:TRUE|FALSE)$/i.test(argument)) return argument.toUpperCase() === "TRUE";
  const [, chiffres, pourcent] = /^(-?[\d.]+)(%?)$/.exec(argument) ?? [];
  if (chiffres === undefined) return undefined;
  return pourcent ? Number(chiffres) / 100 : Number(chiffres);
}
