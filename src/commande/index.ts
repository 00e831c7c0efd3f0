export { commander } from "./commander";
export type { CodeDeSortie, Terminal } from "./commander";
export { partager } from "./partager";
