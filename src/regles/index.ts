export { BAREMES, PERIODES, PERIODE_PAR_DEFAUT, QUALITE, VERIFICATION } from "./bareme";
export type { Article, Bareme, Periode, Tranche } from "./bareme";
export { combienDeManquants } from "./combien-de-manquants";
export { combienDePlaiAuMoins } from "./combien-de-plai-au-moins";
export { combienDePlsAuPlus } from "./combien-de-pls-au-plus";
export { estCeEquilibre } from "./est-ce-equilibre";
export { lireDeficit } from "./lire-saisie";
export {
  UNITE,
  enMillioniemes,
  partAuPlusProche,
  partSuperieure,
  pourcentEnMillioniemes,
} from "./nombre";
export type { Arrondi } from "./nombre";
export { quelArrondi } from "./quel-arrondi";
export { quelArticle } from "./quel-article";
export { quelEcart } from "./quel-ecart";
export { quelObjectif } from "./quel-objectif";
export type { Objectif } from "./quel-objectif";
export { quelPlancher } from "./quel-plancher";
export type { Plancher } from "./quel-plancher";
export { quelTauxDeLogementsSociaux } from "./quel-taux-de-logements-sociaux";
export { quelTauxDeRattrapage, tauxLegal, tauxPlancher } from "./quel-taux-de-rattrapage";
export { estEntrante, quelTypeDeSituation, MOTS_DU_TYPE } from "./quel-type-de-situation";
export type { TypeDeSituation } from "./quel-type-de-situation";
export { quelleLecture } from "./quelle-lecture";
export type { Lecture } from "./quelle-lecture";
export { quellePeriode } from "./quelle-periode";
export { estALaBorneHaute, quelleTranche } from "./quelle-tranche";
export { estRefus } from "./resultat";
export type { Argument, Refus, Refuse, Resultat, Saisie } from "./resultat";
