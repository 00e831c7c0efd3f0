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
  /** Ce qui s'imprime, par exemple « A1:H90 » ; toute la feuille si rien n'est dit. */
  zone?: string;
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

/** Ce qu'une plage attend : des choix proposés, un nombre entier ou une date entre deux bornes comprises. */
export interface Validation {
  plage: string;
  /** Des choix, sans virgule et de 255 signes en tout. */
  regle:
    | { liste: readonly string[] }
    /** Les textes d'une plage de la feuille. */
    | { textesDe: string }
    /** `auPlus` : une cellule de la première ligne de la plage ; rempli, son nombre est aussi un maximum. */
    | { entier: { min: number; max: number; auPlus?: string } }
    /** Des jours, « 2026-01-31 ». */
    | { date: { min: string; max: string } };
  /** Montrée quand la cellule est choisie. */
  invite: Bulle;
  /** Montrée devant une autre saisie, que l'agent peut garder ; absente : tout se saisit, les choix ne font qu'aider. */
  alerte?: Bulle;
  /** Vrai : une autre saisie est refusée. */
  bloquante?: boolean;
}

/** Une plage de la feuille que le classeur connaît par un nom. */
export interface PlageNommee {
  nom: string;
  plage: string;
}

/** Ce que dit un axe. Les bornes sont à Excel si rien n'est dit. */
export interface Axe {
  titre: string;
  /** Code de format de nombre, en écriture internationale. */
  format?: string;
  minimum?: number;
  maximum?: number;
}

/** Une suite de nombres d'un graphique. Ses plages sont d'une ligne, et de même longueur. */
export interface Serie {
  nom: string;
  /** Sous l'axe horizontal : les nombres d'une courbe, les noms d'un groupe de barres. */
  abscisses: string;
  /** Un texte vide y vaut 0 : sans hauteur pour une barre, il abaisserait une courbe. */
  valeurs: string;
}

/** Trois séries au plus, que leur rang distingue en noir et blanc. */
export interface Graphique {
  genre: "courbes" | "barres" | "barres empilées";
  titre: string;
  /** Les cellules qu'il couvre, par exemple « A8:F17 ». */
  plage: string;
  /** Une ligne de la feuille où il y a toujours des nombres : Excel n'en tire qu'une série, remplacée aussitôt. */
  amorce: string;
  series: Serie[];
  axes: { horizontal: Axe; vertical: Axe };
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
  graphiques?: Graphique[];
}

/** Le plus grand entier qu'une règle admet : un nombre, ou la formule qui le donne, sans « = ». */
export function maximumDe({ max, auPlus }: { max: number; auPlus?: string }): number | string {
  return auPlus === undefined ? max : `IF(${auPlus}="",${max},${auPlus})`;
}

export function estFormule(contenu: Contenu): contenu is Formule {
  return typeof contenu === "object" && contenu !== null;
}
