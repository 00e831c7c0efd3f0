import type { Bareme, Rythmes, Tranche } from "./bareme";
import { pourcentEnMillioniemes } from "./nombre";
import { estEntrante, type TypeDeSituation } from "./quel-type-de-situation";
import type { Lecture } from "./quelle-lecture";
import { lireEcart, verifierType } from "./quelle-situation";
import { quelleTranche } from "./quelle-tranche";
import { refuserTout, type Resultat, type Saisie } from "./resultat";

export interface TauxDeRattrapage {
  ok: true;
  /** En millionièmes : 33 % = 330 000. */
  taux: number;
  ecart: number | null;
  tranche: Tranche | null;
  type: TypeDeSituation;
  lecture: Lecture;
  bareme: Bareme;
}

/** Le taux légal (L. 302-8, VII) d'une tranche, en millionièmes : c'est ici que se décide 33, 50 ou 100 %. */
export function tauxLegal(tranche: Tranche, bareme: Bareme): number {
  return pourcentEnMillioniemes(bareme.legal[tranche]);
}

/**
 * Le taux le plus bas permis, en millionièmes : le plancher d'un contrat abaissant ou mutualisant, le taux de droit d'une nouvelle
 * entrante, et sinon le taux légal lui-même. Le type est supposé vérifié pour la période.
 */
export function tauxPlancher(
  tranche: Tranche | null,
  type: TypeDeSituation,
  lecture: Lecture,
  bareme: Bareme
): number {
  const { amenagements } = bareme;
  if (amenagements && estEntrante(type)) {
    return pourcentEnMillioniemes(amenagements.entrantes[type]);
  }
  if (tranche === null) return 0;
  if (amenagements && type === "abaissant") return enTranche(amenagements.abaissant, tranche);
  if (amenagements && type === "mutualisant") {
    return lecture === "guide"
      ? enTranche(amenagements.mutualisantGuide, tranche)
      : tauxLegal(tranche, bareme) / 2;
  }
  return tauxLegal(tranche, bareme);
}

function enTranche(rythmes: Rythmes, tranche: Tranche): number {
  return pourcentEnMillioniemes(rythmes[tranche]);
}

/**
 * Le taux de rattrapage d'un écart en points : taux légal, plancher du contrat, ou taux de droit d'une nouvelle entrante.
 * Sans le déficit, un écart saisi en fraction ne peut pas être repéré.
 */
export function quelTauxDeRattrapage(
  ecart: Saisie,
  type: TypeDeSituation,
  lecture: Lecture,
  bareme: Bareme
): Resultat<TauxDeRattrapage> {
  const horsPeriode = verifierType(type, bareme);
  const points = estEntrante(type) ? null : lireEcart(ecart, null);
  if (horsPeriode || (points !== null && typeof points !== "number")) {
    return refuserTout(points, horsPeriode);
  }
  const tranche = points === null ? null : quelleTranche(points);
  const taux = tauxPlancher(tranche, type, lecture, bareme);
  return { ok: true, taux, ecart: points, tranche, type, lecture, bareme };
}
