import type { Graphique, MiseEnPage, Style, Validation } from "../feuilles";
import type { ValeurDeCellule } from "../tableau";

export interface CelluleXlsx {
  /** Comptées à partir de 0. */
  ligne: number;
  colonne: number;
  /** Valeur stockée ; pour une formule, le dernier résultat connu (`null` s'il n'y en a pas). */
  valeur: ValeurDeCellule;
  /** Formule en écriture internationale, « = » compris. */
  formule?: string;
  /** Plage remplie par une formule qui s'étale (« A1:A10 »). */
  etendue?: string;
  style?: Style;
}

export interface FeuilleXlsx {
  nom: string;
  masquee: boolean;
  cellules: CelluleXlsx[];
  /** Plages fusionnées (« A1:C1 »). */
  fusions: string[];
  /** Largeur en points par numéro de colonne (à partir de 0) ; absent : largeur par défaut. */
  largeurs: Map<number, number>;
  /** Hauteur en points par numéro de ligne (à partir de 0). */
  hauteurs: Map<number, number>;
  lignesMasquees: Set<number>;
  colonnesMasquees: Set<number>;
  lignesFigees: number;
  colonnesFigees: number;
  quadrillage: boolean;
  impression?: MiseEnPage;
  validations?: Validation[];
  /** Écrits, jamais lus : un fichier lu n'en a pas. */
  graphiques?: Graphique[];
}

export interface NomDefini {
  nom: string;
  /** « Feuil1!$A$1:$A$3 », sans « = ». */
  reference: string;
}

/** Un classeur .xlsx tel que le complément le lit et l'écrit : ni macro, ni lien externe. */
export interface ClasseurXlsx {
  feuilles: FeuilleXlsx[];
  noms: NomDefini[];
  /** Numéro de la feuille active, à partir de 0. */
  active: number;
}
