export { chargerDecoupage } from "./charger-decoupage";
export type { CommuneConnue, Decoupage, Territoire } from "./decoupage";
