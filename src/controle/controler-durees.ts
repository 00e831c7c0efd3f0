import {
  PERIODES_PERMISES,
  POPULATION_MAXIMUM,
  combienDePeriodesRestantes,
  estCeUneDureeDerogeable,
} from "../regles";
import type { LigneDeCommune } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import type { Constat } from "./constat";
import { nombreDe, reperer, saisieDe, type Cadre } from "./donnees";

/** Un titre qui compte les périodes d'avant celle-ci. */
const ANTERIEURES = /d[ée]j[àa]|ant[ée]rieur|consomm|pr[ée]c[ée]dent|[ée]coul/i;
const COMPRISE = /compris/i;

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
  { tableau, contexte }: Cadre
): Constat | null {
  const { donnees } = ligne;
  const colonne = tableau.colonnes.periodesConsecutives;
  const lu = nombreDe(donnees.periodesConsecutives);
  const consommees =
    colonne && ANTERIEURES.test(colonne.titre) && !COMPRISE.test(colonne.titre) ? 1 : 0;
  const rang = lu === null ? (contexte.periodesConsecutives ?? null) : lu + consommees;
  if (rang === null || rang < 1) return null;
  const restantes = combienDePeriodesRestantes(type, rang - 1);
  if (!restantes.ok || restantes.valeur > 0) return null;
  const place = reperer(ligne, "periodesConsecutives");
  const permises = PERIODES_PERMISES[type];
  const derogation = type === "abaissant" && peutDeroger(ligne);
  if (derogation) {
    return {
      ...place,
      gravite: "avertissement",
      code: "duree-derogation-possible",
      article: "L. 302-8, IX, dernier al.",
      valeurs: { rang, permises },
    };
  }
  return {
    ...place,
    gravite: "erreur",
    code: "duree-depassee",
    article: type === "abaissant" ? "L. 302-8, IX, al. 1" : "L. 302-8, X, al. 1",
    valeurs: { rang, permises, derogation: type === "abaissant" },
  };
}

/** Sans population lue, seule l'inconstructibilité peut ouvrir la dérogation. */
function peutDeroger({ donnees }: LigneDeCommune): boolean {
  const population = nombreDe(donnees.population) ?? POPULATION_MAXIMUM;
  const reponse = estCeUneDureeDerogeable(population, saisieDe(donnees.inconstructibilite));
  return reponse.ok && reponse.valeur;
}
