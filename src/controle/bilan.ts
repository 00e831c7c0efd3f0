import type { Bareme } from "../regles";
import type { TypeDeContrat } from "../tableau";
import type { Constat } from "./constat";

/** Une condition de la loi que le tableau ne dit pas, et que l'agent doit confirmer avant l'envoi. */
export type Condition =
  | { code: "plh" | "avis-cnsru" | "toutes-les-communes"; article: string }
  | { code: "accord"; article: string; commune: string; avant: number; apres: number };

export type Verdict = "conforme" | "avertissements seulement" | "non conforme" | "à confirmer";

/** Une commune, recalculée. `null` : une donnée nécessaire est illisible. */
export interface BilanDeCommune {
  nom: string;
  deficit: number | null;
  ecart: number | null;
  /** Taux légal, en millionièmes. */
  tauxAvant: number | null;
  /** Objectif légal qui entre dans la somme de référence. */
  objectifAvant: number | null;
  objectifApres: number | null;
  /** Plancher du contrat ; lecture « guide » pour un mutualisant. */
  plancher: number | null;
}

export interface Totaux {
  deficit: number | null;
  /** Somme des objectifs légaux recalculés ; `null` si une commune est illisible. */
  avant: number | null;
  apres: number | null;
  /** Après moins avant : l'équilibre demande 0 ou plus. */
  marge: number | null;
}

export interface Controle {
  type: TypeDeContrat;
  verdict: Verdict;
  bareme: Bareme;
  totaux: Totaux;
  /** Dans l'ordre du tableau. */
  communes: BilanDeCommune[];
  constats: Constat[];
  conditions: Condition[];
}
