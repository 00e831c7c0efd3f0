export { adresseDe, lettresDeColonne, nomPourFormule, plageDe } from "./adresse";
export { estErreur } from "./cellule";
export type { Cellule, ErreurDeCellule, FeuilleLue, ValeurDeCellule } from "./cellule";
export { lireTableau } from "./lire-tableau";
export type {
  AucunTableau,
  Colonne,
  Donnee,
  Donnees,
  Lecture,
  LigneLue,
  TableauLu,
  TypeDeContrat,
} from "./lire-tableau";
export { CHAMPS_OBLIGATOIRES } from "./titres";
export type { Champ } from "./titres";
