import { QUALITE, TAUX_CIBLES } from "../regles";
import type { DonneesLues, TypeDeTableau } from "../tableau";

/** Ce que `combienDePlsAuPlus` reçoit après l'objectif. */
export interface ConditionsDuPls {
  /** Taux de logements sociaux, en fraction. */
  taux: number | null;
  plh: boolean | null;
}

/**
 * Ce qui décide du plafond de PLS. La mutualisation demande un PLH (X, al. 5) ; à moins de dix points d'un taux légal de 20 ou 25 %, une commune a
 * plus de 10 % de logements sociaux. Le reste n'est pas deviné : `null`.
 * @param plh Le PLH est exécutoire, selon l'agent ; la réponse du tableau passe avant.
 */
export function conditionsDuPls(
  type: TypeDeTableau,
  donnees: DonneesLues,
  ecart: number | null,
  plh: boolean | null
): ConditionsDuPls | null {
  const reponse = donnees.plh?.valeur;
  const couverte = reponse === "oui" ? true : reponse === "non" ? false : plh;
  if (type === "mutualisant" || couverte === true) return { taux: null, plh: true };
  const taux = donnees.tauxLs?.valeur;
  if (typeof taux === "number") return { taux, plh: couverte };
  const auDessus = ecart !== null && Math.min(...TAUX_CIBLES) - ecart >= QUALITE.seuilDeReduction;
  return auDessus ? { taux: null, plh: null } : null;
}
