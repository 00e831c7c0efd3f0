import type { FeuilleDuClasseur } from "../../src/classeur";
import { planArticle2, type PlanDeFeuille } from "../../src/feuilles";
import { controler } from "./controler";
import { feuilleDe } from "./feuille";

export type Lignes = (string | number | null)[][];

export const TITRES = [
  "Nom de la commune",
  "Nombre de LS manquants au 1er janvier 2025",
  "Écart au taux légal (points)",
  "Objectifs 2026-2028 avant mutualisation",
  "Objectifs 2026-2028 après mutualisation",
];

/** L'exemple de la plaquette de la DHUP : 264 avant, 264 après. */
export const PLAQUETTE: Lignes = [
  ["EPCI : EPCI A-B"],
  TITRES,
  ["Commune A", 500, 5, 165, 85],
  ["Commune B", 300, 5, 99, 179],
  ["Total", 800, null, 264, 264],
];

/** Une feuille telle que `lireFeuille` la rend. */
export function feuilleLue(lignes: Lignes, nom = "Source"): FeuilleDuClasseur {
  return { ...feuilleDe(lignes, nom), feuilles: [nom], deborde: null, plage: null, contrat: null };
}

/** L'article 2 d'autant de communes, toutes à leur objectif légal. */
export function articleDeuxPour(nombre: number): PlanDeFeuille {
  const communes = Array.from({ length: nombre }, (_, i) => {
    const manquants = 100 * (i + 1);
    return [`Commune ${i + 1}`, manquants, 5, manquants * 0.33, manquants * 0.33];
  });
  return planArticle2(controler(feuilleLue([TITRES, ...communes])), "Article 2");
}
