import type { FeuilleDuDossier } from "./feuille-du-dossier";

export type { FeuilleDuDossier } from "./feuille-du-dossier";

/** Les feuilles du dossier, dans l'ordre de la trame. */
export const FEUILLES_DU_DOSSIER: readonly FeuilleDuDossier[] = [];
