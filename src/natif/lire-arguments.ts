/**
 * La lecture d'un argument dans une formule native : ce qui le fait refuser, et sa valeur. Mêmes règles que `regles` : une cellule
 * vide ou un texte vide vaut 0, un nombre écrit en texte est refusé, tout se lit au millionième.
 *
 * Un texte est plus grand que tout nombre : le test du maximum le refuse. VRAI aussi dans Excel, mais pas dans LibreOffice, où c'est
 * le nombre 1 : d'où ISLOGICAL.
 */
import { DEMI, MOINS_DEMI, nombre, si } from "./ecrire-formule";

export interface Lu {
  /** Tests à additionner : l'argument est refusé si l'un est vrai, ou en erreur. */
  refus: readonly string[];
  /** Ne vaut que si l'argument n'est pas refusé. */
  valeur: string;
}

/** Un nombre ; un texte vide y devient 0. À n'employer qu'une fois les autres textes refusés. */
export function zeroSiVide(x: string): string {
  return si(`${x}=""`, "0", x);
}

/** Un nombre positif ou nul, d'au plus `maximum`, au millionième. */
export function positif(x: string, maximum: number): Lu {
  return {
    refus: [`ISLOGICAL(${x})`, ...refusDuPositif(x, maximum)],
    valeur: `ROUND(${zeroSiVide(x)},6)`,
  };
}

/** Les refus d'un nombre de 0 à `maximum`, la valeur logique mise à part. */
export function refusDuPositif(x: string, maximum: number): string[] {
  return [negatif(x), auDela(x, nombre(maximum + DEMI))];
}

/** Un entier positif ou nul, d'au plus `maximum`. */
export function effectif(x: string, maximum: number): Lu {
  return effectifSous(x, nombre(maximum + DEMI));
}

/** Un entier positif ou nul, inférieur à une borne qui peut se calculer. */
export function effectifSous(x: string, borne: string): Lu {
  return {
    refus: [`ISLOGICAL(${x})`, negatif(x), auDela(x, borne), pasEntier(zeroSiVide(x))],
    valeur: `ROUND(${zeroSiVide(x)},0)`,
  };
}

/** Un entier de 1 à `maximum` : vide, il est refusé. */
export function effectifNonNul(x: string, maximum: number): Lu {
  return {
    refus: [`ISLOGICAL(${x})`, ...refusEffectifNonNul(x, maximum)],
    valeur: `ROUND(${x},0)`,
  };
}

/** Les refus d'un entier de 1 à `maximum`, la valeur logique mise à part. */
export function refusEffectifNonNul(x: string, maximum: number): string[] {
  return [`(${x}<0.5)`, `(${x}>=${nombre(maximum + DEMI)})`, pasEntier(x)];
}

/** Un entier relatif, d'au plus `maximum` dans un sens ou dans l'autre. */
export function variation(x: string, maximum: number): Lu {
  return {
    refus: [
      `ISLOGICAL(${x})`,
      `(${x}<-${nombre(maximum + DEMI)})`,
      auDela(x, nombre(maximum + DEMI)),
      pasEntier(zeroSiVide(x)),
    ],
    valeur: `ROUND(${zeroSiVide(x)},0)`,
  };
}

/** Les refus d'une part, en fraction de 0 à `maximum`. Un texte vide n'est pas refusé. */
export function refusDeLaPart(x: string, maximum: number): string[] {
  return [`ISLOGICAL(${x})`, ...refusDuPositif(x, maximum)];
}

function negatif(x: string): string {
  return `(${x}<${MOINS_DEMI})`;
}

/** Vrai pour un nombre qui atteint la borne et pour tout texte, sauf le texte vide. */
function auDela(x: string, borne: string): string {
  return `(${x}>=${borne})*(${x}<>"")`;
}

function pasEntier(x: string): string {
  return `(MOD(ROUND(${x},6),1)<>0)`;
}

/**
 * La même formule, sans les tests que `x` ne peut manquer : `x` est un nombre ou une erreur, ni texte, ni valeur logique, ni vide. Un
 * appel dans un autre y est répété bien moins souvent.
 */
export function sachantNombre(formule: string, x: string): string {
  return [
    [`ISLOGICAL(${x})+`, ""],
    [`+ISLOGICAL(${x})`, ""],
    [`ISLOGICAL(${x})`, "0"],
    [zeroSiVide(x), x],
    [`*(${x}<>"")`, ""],
    [`(${x}="")+`, ""],
  ].reduce((texte, [inutile = "", utile = ""]) => texte.replaceAll(inutile, utile), formule);
}
