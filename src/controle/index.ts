export type { BilanDeCommune, Condition, Controle, Totaux, Verdict } from "./bilan";
export type { Constat, Gravite } from "./constat";
export { controlerTableau } from "./controler-tableau";
