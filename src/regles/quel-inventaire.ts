import type { Bareme } from "./bareme";
import { premierJanvier } from "./calendrier";
import { refuser, type Resultat } from "./resultat";

export interface Inventaire {
  ok: true;
  /** Numéro de série d'Excel : un inventaire est toujours au 1er janvier. */
  valeur: number;
}

/**
 * La date de l'inventaire de référence d'une période triennale, celui qui constate le déficit. Une période dont l'inventaire n'a pas été
 * vérifié est refusée. Source : guide, « Articulation avec l'inventaire 2022 » (2023-2025) ; celui de 2026-2028 en est déduit.
 */
export function quelInventaire({ inventaire, periode }: Bareme): Resultat<Inventaire> {
  if (inventaire === null) return refuser({ code: "inventaire-non-verifie", periode });
  return { ok: true, valeur: premierJanvier(Number(inventaire.date.slice(0, 4))) };
}
