import { RESIDENCES_MAXIMUM } from "./bareme";
import { lireVariation } from "./lire-saisie";
import { refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface PartSociale {
  ok: true;
  /** Fraction ; négative si le parc social a diminué, plus de 1 s'il a crû plus vite que les résidences principales. */
  valeur: number;
}

/**
 * Part du logement social dans la croissance des résidences principales, entre deux inventaires. Sous le taux légal, le déficit
 * s'aggrave. `variationLs` : entier relatif (des démolitions peuvent l'emporter ; le conventionnement du parc existant peut dépasser
 * la croissance). `variationRp` : entier > 0, sinon il n'y a pas de croissance à partager : refus.
 * Source : guide, volet 1, 3 (« la part que les logements sociaux mis en service représentent dans l'augmentation des résidences
 * principales »).
 */
export function quellePartSociale(variationLs: Saisie, variationRp: Saisie): Resultat<PartSociale> {
  const ls = lireVariation(variationLs, "variationLs", RESIDENCES_MAXIMUM);
  const rp = lireVariation(variationRp, "variationRp", RESIDENCES_MAXIMUM);
  if (typeof ls !== "number" || typeof rp !== "number") return refuserTout(ls, rp);
  if (rp <= 0) return refuser({ code: "parc-sans-croissance", variation: rp });
  return { ok: true, valeur: ls / rp };
}
