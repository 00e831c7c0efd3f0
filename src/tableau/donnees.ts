import type { ValeurDeCellule } from "./cellule";
import type { Rubrique } from "./rubriques";

/** Comment une donnée a été lue. */
export type EtatDeDonnee = "lue" | "convertie" | "calculee" | "vide" | "illisible";

/** Une donnée d'une commune, avec de quoi la citer. */
export interface DonneeLue {
  /**
   * Ce que les règles reçoivent : effectif, taux en fraction, écart en points, « oui » ou « non », texte ; `null` si la cellule est vide. Illisible :
   * l'erreur, le booléen ou le texte, que les règles refusent.
   */
  valeur: ValeurDeCellule;
  etat: EtatDeDonnee;
  /** Valeur stockée de la cellule. */
  stockee: ValeurDeCellule;
  texte: string;
  format: string;
  formule?: string;
  /** Cellule lue ; pour une donnée calculée, celle dont le calcul part. */
  adresse: string;
}

export type DonneesLues = Partial<Record<Rubrique, DonneeLue>>;

/** Ce qui a changé une valeur entre la cellule et les règles. */
export type Moyen =
  | "nombre-en-texte"
  | "pourcent-en-fraction"
  | "fraction-en-points"
  | "signe-inverse"
  | "tiret-lu-vide"
  | "reponse"
  | "code-complete"
  | "epci-recopie"
  | "deficit-calcule"
  | "taux-ls-calcule"
  | "ecart-calcule"
  | "cible-du-texte";

export interface Conversion {
  adresse: string;
  rubrique: Rubrique;
  /** Ce qui était écrit, tel qu'affiché ; vide si rien ne l'était. */
  ecrit: string;
  lu: number | string | null;
  moyen: Moyen;
}

/** Une commune, ou un total. */
export interface LigneDeTableau {
  /** Comptée à partir de 0, sur la feuille. */
  ligne: number;
  /** Vide si la ligne n'en porte pas. */
  nom: string;
  masquee: boolean;
  donnees: DonneesLues;
}

export interface LigneDeCommune extends LigneDeTableau {
  /** Intertitre sous lequel elle est rangée. */
  section: string | null;
  /** Intercommunalité : de sa colonne, de son intertitre, ou du tableau. */
  epci: string | null;
}

export interface LigneDeTotal extends LigneDeTableau {
  /** Rangs, dans `communes`, des communes que la ligne additionne ou devrait additionner. */
  portee: number[];
}
