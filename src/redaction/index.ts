export { VERSION } from "./version";
export { etatDeLaVerification, rappelDeVerification } from "./verification";
export { ecrireArticle, mentionDuBareme } from "./article";
export {
  enoncerAbsence,
  enoncerConstat,
  enoncerLignes,
  enoncerPlace,
  enoncerVerdict,
} from "./enoncer-controle";
export { expliquerObjectif } from "./expliquer";
export { enUneLigne } from "./message";
export type { Message } from "./message";
export { ecrireEtatDeLaClause, phraserAttributions, phraserClause } from "./phraser-attributions";
export { SANS_OBJET, ecrireAtteinte, phraserBilan } from "./phraser-bilan";
export { nommerRubrique } from "./phrase-de-constat";
export { phraserCondition, phraserConstat, phraserVerdict } from "./phraser-controle";
export { phraserErreurExcel } from "./phraser-erreur-excel";
export {
  phraserFeuilleTronquee,
  phraserFeuillesMasquees,
  phraserFichier,
  phraserSansValeur,
} from "./phraser-fichier";
export type { MotifDeFichier } from "./phraser-fichier";
export { SANS_MAXIMUM, phraserNotification } from "./phraser-notification";
export { phraserRefus, texteDesRefus } from "./phraser-refus";
export {
  ecrireCompte,
  ecrireFraction,
  ecrireNombre,
  ecrireTaux,
  typographier,
} from "./typographie";
