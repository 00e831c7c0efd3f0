import { convertirFormule } from "../natif";
import { typographier } from "../redaction";
import type { Contenu, Formule, Scalaire } from "./plan";

/**
 * Ce que portent les cellules : des formules du complément, des formules ordinaires, que tout tableur calcule sans lui, ou des valeurs, qui
 * ne changent plus.
 */
export type FormeDesFormules = "complement" | "ordinaires" | "valeurs";

/** Un blanc de la trame, là où un nombre manque. */
export const A_PRECISER = "[à préciser]";

/** Un nombre ou un texte, et la formule qui le donne, sans « = » ; `null` s'il n'y en a pas. */
export interface Calcul {
  formule: string | null;
  valeur: Scalaire;
}

/** Un texte coupé entre deux mots : Excel en refuse plus de 255 signes d'un tenant dans une formule. */
const BOUTS = /.{1,249}(?:\s|$)|.{1,250}/gsu;

export function ecrireCellule(forme: FormeDesFormules, { formule, valeur }: Calcul): Contenu {
  const [contenu = null] = [ecrireColonne(forme, formule, [valeur])].flat();
  return contenu;
}

/** Les lignes d'une colonne : une formule, étalée s'il y en a plusieurs, ou leurs valeurs l'une sous l'autre. */
export function ecrireColonne(
  forme: FormeDesFormules,
  formule: string | null,
  valeurs: Scalaire[]
): Formule | Scalaire[] {
  const texte = formule === null || valeurs.includes(null) ? null : enFormule(forme, formule);
  return texte === null ? valeurs : { formule: texte, valeurs: valeurs.map((v) => [v]) };
}

/** Une phrase dont les nombres se recalculent ; un nombre inconnu y reste un blanc. */
export function ecrirePhrase(
  forme: FormeDesFormules,
  morceaux: readonly (string | Calcul)[]
): Contenu {
  const textes = morceaux.map((m) => (typeof m === "string" ? typographier(m) : dire(m.valeur)));
  const formules = morceaux.map((morceau, rang) => {
    if (typeof morceau === "string") return citer(textes[rang] ?? "");
    const connu = morceau.valeur !== null && morceau.valeur !== A_PRECISER;
    return connu ? morceau.formule : citer(A_PRECISER);
  });
  const vivante = formules.every((formule) => formule !== null);
  return ecrireCellule(forme, {
    formule: vivante ? formules.join("&") : null,
    valeur: textes.join(""),
  });
}

/** Le texte qui reste dans la cellule si `test`, une comparaison, est vrai, et sinon l'autre. */
export function ecrireChoix(
  forme: FormeDesFormules,
  test: string,
  vrai: boolean,
  [oui, non]: readonly [string, string]
): Contenu {
  return ecrireCellule(forme, {
    formule: `IF(${test},${citer(oui)},${citer(non)})`,
    valeur: vrai ? oui : non,
  });
}

/** La somme d'une colonne ; un blanc tant qu'une de ses lignes n'a pas de nombre. */
export function sommer(plage: string, valeurs: readonly Scalaire[]): Calcul {
  const nombres = valeurs.filter((valeur) => typeof valeur === "number");
  if (nombres.length < valeurs.length) {
    return {
      formule: `IF(COUNT(${plage})=ROWS(${plage}),SUM(${plage}),"${A_PRECISER}")`,
      valeur: A_PRECISER,
    };
  }
  return { formule: `SUM(${plage})`, valeur: nombres.reduce((total, nombre) => total + nombre, 0) };
}

/** Une fraction, à dire en pour-cent au dixième près. */
export function enPourcent({ formule, valeur }: Calcul): Calcul {
  return {
    formule: formule === null ? null : `ROUND(100*${formule},1)`,
    // 0,2505 × 1000 vaut 250,49999… en flottant.
    valeur:
      typeof valeur === "number" ? Math.round(Number((valeur * 1000).toPrecision(12))) / 10 : null,
  };
}

function enFormule(forme: FormeDesFormules, formule: string): string | null {
  if (forme === "valeurs") return null;
  if (forme === "complement") return `=${formule}`;
  const convertie = convertirFormule(`=${formule}`, false);
  return convertie.restants.length > 0 ? null : convertie.formule;
}

function dire(valeur: Scalaire): string {
  if (valeur === null) return A_PRECISER;
  return typeof valeur === "number" ? String(valeur).replace(".", ",") : String(valeur);
}

function citer(texte: string): string {
  const bouts = texte.match(BOUTS) ?? [""];
  return bouts.map((bout) => `"${bout.replaceAll('"', '""')}"`).join("&");
}
