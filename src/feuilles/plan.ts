/**
 * Le « plan de feuille » : tout ce qu'une feuille générée contient, en données sérialisables.
 * Un seul plan, deux écrivains : `classeur` (Excel) et `fichier` (.xlsx).
 */

export type Scalaire = number | string | boolean | null;

/**
 * Une formule en écriture internationale (« =SUM(A1,A2) »).
 * `valeurs` : les résultats attendus, dans la forme de la plage que la formule remplit (1 × 1 si elle ne s'étale pas).
 */
export interface Formule {
  formule: string;
  valeurs: Scalaire[][];
}

/** Un texte reste un texte, même s'il commence par « = » : c'est à l'écrivain de le garantir. */
export type Contenu = Scalaire | Formule;

/** Rectangle de contenus. `null` laisse la cellule vide (ou à la formule qui s'étale au-dessus). */
export interface Bloc {
  /** Cellule en haut à gauche, par exemple « A3 ». */
  ancre: string;
  contenus: Contenu[][];
}

export type Trait = "fin" | "moyen" | "double";

export interface Style {
  gras?: boolean;
  italique?: boolean;
  /** Corps du texte, en points. */
  taille?: number;
  /** Couleurs « #RRVVBB ». */
  couleur?: string;
  fond?: string;
  horizontal?: "gauche" | "centre" | "droite";
  vertical?: "haut" | "milieu" | "bas";
  renvoiALaLigne?: boolean;
  /** Code de format de nombre, en écriture internationale. */
  format?: string;
  /** Bordures de la plage : le contour, et l'intérieur (horizontales et verticales). */
  bordures?: Partial<
    Record<"haut" | "bas" | "gauche" | "droite" | "horizontales" | "verticales", Trait>
  >;
}

export interface MiseEnPage {
  orientation: "paysage" | "portrait";
  /** Marges en points. */
  marges: { haut: number; bas: number; gauche: number; droite: number };
  /** Nombre de pages en largeur, la hauteur suit ; 0 : sans ajustement, seul cas où Excel suit `sauts`. */
  pagesEnLargeur: number;
  piedDePage: { gauche: string; centre: string; droite: string };
  /** Lignes répétées en haut de chaque page, par exemple « 12:12 ». */
  lignesRepetees?: string;
  /** Lignes (comptées à partir de 1) avant lesquelles la page est coupée. */
  sauts: number[];
}

/** La forme d'une plage. */
export interface Forme {
  plage: string;
  style: Style;
  /** Hauteur de chacune de ses lignes, en points. */
  hauteur?: number;
}

/** Une phrase qu'Excel montre près d'une cellule : titre de 32 signes au plus, texte de 255. */
export interface Bulle {
  titre: string;
  texte: string;
}

/** Ce qu'une plage attend : des choix proposés, ou un nombre entier entre deux bornes comprises. */
export interface Validation {
  plage: string;
  /** Des choix, sans virgule et de 255 signes en tout. */
  regle: { liste: readonly string[] } | { entier: { min: number; max: number } };
  /** Montrée quand la cellule est choisie. */
  invite: Bulle;
  /** Montrée devant une autre saisie, que l'agent peut garder ; absente : tout se saisit, les choix ne font qu'aider. */
  alerte?: Bulle;
}

/** Une plage de la feuille que le classeur connaît par un nom. */
export interface PlageNommee {
  nom: string;
  plage: string;
}

export interface PlanDeFeuille {
  /** Nom souhaité, 31 caractères au plus ; l'écrivain en propose un libre s'il est pris. */
  nom: string;
  blocs: Bloc[];
  /** Appliquées dans l'ordre : la dernière l'emporte. */
  styles: Forme[];
  /** Plages dont chaque ligne est fusionnée d'un bord à l'autre. */
  fusions: string[];
  /** Largeurs des colonnes A, B, C…, en points. */
  largeurs: number[];
  /** Nombre de lignes figées en haut (0 : aucune). */
  lignesFigees: number;
  quadrillage: boolean;
  impression: MiseEnPage;
  validations?: Validation[];
  noms?: PlageNommee[];
}

export function estFormule(contenu: Contenu): contenu is Formule {
  return typeof contenu === "object" && contenu !== null;
}
