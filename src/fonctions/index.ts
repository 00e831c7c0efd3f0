export { FONCTIONS_AIDE } from "./exemples";
export type { AideDeFonction, ExempleDeFormule } from "./exemples";
