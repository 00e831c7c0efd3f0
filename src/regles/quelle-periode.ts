import { BAREMES, PERIODES, PERIODE_PAR_DEFAUT, type Bareme } from "./bareme";
import { normaliserMot } from "./lire-saisie";
import type { Refus, Saisie } from "./resultat";

const PAR_MOT = new Map(PERIODES.map((periode) => [normaliserMot(periode), BAREMES[periode]]));

/**
 * Le barème de la période triennale saisie (« 2026-2028 ») ; vide ou omise : la dernière couverte, jamais l'horloge (arbitrage 10).
 * Une période que le barème ne couvre pas est refusée.
 */
export function quellePeriode(saisie: Saisie): Bareme | Refus {
  if (saisie === null || saisie === "" || saisie === 0) return BAREMES[PERIODE_PAR_DEFAUT];
  if (typeof saisie === "object") {
    return { code: "erreur-de-cellule", argument: "periode", erreur: saisie.erreur };
  }
  const bareme = typeof saisie === "string" ? PAR_MOT.get(normaliserMot(saisie)) : undefined;
  return bareme ?? { code: "periode-hors-bareme", recue: String(saisie), couvertes: PERIODES };
}
