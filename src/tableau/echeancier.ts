import { normaliserTitre } from "./textes";

const DUREE = 3;
const PREMIERE_ANNEE = 2002;
const TOTAL = /\b(total|cumul|somme|ensemble|triennal\w*|3 ans)\b/i;
const ANNEE = /\b20\d\d\b/;
/** Ce que le titre d'un échéancier dit sans préciser de quoi. */
const SANS_OBJET =
  /\b(program\w*|echeancier|calendrier|trajectoire|repartition|ventilation|previ\w*|annuel\w*|annees?|ans?|triennal\w*|periode|production|logements?|lgts?|lls|sociaux|total|cumul|somme|ensemble|dont|objectifs?|obj|en|par|de|des|du|l|d|la|le|les|nb|nombre)\b/g;
const DU_CONTRAT =
  /^(|legal|legaux|avant|apres|droit|commun|cms|contrats?|retenue?s?|mutualis\w*|abaiss\w*|engagements?|contractualis\w*|amenag\w*)$/;

/**
 * Un échéancier donne une colonne à chacune des trois années d'une période, et une autre à leur total : c'est le total qui porte l'objectif.
 * Rend, à la place de ce total, un titre qui le dit ; `null` si la colonne `j` n'en est pas un.
 */
export function titreDEcheancier(titres: readonly string[], j: number): string | null {
  const titre = titres[j] ?? "";
  if (!TOTAL.test(titre) || !TOTAL.test(dernierMot(titre))) return null;
  const annees = [j - DUREE, j + 1]
    .map((debut) => titres.slice(Math.max(0, debut), Math.max(0, debut + DUREE)))
    .find(sontLesAnnees);
  if (!annees) return null;
  const dit = simplifier(`${titre} ${annees[0] ?? ""}`);
  return dit.split(" ").every((mot) => DU_CONTRAT.test(mot)) ? `Objectif ${dit}`.trim() : null;
}

function dernierMot(titre: string): string {
  return normaliserTitre(titre.slice(titre.lastIndexOf("›") + 1));
}

/** « 2026 », « 2027 », « 2028 » : les trois années d'une période triennale. */
function sontLesAnnees(titres: readonly string[]): boolean {
  const premiere = Number(ANNEE.exec(dernierMot(titres[0] ?? ""))?.[0] ?? 0);
  return (
    premiere >= PREMIERE_ANNEE &&
    (premiere - PREMIERE_ANNEE) % DUREE === 0 &&
    titres.length === DUREE &&
    titres.every((titre, k) => Number(ANNEE.exec(dernierMot(titre))?.[0]) === premiere + k)
  );
}

function simplifier(titre: string): string {
  return normaliserTitre(titre)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(SANS_OBJET, " ")
    .replace(/\b\d+\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
