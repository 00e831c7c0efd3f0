import donnees from "./communes-par-epci.json";
import { indexerDecoupage } from "./decoupage";

/** Le découpage livré avec le complément. */
export const DECOUPAGE = indexerDecoupage(donnees);
