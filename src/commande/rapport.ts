import type { Gravite } from "../controle";

/** Du meilleur au pire ; un fichier vaut le pire de ses tableaux. */
const VERDICTS = [
  "conforme",
  "à confirmer",
  "avertissements seulement",
  "non conforme",
  "illisible",
] as const;

export type VerdictDit = (typeof VERDICTS)[number];

/** Ce qui se dit d'un fichier : la forme de `--json`. */
export interface RapportDeFichier {
  /** Tel que donné sur la ligne de commande. */
  fichier: string;
  verdict: VerdictDit;
  /** Ce qui se dit du classeur entier. */
  constats: ConstatDit[];
  tableaux: RapportDeTableau[];
}

export interface RapportDeTableau {
  feuille: string;
  /** Titres, communes et totaux, « A3:F8 ». */
  plage: string;
  /** De la première à la dernière commune ; `null` sans commune. */
  plageDonnees: string | null;
  type: string;
  periode: string | null;
  epci: string | null;
  /** Rubrique → lettres de sa colonne. */
  colonnes: Record<string, string>;
  verdict: VerdictDit;
  totaux: TotauxDits;
  constats: ConstatDit[];
}

/** `null` : le total ne peut pas être conclu. */
export interface TotauxDits {
  deficit: number | null;
  /** Somme de la colonne « avant » telle qu'écrite. */
  avantLu: number | null;
  /** Somme des objectifs légaux recalculés. */
  avantLegal: number | null;
  apres: number | null;
}

export interface ConstatDit {
  code: string;
  gravite: Gravite;
  commune: string | null;
  cellule: string | null;
  /** Les nombres du constat, selon son code. */
  valeurs: object;
  message: string;
  /** `null` : ce qui se dit du fichier ne relève d'aucun texte. */
  article: string | null;
}

/** Le pire des verdicts ; « conforme » s'il n'y en a pas. */
export function pire(verdicts: readonly VerdictDit[]): VerdictDit {
  return [...VERDICTS].reverse().find((verdict) => verdicts.includes(verdict)) ?? "conforme";
}
