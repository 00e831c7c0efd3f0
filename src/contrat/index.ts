export {
  CONTRAT_VIDE,
  NOM_DE_LA_FEUILLE,
  colonnesDe,
  contexteDe,
  designer,
  repondre,
} from "./contrat";
export type { Contrat } from "./contrat";
export { lireContrat } from "./lire-contrat";
export type { ContratLu } from "./lire-contrat";
export { mettreAJour } from "./mettre-a-jour";
export type { Retouches } from "./mettre-a-jour";
export { planContrat } from "./plan-contrat";
export { QUESTIONS, admettre } from "./questions";
export type { Question } from "./questions";
export { estDejaSignee } from "./est-deja-signee";
export { figer, versionDepuis, versionsDe } from "./versions";
