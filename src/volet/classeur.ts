import { createContext, useContext } from "react";
import * as officeJs from "../classeur";

/** Ce que le volet attend du classeur : les fonctions de la room `classeur`, ou celles d'un test. */
export type Classeur = Pick<
  typeof officeJs,
  "allerA" | "ecrirePlan" | "insererFormule" | "lireFeuilleActive" | "surChangement"
>;

const Contexte = createContext<Classeur>(officeJs);

export const FournirClasseur = Contexte.Provider;

export function useClasseur(): Classeur {
  return useContext(Contexte);
}
