export {
  adresseDe,
  absolue,
  lettresDeColonne,
  nomPourFormule,
  plageDe,
  rangDeColonne,
  rectangleDe,
} from "./adresse";
export { estErreur } from "./cellule";
export type { Cellule, ErreurDeCellule, FeuilleLue, ValeurDeCellule } from "./cellule";
export type { AucunTableau } from "./absence";
export { lireTableaux } from "./lire-tableaux";
export { MARQUE_DE_BILAN, MARQUE_DE_RAPPORT } from "./marque";
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
export type { MotifDeLEcart } from "./ligne-rangee";
export { sensDuFormat } from "./format";
export { ditVide, lireNombreEcrit } from "./nombre-ecrit";
export { periodeDe } from "./periode";
export { RUBRIQUES, SOMMABLES } from "./rubriques";
export type { Rubrique } from "./rubriques";
export { DATE_ECRITE, normaliserTitre } from "./textes";
export type { TypeDeTableau } from "./type-de-contrat";
export { lireNombreDe, lireReponse } from "./valeurs";
