import { BAREMES, PERIODES, PERIODE_PAR_DEFAUT, type Bareme } from "./bareme";
import { lireContenu, normaliserMot } from "./lire-saisie";
import { estRefus, type Refus, type Saisie } from "./resultat";

const PAR_MOT = new Map(PERIODES.map((periode) => [normaliserMot(periode), BAREMES[periode]]));

/**
 * Le barème de la période triennale saisie (« 2026-2028 ») ; vide ou omise : la dernière couverte, jamais l'horloge (arbitrage 10).
 * Une période que le barème ne couvre pas est refusée.
 */
export function quellePeriode(saisie: Saisie): Bareme | Refus {
  const recue = lireContenu(saisie, "periode");
  if (recue === null) return BAREMES[PERIODE_PAR_DEFAUT];
  if (estRefus(recue)) return recue;
  const bareme = typeof recue === "string" ? PAR_MOT.get(normaliserMot(recue)) : undefined;
  return bareme ?? { code: "periode-hors-bareme", recue, couvertes: PERIODES };
}
