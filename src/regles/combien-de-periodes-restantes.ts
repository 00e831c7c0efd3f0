import { PERIODES_CONSOMMEES_MAXIMUM, PERIODES_PERMISES } from "./bareme";
import { lireEffectif } from "./lire-saisie";
import type { TypeDeSituation } from "./quel-type-de-situation";
import { refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface PeriodesRestantes {
  ok: true;
  /** Périodes triennales, entier de 0 à 3. */
  valeur: number;
}

/**
 * Nombre de périodes consécutives où l'objectif d'une commune peut encore être abaissé : 3 au plus dans un contrat abaissant, 2 dans un
 * contrat mutualisant. Jamais négatif : une dérogation a pu prolonger un contrat abaissant. La loi ne
 * limite pas le nombre de périodes des autres types, qui sont refusés.
 *
 * `consommees` : périodes déjà consommées d'affilée, entier de 0 à 10 ; vide, aucune. Sources : L. 302-8, IX, al. 1 ; X, al. 1.
 */
export function combienDePeriodesRestantes(
  type: TypeDeSituation,
  consommees: Saisie
): Resultat<PeriodesRestantes> {
  const nombre = lireEffectif(consommees, "periodesConsommees", PERIODES_CONSOMMEES_MAXIMUM);
  if (type !== "abaissant" && type !== "mutualisant") {
    return refuserTout({ code: "sans-limite-de-duree", type }, nombre);
  }
  if (typeof nombre !== "number") return refuser(nombre);
  return { ok: true, valeur: Math.max(0, PERIODES_PERMISES[type] - nombre) };
}
