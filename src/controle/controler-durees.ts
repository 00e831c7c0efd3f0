import {
  PERIODES_PERMISES,
  POPULATION_MAXIMUM,
  estCeUneDureeDerogeable,
  type Bareme,
  type Saisie,
} from "../regles";
import {
  lireNombreEcrit,
  normaliserTitre,
  type LigneDeCommune,
  type Rubrique,
  type ValeurDeCellule,
} from "../tableau";
import type { BilanDeCommune } from "./bilan";
import type { Constat } from "./constat";
import { nombreDe, reperer, saisieDe, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";

/** Dans un titre où la période du contrat s'écrit « celle-ci ». */
const SANS_CELLE_CI =
  /\b(hors|sans( compter)?|sauf|excepte|exclu\w*|exclusion de|avant|non compris\w*) celle-ci|\bavant (la |le )?(periode|contrat|cms)\b|celle-ci (n (est|etant) )?((non|pas) (compris|inclu|compte)|exclu)/;
const AVEC_CELLE_CI =
  /\b(compris\w*|inclu\w*|comprenant|comptant|avec|dont|et) celle-ci|celle-ci (y )?(compris|inclu)/;
const PASSEES = /\b(deja|anterieur|consomm|preced|ecoul|passee?s?\b|echu|revolu|achevee|terminee)/;

/**
 * La durée d'un aménagement, pour les communes dont l'objectif est abaissé : 3 périodes consécutives (abaissant, sauf dérogation possible), 2
 * (mutualisant). Le rang de la période vient de sa colonne, ou à défaut de l'agent.
 */
export function controlerDurees(
  lignes: readonly LigneDeCommune[],
  communes: readonly BilanDeCommune[],
  cadre: Cadre
): void {
  const { type, constats, contexte, tableau } = cadre;
  if (type !== "abaissant" && type !== "mutualisant") return;
  const depasses = lignes.flatMap((ligne, i): Constat[] => {
    const { objectifAvant = null, objectifApres = null } = communes[i] ?? {};
    if (objectifAvant === null || objectifApres === null || objectifApres >= objectifAvant)
      return [];
    const constat = jugerLaDuree(ligne, type, cadre);
    return constat ? [constat] : [];
  });
  const [premier] = depasses;
  const deLAgent = !tableau.colonnes.periodesConsecutives && contexte.periodesConsecutives != null;
  const unanimes = depasses.every(({ code }) => code === premier?.code);
  if (premier && deLAgent && unanimes && depasses.length > 1)
    constats.push({ ...premier, commune: undefined, adresse: undefined });
  else constats.push(...depasses);
}

function jugerLaDuree(
  ligne: LigneDeCommune,
  type: "abaissant" | "mutualisant",
  cadre: Cadre
): Constat | null {
  const rang = rangDeLaColonne(ligne, cadre) ?? cadre.contexte.periodesConsecutives ?? null;
  const permises = PERIODES_PERMISES[type];
  if (rang === null || rang <= permises) return null;
  const place = reperer(ligne, "periodesConsecutives");
  const derogation = type === "abaissant";
  if (derogation && peutDeroger(ligne)) {
    return {
      ...place,
      gravite: "avertissement",
      code: "duree-derogation-possible",
      article: "L. 302-8, IX, dernier al.",
      valeurs: { rang, permises },
    };
  }
  if (derogation) {
    for (const rubrique of ["population", "inconstructibilite"] as const)
      if (ligne.donnees[rubrique]?.etat === "illisible") direIllisible(ligne, rubrique, cadre);
  }
  return {
    ...place,
    gravite: "erreur",
    code: "duree-depassee",
    article: derogation ? "L. 302-8, IX, al. 1" : "L. 302-8, X, al. 1",
    valeurs: { rang, permises, derogation },
  };
}

/** Le rang de cette période ; `null` si la cellule est vide, ou si elle ne se lit pas, ce qui se dit. */
function rangDeLaColonne(ligne: LigneDeCommune, cadre: Cadre): number | null {
  const donnee = ligne.donnees.periodesConsecutives;
  if (!donnee || donnee.etat === "vide") return null;
  const lu = nombreDe(donnee) ?? rangEcrit(donnee.stockee);
  // « 2026 » est une année, non un rang.
  if (lu === null || !Number.isInteger(lu) || lu < 0 || lu >= 2000) {
    direIllisible(ligne, "periodesConsecutives", cadre);
    return null;
  }
  const titre = cadre.tableau.colonnes.periodesConsecutives?.titre ?? "";
  return compteSansCelleCi(titre, cadre.bareme) ? lu + 1 : lu;
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

/** Chaque condition suffit : une population qui manque ou ne se lit pas laisse juger l'inconstructibilité, et l'inverse. */
function peutDeroger({ donnees }: LigneDeCommune): boolean {
  return (
    estDerogeable(saisieDe(donnees.population), null) ||
    estDerogeable(POPULATION_MAXIMUM, saisieDe(donnees.inconstructibilite))
  );
}

function estDerogeable(population: Saisie, inconstructibilite: Saisie): boolean {
  const reponse = estCeUneDureeDerogeable(population, inconstructibilite);
  return reponse.ok && reponse.valeur;
}

function direIllisible(ligne: LigneDeCommune, rubrique: Rubrique, cadre: Cadre): void {
  const article = cadre.type === "abaissant" ? "L. 302-8, IX" : "L. 302-8, X";
  illisible(ligne, rubrique, [], cadre, "avertissement", article);
}
