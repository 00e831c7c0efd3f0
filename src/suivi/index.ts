export type { Alerte } from "./alerte";
export {
  CHAPEAU_DES_ANNEES,
  CHAPEAU_DES_LOGEMENTS,
  CHAPEAU_DES_PRODUITS,
  CHAPEAU_DE_L_AVANCEMENT,
  ETAPES,
  TITRES_D_ARTICLE_3,
  TITRE_DES_ULTERIEURS,
  TITRE_DE_LA_SYNTHESE,
} from "./colonnes";
export type { RubriqueDArticle3 } from "./colonnes";
export { etablirBilan } from "./etablir-bilan";
export type { BilanDePeriode, BilanTriennal } from "./etablir-bilan";
export { lireOperations } from "./lire-operations";
export type { Article3Lu, Operation, ValeurIllisible } from "./lire-operations";
export { objectifsDuControle, objectifsSignes } from "./objectifs";
export type { ObjectifDeCommune, Objectifs } from "./objectifs";
export { anneesDe, suivre } from "./suivre";
export type { Avancement, AvancementDeCommune, Demande, Suivi } from "./suivre";
