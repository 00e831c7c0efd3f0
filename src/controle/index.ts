export type {
  BilanDeCommune,
  Condition,
  Controle,
  ControleDuClasseur,
  Totaux,
  Verdict,
} from "./bilan";
export type { Constat, Gravite } from "./constat";
export type { AvisCnsru, ContexteDeControle, ContextesParEpci } from "./contexte";
export { controlerLecture } from "./controler-lecture";
export { proposerRepartition } from "./proposer-repartition";
export type { CommuneProposee, Proposition, SansProposition } from "./proposer-repartition";
export type { ObjectifSigne, VersionSignee } from "./version-signee";
