import { normaliserTitre } from "./textes";

/** Ce qui suit un nombre écrit en texte. */
type Suite = "%" | "points" | "logements" | "habitants" | "rang";

export interface NombreEcrit {
  valeur: number;
  suite: Suite | null;
}

/** Groupes de trois chiffres séparés d'une espace (même insécable ou fine), virgule ou point décimal. */
const NOMBRE = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?(?: ?([^\d\s.,+-].*))?$/;

/** Mille ou un ? Un point devant trois chiffres, une virgule devant trois zéros ; un taux ou des points n'ont pas de milliers. */
const EQUIVOQUE = /^[+-]?[1-9]\d{0,2}(\.\d{3}|,000)(?!\d| ?%| ?p)/i;

const SUITES: readonly [Suite, RegExp][] = [
  ["%", /^(%|pour cent|p\. ?100)$/i],
  ["points", /^(points?|pts?\.?)( de %| de pourcentage)?$/i],
  [
    "logements",
    /^(lls|ls|lgts?\.?|logts?\.?|logements?)( (locatifs? )?(soc\.|sociaux|social|manquants?))?$/i,
  ],
  ["rang", /^(re|ere|ère|er|e|eme|ème|nde?)( p[eé]riode)?$/i],
  ["habitants", /^(hab\.?|habitants?)$/i],
];

/**
 * Le nombre qu'écrit un texte, s'il n'y a qu'une façon de le lire : « 1 234 », « 33,5 % », « 165 lgts ». `null` pour tout le reste : « env. 120 »,
 * « NC », « 12 34 », « 500* » ne sont pas devinés.
 */
export function lireNombreEcrit(texte: string): NombreEcrit | null {
  if (!/\d/.test(texte)) return null;
  const propre = texte
    .replace(/[\u200b\u2060]/g, "")
    .replace(/[\u2212\u2010-\u2013]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (EQUIVOQUE.test(propre)) return null;
  const [, signe, entiers, decimales, reste] = NOMBRE.exec(propre) ?? [];
  if (entiers === undefined) return null;
  const suite = reste === undefined ? null : SUITES.find(([, motif]) => motif.test(reste))?.[0];
  if (suite === undefined) return null;
  const valeur = Number(`${signe ?? ""}${entiers.replaceAll(" ", "")}.${decimales ?? "0"}`);
  return Number.isFinite(valeur) ? { valeur, suite } : null;
}

const SANS_OBJET =
  /^(s\.?\s?o\.?|sans objet|neant|non (soumise?|deficitaire|concernee?|assujettie?)|hors (contrat|cms|sru)|exempte?e?)$/;

/** « sans objet », « so », « exemptée » à la place d'un nombre : il n'y en a pas. « NC », « n/a » ne le disent pas. */
export function ditSansObjet(texte: string): boolean {
  return SANS_OBJET.test(normaliserTitre(texte));
}

/** Un tiret, une barre : la cellule dit qu'il n'y a rien. */
export function ditVide(texte: string): boolean {
  return /^[\s\u200b\u2060]*[-\u2010-\u2015\u2212/]?[\s\u200b\u2060]*$/.test(texte);
}
