export type { CelluleXlsx, ClasseurXlsx, FeuilleXlsx, NomDefini } from "./classeur";
export { ecrireXlsx } from "./ecrire";
export { FichierIllisible } from "./illisible";
export type { MotifIllisible } from "./illisible";
export { lireXlsx } from "./lire";
export { planVersFeuille } from "./plan";
