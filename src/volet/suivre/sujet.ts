import { etatDuContrat, type EtatDuContrat } from "../../controle";
import type { Contrat } from "../../contrat";
import { normaliserMot } from "../../regles";
import type { TableauControle } from "../controler/controler-feuille";

/** Le contrat que l'on suit : celui d'un EPCI, pour une période. */
export interface Sujet {
  epci: string | null;
  periode: string;
  /** `null` : un projet. */
  signe: EtatDuContrat | null;
  /** Le tableau d'où viennent les objectifs d'un projet, et les manquants d'aujourd'hui ; `null` : aucun n'est contrôlé. */
  tableau: TableauControle | null;
}

/**
 * Ce qui peut être suivi : le contrat du tableau contrôlé ; sans tableau, chaque contrat signé que le classeur garde, le plus récent de son EPCI.
 */
export function sujetsDe(contrat: Contrat, tableau: TableauControle | null): Sujet[] {
  if (tableau) {
    const { epci, bareme } = tableau.controle;
    const signe = etatDuContrat(contrat.versions, epci, bareme.periode);
    return [{ epci, periode: bareme.periode, signe, tableau }];
  }
  const parEpci = new Map<string | null, Sujet>();
  for (const { epci, periode } of contrat.versions) {
    const cle = epci === null ? null : normaliserMot(epci);
    if ((parEpci.get(cle)?.periode ?? "") >= periode) continue;
    const signe = etatDuContrat(contrat.versions, epci, periode);
    parEpci.set(cle, { epci, periode, signe, tableau: null });
  }
  return [...parEpci.values()];
}

/** La feuille « Article 3 » du classeur, à son nom : celle de la période s'il y en a plusieurs, sinon la dernière. */
export function reconnaitreArticle3(feuilles: readonly string[], periode: string): string | null {
  const candidates = feuilles.filter((nom) => /^\s*article\s*3\b/i.test(nom));
  const deLaPeriode = candidates.filter((nom) => nom.includes(periode));
  return deLaPeriode.at(-1) ?? candidates.at(-1) ?? null;
}
