import { createContext, useContext } from "react";

/** La pièce `classeur` ne sert qu'au premier geste : elle se charge après l'affichage. */
const chargerOfficeJs = () => import(/* webpackChunkName: "classeur" */ "../classeur");

type OfficeJs = Awaited<ReturnType<typeof chargerOfficeJs>>;

/** Ce que le volet attend du classeur : les fonctions de la pièce `classeur`, ou celles d'un test. */
export type Classeur = Pick<
  OfficeJs,
  | "allerA"
  | "ecrirePlan"
  | "ecrirePlans"
  | "ecrireValeurs"
  | "enregistrerContrat"
  | "insererFormule"
  | "lireClasseur"
  | "lireFeuille"
  | "lireFormules"
  | "remplacerFormules"
  | "surChangement"
  | "surligner"
  | "verifierPoste"
>;

const OFFICE_JS: Classeur = {
  allerA: async (...lieu) => (await chargerOfficeJs()).allerA(...lieu),
  ecrirePlan: async (...plan) => (await chargerOfficeJs()).ecrirePlan(...plan),
  ecrirePlans: async (...plans) => (await chargerOfficeJs()).ecrirePlans(...plans),
  ecrireValeurs: async (...valeurs) => (await chargerOfficeJs()).ecrireValeurs(...valeurs),
  enregistrerContrat: async (contrat, signee) =>
    (await chargerOfficeJs()).enregistrerContrat(contrat, signee),
  insererFormule: async (...formule) => (await chargerOfficeJs()).insererFormule(...formule),
  lireClasseur: async (suivi) => (await chargerOfficeJs()).lireClasseur(suivi),
  lireFeuille: async (...demande) => (await chargerOfficeJs()).lireFeuille(...demande),
  lireFormules: async (ou) => (await chargerOfficeJs()).lireFormules(ou),
  remplacerFormules: async (formules) => (await chargerOfficeJs()).remplacerFormules(formules),
  surChangement: async (...rappel) => (await chargerOfficeJs()).surChangement(...rappel),
  surligner: async (...cellules) => (await chargerOfficeJs()).surligner(...cellules),
  verifierPoste: async () => (await chargerOfficeJs()).verifierPoste(),
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
