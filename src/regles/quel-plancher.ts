import type { Bareme, Tranche } from "./bareme";
import { partSuperieure } from "./nombre";
import { tauxPlancher } from "./quel-taux-de-rattrapage";
import type { TypeDeSituation } from "./quel-type-de-situation";
import type { Lecture } from "./quelle-lecture";
import { quelleSituation } from "./quelle-situation";
import type { Resultat, Saisie } from "./resultat";

export interface Plancher {
  ok: true;
  /** Logements, toujours arrondi à l'entier supérieur. */
  valeur: number;
  deficit: number;
  ecart: number | null;
  tranche: Tranche | null;
  type: TypeDeSituation;
  lecture: Lecture;
  /** En millionièmes. */
  taux: number;
  bareme: Bareme;
}

/**
 * L'objectif le plus bas permis à une commune. Pour le droit commun et les nouvelles entrantes, c'est l'objectif lui-même.
 * Sources : L. 302-8, IX, 1° à 3° (abaissant) ; X, al. 2 (mutualisant) ; guide, annexe 1.
 */
export function quelPlancher(
  deficit: Saisie,
  ecart: Saisie,
  type: TypeDeSituation,
  lecture: Lecture,
  bareme: Bareme
): Resultat<Plancher> {
  const situation = quelleSituation(deficit, ecart, type, bareme);
  if (!situation.ok) return situation;
  const taux = tauxPlancher(situation.tranche, type, lecture, bareme);
  return {
    ok: true,
    valeur: partSuperieure(situation.deficit, taux),
    deficit: situation.deficit,
    ecart: situation.ecart,
    tranche: situation.tranche,
    type,
    lecture,
    taux,
    bareme,
  };
}
