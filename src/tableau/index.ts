export { adresseDe, lettresDeColonne, nomPourFormule, plageDe, rectangleDe } from "./adresse";
export { estErreur } from "./cellule";
export type { Cellule, ErreurDeCellule, FeuilleLue, ValeurDeCellule } from "./cellule";
export type { AucunTableau } from "./absence";
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
