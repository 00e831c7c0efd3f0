export { VERSION } from "./version";
export { etatDeLaVerification, rappelDeVerification } from "./verification";
export { ecrireArticle, ecrireDate, mentionDuBareme } from "./article";
export {
  enoncerAbsence,
  enoncerConstat,
  enoncerLignes,
  enoncerPlace,
  enoncerVerdict,
  RAPPORT_NON_CONTROLE,
} from "./enoncer-controle";
export { expliquerObjectif } from "./expliquer";
export { enUneLigne } from "./message";
export type { Message } from "./message";
export { ecrireEtatDeLaClause, phraserAttributions, phraserClause } from "./phraser-attributions";
export { SANS_OBJET, ecrireAtteinte, phraserBilan } from "./phraser-bilan";
export { nommerRubrique } from "./phrase-de-constat";
export type { PhraseDeConstat } from "./phrase-de-constat";
export { phraserCondition, phraserConstat, phraserVerdict } from "./phraser-controle";
export { nommerLieu, phraserFigee, phraserReste, phraserSignatureRetiree } from "./phraser-copie";
export { phraserErreurExcel } from "./phraser-erreur-excel";
export {
  phraserFeuilleTronquee,
  phraserFeuillesMasquees,
  phraserFichier,
  phraserSansValeur,
} from "./phraser-fichier";
export type { MotifDeFichier } from "./phraser-fichier";
export { SANS_MAXIMUM, phraserNotification } from "./phraser-notification";
export { phraserCellulesChangees, phraserEnsemble, phraserFonctions } from "./phraser-poste";
export type { EtatDesFonctions } from "./phraser-poste";
export { enoncerConditions, enoncerLimites, nommerConversion } from "./phraser-rapport";
export { phraserRefus, texteDesRefus } from "./phraser-refus";
export {
  PORTEE_DE_LA_PROPOSITION,
  phraserCapacites,
  phraserCellulesGardees,
} from "./phraser-repartition";
export {
  ARTICLES_DU_BILAN,
  PORTEE_DU_BILAN,
  direBilanTriennal,
  direProvisoire,
  phraserBilanTriennal,
  resumerBilans,
} from "./phraser-bilan-triennal";
export { phraserAlerte, phraserSuivi } from "./phraser-suivi";
export {
  phraserReponseIllisible,
  phraserReponsesSansTableau,
  phraserVersionsSansTableau,
} from "./phraser-reponse";
export type { MotifDIllisible, ReponseIllisible } from "./phraser-reponse";
export { direEtat, nommerVersion, phraserRefusDeFiger } from "./phraser-signature";
export {
  ecrireCompte,
  ecrireFraction,
  ecrireNombre,
  ecrireTaux,
  enumerer,
  typographier,
} from "./typographie";
