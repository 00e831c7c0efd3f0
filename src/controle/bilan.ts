import type { Bareme } from "../regles";
import type { AucunTableau, TableauTrouve, TypeDeTableau } from "../tableau";
import type { Constat } from "./constat";
import type { EtatDuContrat } from "./version-signee";

/**
 * Ce que la loi demande et que ni le tableau ni l'agent n'ont dit. `rappel` : aucun tableau ne peut le prouver ; cela se rappelle, sans rendre le
 * verdict « à confirmer ».
 */
export type Condition = { rappel: boolean; article: string } & (
  | { code: "plh" | "avis-cnsru" | "toutes-les-communes" | "signataires" }
  | { code: "accord"; commune: string; adresse?: string; avant: number; apres: number }
);

export type Verdict = "conforme" | "avertissements seulement" | "non conforme" | "à confirmer";

/** Une commune, recalculée. `null` : une donnée nécessaire est illisible, ou sans objet. */
export interface BilanDeCommune {
  nom: string;
  /** Sa ligne sur la feuille, comptée à partir de 0. */
  ligne: number;
  deficit: number | null;
  ecart: number | null;
  /** Taux légal, en millionièmes. */
  tauxAvant: number | null;
  /** Objectif légal qui entre dans la somme de référence. */
  objectifAvant: number | null;
  /** Tel que lu dans la colonne « avant ». */
  objectifAvantLu: number | null;
  objectifApres: number | null;
  /** Plancher du contrat ; lecture « guide » pour un mutualisant. */
  plancher: number | null;
  /** Mutualisant : le plancher en lecture « loi », la moitié de l'objectif légal (arbitrage 4) ; sinon `null`. */
  plancherLoi: number | null;
  /** Hors des sommes. */
  exemptee: boolean;
}

/** `null` : la somme ne peut être conclue, ou le tableau n'a pas la colonne. */
export interface Totaux {
  deficit: number | null;
  /** Somme de la colonne « avant », telle que lue. */
  avantLu: number | null;
  /** Somme des objectifs légaux recalculés. */
  avantLegal: number | null;
  apres: number | null;
  /** Après moins légal : l'équilibre d'une mutualisation demande 0 ou plus. */
  marge: number | null;
}

/** Le contrôle d'un tableau pour un EPCI. */
export interface Controle {
  tableau: TableauTrouve;
  type: TypeDeTableau;
  epci: string | null;
  /** Lignes de l'EPCI, de la première à la dernière commune. */
  plageDonnees: string | null;
  /** Faux pour un tableau d'une période passée : il n'entre pas dans le verdict du classeur. */
  retenu: boolean;
  verdict: Verdict;
  bareme: Bareme;
  /** Année de l'inventaire d'où viennent les manquants du bilan : celui du tableau, ou de la signature ; `null` : non dite. */
  inventaire: number | null;
  /** La version en vigueur à laquelle le tableau a été comparé ; `null` : un projet. */
  signe: EtatDuContrat | null;
  totaux: Totaux;
  /** Dans l'ordre du tableau. */
  communes: BilanDeCommune[];
  constats: Constat[];
  /** Celles qui restent sans réponse. */
  conditions: Condition[];
  /** Toutes celles que le tableau ne dit pas, que l'agent y ait répondu ou non. */
  questions: Condition[];
}

/** Le contrôle d'une feuille ou d'un classeur : un contrôle par tableau et par EPCI. */
export interface ControleDuClasseur {
  /** Le pire des tableaux retenus ; « illisible » si aucun tableau n'est reconnu. */
  verdict: Verdict | "illisible";
  controles: Controle[];
  /** Ce qui se dit de plusieurs tableaux, ou d'un total qui couvre plusieurs EPCI. */
  constats: Constat[];
  /** Pourquoi chaque feuille sans tableau n'en a pas ; vide si un tableau est reconnu. */
  absences: AucunTableau[];
}
