export { adresseDe, lettresDeColonne, nomPourFormule, plageDe, rectangleDe } from "./adresse";
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
export { lireTableaux } from "./lire-tableaux";
export type { LectureDeFeuille, OptionsDeLecture } from "./lire-tableaux";
export type { TableauTrouve } from "./composer-tableau";
export type { ColonneLue, Colonnes, ColonnesDonnees, Confiance } from "./attribuer-colonnes";
export type { Origine, Trouvaille } from "./contexte";
export type {
  Conversion,
  DonneeLue,
  DonneesLues,
  EtatDeDonnee,
  LigneDeCommune,
  LigneDeTotal,
  Moyen,
} from "./donnees";
export type { MotifDeLEcart } from "./lire-lignes";
export { RUBRIQUES } from "./rubriques";
export type { Rubrique } from "./rubriques";
export type { TypeDeTableau } from "./type-de-contrat";
