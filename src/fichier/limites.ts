const MO = 1024 * 1024;

/**
 * Bornes de lecture. Un classeur d'EPCI pèse moins d'un Mo et un inventaire national une dizaine : au-delà, mieux vaut
 * refuser que figer Excel. Quelques Ko compressés peuvent cacher des Go.
 */
export const LIMITES = {
  fichier: 50 * MO,
  entrees: 5000,
  contenuParEntree: 100 * MO,
  contenuTotal: 200 * MO,
  /** Éléments XML gardés en même temps. */
  elements: 1_000_000,
  cellules: 2_000_000,
  /** Caractères de toutes les formules : une formule partagée s'écrit une fois et se lit dans chaque cellule. */
  formules: 100 * MO,
};

export type Limites = typeof LIMITES;
