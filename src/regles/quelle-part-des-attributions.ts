import { ATTRIBUTIONS, RESIDENCES_MAXIMUM } from "./bareme";
import { lireEffectif } from "./lire-saisie";
import { partSuperieure, pourcentEnMillioniemes } from "./nombre";
import { refuser, refuserTout, type Argument, type Resultat, type Saisie } from "./resultat";

/** Les trois objectifs d'attribution de la circulaire et du guide. */
export type ObjectifDAttribution = keyof typeof ATTRIBUTIONS;

/** Les deux nombres que chaque objectif compare : une partie des attributions, et leur total. */
const COMPTES = {
  "q1-hors-qpv": ["q1HorsQpv", "horsQpv"],
  "q234-qpv": ["q234Qpv", "qpv"],
  prioritaires: ["prioritaires", "totalAttributions"],
} as const satisfies Record<ObjectifDAttribution, readonly [Argument, Argument]>;

export interface PartDesAttributions {
  ok: true;
  objectif: ObjectifDAttribution;
  partie: number;
  total: number;
  /** Fraction de 0 à 1 ; `null` si le total est 0 : l'objectif est sans objet. */
  part: number | null;
  /** Attributions qui manquent à total constant, entier ≥ 0. */
  manquantes: number;
}

/**
 * La part d'un public dans les attributions, et ce qui lui manque, à total constant, pour atteindre l'objectif (25, 50 ou 25 %), à
 * l'entier supérieur. `partie` et `total` : entiers ≥ 0 ; une partie plus grande que son total est refusée.
 * Sources : L. 441-1 ; circulaire du 18/12/2023, annexe 1, 2.3, 2.4 et 3.4 ; guide, annexe 7.
 */
export function quellePartDesAttributions(
  objectif: ObjectifDAttribution,
  partie: Saisie,
  total: Saisie
): Resultat<PartDesAttributions> {
  const [argumentDePartie, argumentDeTotal] = COMPTES[objectif];
  const compte = lireEffectif(partie, argumentDePartie, RESIDENCES_MAXIMUM);
  const tout = lireEffectif(total, argumentDeTotal, RESIDENCES_MAXIMUM);
  if (typeof compte !== "number" || typeof tout !== "number") return refuserTout(compte, tout);
  if (compte > tout) {
    return refuser({
      code: "partie-superieure",
      partie: argumentDePartie,
      tout: argumentDeTotal,
      valeurs: [compte, tout],
    });
  }
  const requises = partSuperieure(tout, pourcentEnMillioniemes(ATTRIBUTIONS[objectif].objectif));
  return {
    ok: true,
    objectif,
    partie: compte,
    total: tout,
    part: tout === 0 ? null : compte / tout,
    manquantes: Math.max(0, requises - compte),
  };
}
