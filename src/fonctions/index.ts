export { FONCTIONS_AIDE } from "./aide";
export type { AideDeFonction, ExempleDeFormule } from "./aide";
