import type { Bareme } from "../regles";
import {
  lireNombreEcrit,
  normaliserTitre,
  type LigneDeCommune,
  type ValeurDeCellule,
} from "../tableau";
import { nombreDe, type Cadre } from "./donnees";

/** Dans un titre où la période du contrat s'écrit « celle-ci ». */
const SANS_CELLE_CI =
  /\b(hors|sans( compter)?|sauf|excepte|exclu\w*|exclusion de|avant|non compris\w*) celle-ci|\bavant (la |le )?(periode|contrat|cms)\b|celle-ci (n (est|etant) )?((non|pas) (compris|inclu|compte)|exclu)/;
const AVEC_CELLE_CI =
  /\b(compris\w*|inclu\w*|comprenant|comptant|avec|dont|et) celle-ci|celle-ci (y )?(compris|inclu)/;
const PASSEES = /\b(deja|anterieur|consomm|preced|ecoul|passee?s?\b|echu|revolu|achevee|terminee)/;

/** Le rang de la période du contrat parmi celles où l'objectif est aménagé, selon sa colonne ; `null` si la cellule est vide. */
export function quelRang(
  { donnees }: LigneDeCommune,
  { tableau, bareme }: Pick<Cadre, "tableau" | "bareme">
): number | "illisible" | null {
  const donnee = donnees.periodesConsecutives;
  if (!donnee || donnee.etat === "vide") return null;
  const lu = nombreDe(donnee) ?? rangEcrit(donnee.stockee);
  // « 2026 » est une année, non un rang.
  if (lu === null || !Number.isInteger(lu) || lu < 0 || lu >= 2000) return "illisible";
  const titre = tableau.colonnes.periodesConsecutives?.titre ?? "";
  return compteSansCelleCi(titre, bareme) ? lu + 1 : lu;
}

/** « 4e contrat », « n° 4 », « 2 périodes ». */
function rangEcrit(stockee: ValeurDeCellule): number | null {
  if (typeof stockee !== "string") return null;
  const lu = lireNombreEcrit(
    stockee
      .trim()
      .replace(/^n[°º]\s?/i, "")
      .replace(/\s(p[ée]riodes?|contrats?|cms)$/i, "")
  );
  return lu && (lu.suite === null || lu.suite === "rang") ? lu.valeur : null;
}

/** Le titre compte-t-il les périodes d'avant celle du contrat ? */
function compteSansCelleCi(titre: string, { debut, fin }: Bareme): boolean {
  const celleCi = new RegExp(
    `\\b((la|le|cette|ce|l) )?((periode|triennale|contrat|cms) )*(celle ci|celui ci|en cours|actuelle?|courante?|${debut}( (20)?${fin % 100})?)\\b|\\b((la|le) )?(cette|ce|presente?) (periode|contrat|cms)\\b`,
    "g"
  );
  const mots = normaliserTitre(titre)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(celleCi, "celle-ci");
  return SANS_CELLE_CI.test(mots) || (PASSEES.test(mots) && !AVEC_CELLE_CI.test(mots));
}
