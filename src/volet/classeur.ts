import { createContext, useContext } from "react";

/** La pièce `classeur` ne sert qu'au premier geste : elle se charge après l'affichage. */
const chargerOfficeJs = () => import(/* webpackChunkName: "classeur" */ "../classeur");

type OfficeJs = Awaited<ReturnType<typeof chargerOfficeJs>>;

/** Ce que le volet attend du classeur : les fonctions de la pièce `classeur`, ou celles d'un test. */
export type Classeur = Pick<
  OfficeJs,
  "allerA" | "ecrirePlan" | "insererFormule" | "lireFeuilleActive" | "surChangement"
>;

const OFFICE_JS: Classeur = {
  allerA: async (...lieu) => (await chargerOfficeJs()).allerA(...lieu),
  ecrirePlan: async (...plan) => (await chargerOfficeJs()).ecrirePlan(...plan),
  insererFormule: async (...formule) => (await chargerOfficeJs()).insererFormule(...formule),
  lireFeuilleActive: async (...attente) => (await chargerOfficeJs()).lireFeuilleActive(...attente),
  surChangement: async (...rappel) => (await chargerOfficeJs()).surChangement(...rappel),
};

const Contexte = createContext<Classeur>(OFFICE_JS);

export const FournirClasseur = Contexte.Provider;

export function useClasseur(): Classeur {
  return useContext(Contexte);
}

/** Charge ce que le premier geste demandera. */
export async function preparerLeClasseur(): Promise<void> {
  await chargerOfficeJs();
}
