import {
  PERIODES_PERMISES,
  POPULATION_MAXIMUM,
  estCeUneDureeDerogeable,
  type Saisie,
} from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import type { Constat } from "./constat";
import { reperer, saisieDe, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";
import { quelRang } from "./quel-rang";

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
  const ecrit = quelRang(ligne, cadre);
  if (ecrit === "illisible") direIllisible(ligne, "periodesConsecutives", cadre);
  const rang = typeof ecrit === "number" ? ecrit : (cadre.contexte.periodesConsecutives ?? null);
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
