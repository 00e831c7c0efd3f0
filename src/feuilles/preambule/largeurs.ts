import type { Matiere } from "../matiere";

/** Commune, année d'entrée, taux, taux à atteindre, manquants, enjeux : 720 points. */
export const LARGEURS = [150, 62, 70, 66, 72, 300];

/** Arrondissement, taux, enjeux : le reste se compte pour la ville. */
const LARGEURS_PAR_ARRONDISSEMENT = [150, 70, 500];

export function largeursDe({ controle }: Matiere): number[] {
  return controle.type === "arrondissements" ? LARGEURS_PAR_ARRONDISSEMENT : LARGEURS;
}
