export type {
  BilanDeCommune,
  Condition,
  Controle,
  ControleDuClasseur,
  Totaux,
  Verdict,
} from "./bilan";
export { conditionsDuPls } from "./conditions-du-pls";
export type { ConditionsDuPls } from "./conditions-du-pls";
export type { Constat, Gravite } from "./constat";
export type { AvisCnsru, ContexteDeControle, ContextesParEpci } from "./contexte";
export { controlerLecture } from "./controler-lecture";
export { proposerRepartition } from "./proposer-repartition";
export type { CommuneProposee, Proposition, SansProposition } from "./proposer-repartition";
export { inseeDe } from "./donnees";
export { estLaMemeCommune, etatDuContrat, rapprocher, versionsDe } from "./version-signee";
export type { EtatDuContrat, ObjectifSigne, RefusDeFiger, VersionSignee } from "./version-signee";
