/** Erreur de cellule, telle qu'Excel la nomme en interne (« #N/A », « #VALUE! »…). */
export interface ErreurDeCellule {
  erreur: string;
}

/** Valeur stockée d'une cellule. `null` : cellule vide. */
export type ValeurDeCellule = number | string | boolean | null | ErreurDeCellule;

export interface Cellule {
  /** Valeur stockée, celle qui compte ; jamais la valeur affichée. */
  valeur: ValeurDeCellule;
  /** Texte affiché, pour citer la cellule à l'utilisateur. */
  texte: string;
  /** Formule en écriture internationale (« =SUM(A1:A2) »), absente si la cellule n'en porte pas. */
  formule?: string;
  /** Code de format de nombre (« 0 % », « General »). */
  format: string;
}

/** Contenu d'une feuille (ou d'une plage), lu en un seul aller-retour. */
export interface FeuilleLue {
  nom: string;
  /** Ligne et colonne de la première cellule lue, comptées à partir de 0. */
  ligne: number;
  colonne: number;
  /** Rectangle de cellules ; toutes les lignes ont la même longueur. Vide si la feuille l'est. */
  cellules: Cellule[][];
  /** Lignes masquées ou filtrées, comptées à partir de 0 sur la feuille. */
  lignesMasquees?: ReadonlySet<number>;
  /** Colonnes masquées, comptées à partir de 0 sur la feuille. */
  colonnesMasquees?: ReadonlySet<number>;
  /** Plages fusionnées (« A1:C1 ») ; absent : celui qui a lu la feuille ne les connaît pas. */
  fusions?: readonly string[];
}

export function estErreur(valeur: ValeurDeCellule): valeur is ErreurDeCellule {
  return typeof valeur === "object" && valeur !== null;
}
