import { RESIDENCES_MAXIMUM } from "./bareme";
import { lireEffectif } from "./lire-saisie";
import { refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface Tension {
  ok: true;
  /** Demandeurs pour une demande satisfaite. */
  valeur: number;
}

/**
 * Ratio de tension du parc social : nombre de demandeurs pour une demande satisfaite, sur la même période. `demandes` : entier ≥ 0.
 * `attributions` : entier > 0, sinon le ratio n'existe pas : refus. Source : guide, trame du contrat, volet 1, 2.
 */
export function quelleTension(demandes: Saisie, attributions: Saisie): Resultat<Tension> {
  const demandeurs = lireEffectif(demandes, "demandes", RESIDENCES_MAXIMUM);
  const satisfaites = lireEffectif(attributions, "attributions", RESIDENCES_MAXIMUM);
  if (typeof demandeurs !== "number" || typeof satisfaites !== "number") {
    return refuserTout(demandeurs, satisfaites);
  }
  if (satisfaites === 0) return refuser({ code: "nul", argument: "attributions" });
  return { ok: true, valeur: demandeurs / satisfaites };
}
