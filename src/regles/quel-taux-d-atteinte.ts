import { DEFICIT_MAXIMUM } from "./bareme";
import { lireEffectif, lirePositif } from "./lire-saisie";
import { refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

export interface Atteinte {
  ok: true;
  /** Fraction ; dépasse 1 si la commune a fait plus que son objectif. */
  valeur: number;
  objectif: number;
  realises: number;
}

/**
 * Taux d'atteinte d'un objectif triennal : logements réalisés rapportés à l'objectif.
 * `objectif` : logements, de plus de 0 à 1 000 000 ; 0 est refusé, rien ne s'y rapporte. `realises` : entier de 0 à 1 000 000.
 * Source : L. 302-8, I.
 */
export function quelTauxDAtteinte(objectif: Saisie, realises: Saisie): Resultat<Atteinte> {
  const vise = lireObjectif(objectif);
  const faits = lireEffectif(realises, "realises", DEFICIT_MAXIMUM);
  if (typeof vise !== "number" || typeof faits !== "number") return refuserTout(vise, faits);
  return { ok: true, valeur: faits / vise, objectif: vise, realises: faits };
}

function lireObjectif(saisie: Saisie): number | Refus {
  const objectif = lirePositif(saisie, "objectif", DEFICIT_MAXIMUM);
  return objectif === 0 ? { code: "nul", argument: "objectif" } : objectif;
}
