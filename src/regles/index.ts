export {
  ARRONDISSEMENTS,
  ATTRIBUTIONS,
  BAREMES,
  BORNE_BASSE,
  BORNE_HAUTE,
  CLAUSE_DE_MIXITE,
  DATE_MAXIMUM,
  DEFICIT_MAXIMUM,
  DEROGATION,
  ECART_MAXIMUM,
  FRACTION_PROBABLE,
  PERIODES,
  PERIODES_CONSOMMEES_MAXIMUM,
  PERIODES_PERMISES,
  PERIODE_PAR_DEFAUT,
  POPULATION_MAXIMUM,
  QUALITE,
  RESIDENCES_MAXIMUM,
  TAUX_CIBLES,
  TAUX_RETENU_MAXIMUM,
  VERIFICATION,
} from "./bareme";
export type { Article, Bareme, Periode, Tranche } from "./bareme";
export { anneeDuJour, premierJanvier } from "./calendrier";
export { combienDeManquants } from "./combien-de-manquants";
export { combienDePeriodesRestantes } from "./combien-de-periodes-restantes";
export { combienDePlaiAuMoins } from "./combien-de-plai-au-moins";
export { combienDePlsAuPlus } from "./combien-de-pls-au-plus";
export { estCeAReverifier } from "./est-ce-a-reverifier";
export { estCeConformeALaClause } from "./est-ce-conforme-a-la-clause";
export type { ClauseDeMixite } from "./est-ce-conforme-a-la-clause";
export { estCeEquilibre } from "./est-ce-equilibre";
export { estCeUneDureeDerogeable } from "./est-ce-une-duree-derogeable";
export { MOTS_DU_OUI_NON, lireDeficit, lireOuiNon, normaliserMot } from "./lire-saisie";
export {
  UNITE,
  enMillioniemes,
  partAuPlusProche,
  partSuperieure,
  pourcentEnMillioniemes,
  sommer,
} from "./nombre";
export type { Arrondi } from "./nombre";
export { MOTS_DE_L_ARRONDI, quelArrondi } from "./quel-arrondi";
export { quelArticle, quelArticleDuPlancher } from "./quel-article";
export { quelBilan } from "./quel-bilan";
export type { Bilan } from "./quel-bilan";
export { quelEcart } from "./quel-ecart";
export { quelInventaire } from "./quel-inventaire";
export { quelObjectif } from "./quel-objectif";
export type { Objectif } from "./quel-objectif";
export { quelPlancher } from "./quel-plancher";
export type { Plancher } from "./quel-plancher";
export { quelTauxCible } from "./quel-taux-cible";
export { quelTauxDAtteinte } from "./quel-taux-d-atteinte";
export { quelTauxDeLogementsSociaux } from "./quel-taux-de-logements-sociaux";
export { quelTauxDeRattrapage, tauxLegal, tauxPlancher } from "./quel-taux-de-rattrapage";
export { estEntrante, quelTypeDeSituation, MOTS_DU_TYPE } from "./quel-type-de-situation";
export type { TypeDeSituation } from "./quel-type-de-situation";
export { MOTS_DE_LA_LECTURE, quelleLecture } from "./quelle-lecture";
export type { Lecture } from "./quelle-lecture";
export { quelleNotification } from "./quelle-notification";
export type { Notification } from "./quelle-notification";
export { quellePartDesAttributions } from "./quelle-part-des-attributions";
export type { ObjectifDAttribution, PartDesAttributions } from "./quelle-part-des-attributions";
export { quellePartParArrondissement } from "./quelle-part-par-arrondissement";
export { quellePartSociale } from "./quelle-part-sociale";
export { quellePeriode } from "./quelle-periode";
export { quellePeriodeACetteDate } from "./quelle-periode-a-cette-date";
export { quelleProjection } from "./quelle-projection";
export { quelleRepartition } from "./quelle-repartition";
export { quelleTension } from "./quelle-tension";
export { estALaBorneHaute, quelleTranche } from "./quelle-tranche";
export { estRefus } from "./resultat";
export type {
  Argument,
  Contenu,
  LigneIllisible,
  Refus,
  Refuse,
  Resultat,
  Saisie,
} from "./resultat";
