import { contexteDe } from "../../contrat";
import { objectifsDuControle, objectifsSignes, type Objectifs } from "../../suivi";
import type { Sujet } from "./sujet";

/**
 * Les objectifs que l'on suit : signés, ils sont opposables ; en projet, ceux du tableau contrôlé. `null` : le barème ne couvre pas la période
 * signée.
 */
export function objectifsDe({ signe, tableau }: Sujet): Objectifs | null {
  if (signe) return objectifsSignes(signe.version);
  if (!tableau) return null;
  const { controle, contrat } = tableau;
  return objectifsDuControle(controle, contexteDe(contrat, controle.epci).plh ?? null);
}
