import type { TypeDeTableau } from "../tableau";

/** Ce qu'un contrat signé, ou son avenant, a fixé : opposable, il ne suit plus ni le tableau ni l'inventaire. */
export interface VersionSignee {
  /** `null` : un EPCI que rien ne nomme. */
  epci: string | null;
  /** 0 : le contrat lui-même ; n : son avenant n. */
  avenant: number;
  /** « 2026-06-30 ». */
  signeLe: string;
  /** Année de l'inventaire de référence, au 1er janvier ; `null` : non dite. */
  inventaire: number | null;
  /** « 2026-2028 ». */
  periode: string;
  type: TypeDeTableau;
  communes: readonly ObjectifSigne[];
}

/** Les nombres signés d'une commune, en logements ; `null` : sans objet, ou non connu à la signature. */
export interface ObjectifSigne {
  nom: string;
  insee: string | null;
  deficit: number | null;
  objectifLegal: number | null;
  objectif: number;
  /** Minimum de PLAI et maximum de PLS et assimilés. */
  plai: number | null;
  pls: number | null;
}
