export type {
  BilanDeCommune,
  Condition,
  Controle,
  ControleDuClasseur,
  Totaux,
  Verdict,
} from "./bilan";
export type { Constat, Gravite } from "./constat";
export type { AvisCnsru, ContexteDeControle } from "./contexte";
export { controlerLecture } from "./controler-lecture";
