export type { BilanDeCommune, Condition, Controle, Totaux, Verdict } from "./bilan";
export type { CodeDeConstat, Constat, Gravite } from "./constat";
export { controlerTableau } from "./controler-tableau";
