import type { ContexteDeControle } from "../controle";
import type { Scalaire } from "../feuilles";
import { normaliserMot } from "../regles";
import {
  ditVide,
  estErreur,
  lireNombreEcrit,
  lireReponse,
  normaliserTitre,
  periodeDe,
  type ValeurDeCellule,
} from "../tableau";
import { admettre, type Question } from "./questions";

type Reponse = NonNullable<ContexteDeControle[keyof ContexteDeControle]>;

/**
 * Ce que dit une cellule de réponse, si elle ne se lit que d'une façon ; `null` : elle est vide (un tiret aussi) ; `undefined` : elle ne se lit pas.
 */
export function lireCellule(
  { cle, nature }: Question,
  valeur: ValeurDeCellule
): Reponse | null | undefined {
  if (valeur === null || (typeof valeur === "string" && ditVide(valeur))) return null;
  if (estErreur(valeur)) return undefined;
  const texte = normaliserTitre(String(valeur));
  switch (nature) {
    case "oui-non":
      return admettre(cle, typeof valeur === "boolean" ? valeur : ouiOuNon(texte));
    case "avis":
      return admettre(cle, avisDe(texte));
    case "noms":
    case "accords":
      return admettre(cle, nomsDe(valeur, texte, nature === "accords"));
    case "rang":
    case "effectif":
      return admettre(cle, typeof valeur === "number" ? valeur : entierDe(texte, nature));
    case "periode":
      return admettre(cle, typeof valeur === "string" ? periodeDe(texte) : undefined);
  }
}

/** Une réponse telle que la cellule la porte ; `lireCellule` la relit à l'identique. */
export function ecrireReponse({ nature }: Question, reponse: Reponse): Scalaire {
  if (typeof reponse === "number") return reponse;
  if (typeof reponse === "boolean") {
    if (nature === "avis") return reponse ? "Rendu" : "Non rendu";
    return reponse ? "Oui" : "Non";
  }
  if (nature === "accords" && reponse === "tous") return "Toutes";
  if (typeof reponse === "string") return reponse.charAt(0).toUpperCase() + reponse.slice(1);
  return reponse.length === 0 ? "Aucune" : reponse.map(enUnNom).join(" ; ");
}

/** Ce qui sépare deux noms n'a pas sa place dans un nom : un titre sur deux lignes y reste un seul nom. */
function enUnNom(nom: string): string {
  return nom.replace(/[\s;,]+/g, " ").trim();
}

const OUI: readonly string[] = ["1", "o", "ok", "oui", "true", "vrai", "x", "✓", "✔", "☑", "☒"];
const NON: readonly string[] = ["0", "n", "non", "false", "faux", "☐"];

function ouiOuNon(texte: string): boolean | undefined {
  if (texte === "1" || texte === "0") return texte === "1";
  const reponse = lireReponse(texte);
  return reponse === null ? undefined : reponse === "oui";
}

/** Un « oui » dit l'avis rendu, sans dire lequel. */
function avisDe(texte: string): string | boolean {
  if (OUI.includes(texte)) return true;
  return NON.includes(texte) ? false : texte.replace(/^avis /, "");
}

const AUCUNE = /^(aucune?|neant|zero|0|aucune (commune|nouvelle entrante|exemptee|carencee))$/;
const TOUTES = /^(tous|toutes|tout|toutes les communes|toutes les communes relevees)$/;
/** Ce qui s'écrit à la place d'une réponse, et ne nomme aucune commune (Pas-de-Jeu en est une). */
const ATTENTE =
  /^(a (voir|confirmer|completer|verifier|preciser)|en (attente|cours)|oui|non|sauf|tous|toutes|aucune?|pas (de|encore|tou(te)?s))\b(?!-)|^(nc|ns|nsp|na|n\/a|so|sans objet|inconnue?s?|certaines?|partiel(le(ment)?)?)$/;

/** Une liste de noms ou de codes INSEE ; « tous » si la question l'admet. Un mot qui n'est pas un nom rend la cellule illisible. */
function nomsDe(
  valeur: string | number | boolean,
  texte: string,
  tousAdmis: boolean
): string[] | string | undefined {
  if (AUCUNE.test(texte)) return [];
  if (tousAdmis && (TOUTES.test(texte) || (OUI.includes(texte) && texte !== "1"))) return "tous";
  // Un code INSEE tapé dans une cellule a perdu son zéro de tête.
  if (typeof valeur === "number") return estUnCode(valeur) ? [enCode(valeur)] : undefined;
  const noms = String(valeur)
    .split(/[;,\r\n]+/)
    .map(enUnNom)
    .filter((nom) => nom !== "");
  return noms.length > 0 && noms.every(peutNommer) ? noms : undefined;
}

function peutNommer(nom: string): boolean {
  const texte = normaliserTitre(nom);
  if (ATTENTE.test(texte) || TOUTES.test(texte) || AUCUNE.test(texte)) return false;
  if (OUI.includes(texte) || NON.includes(texte)) return false;
  return /\p{L}/u.test(nom) || /^\d{5}$/.test(nom);
}

function estUnCode(valeur: number): boolean {
  return Number.isInteger(valeur) && valeur >= 1000 && valeur <= 99_999;
}

function enCode(valeur: number): string {
  return String(valeur).padStart(5, "0");
}

/** « 2 », « 2e » pour un rang ; « 2 400 », « 2 400 logements » pour un objectif. */
function entierDe(texte: string, nature: "rang" | "effectif"): number | undefined {
  const lu = lireNombreEcrit(texte);
  if (!lu) return undefined;
  const attendue = nature === "rang" ? "rang" : "logements";
  return lu.suite === null || lu.suite === attendue ? lu.valeur : undefined;
}

/** Le même contenu, casse et accents mis à part : une réponse n'est pas récrite pour une majuscule. */
export function estLaMemeReponse(une: Reponse | undefined, autre: Reponse | undefined): boolean {
  return cleDe(une) === cleDe(autre);
}

function cleDe(reponse: Reponse | undefined): string {
  if (reponse === undefined) return "";
  const mots = typeof reponse === "object" ? reponse : [String(reponse)];
  return `${typeof reponse}/${mots.map(normaliserMot).join("/")}`;
}
