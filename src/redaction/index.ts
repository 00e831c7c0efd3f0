export { VERSION } from "./version";
export { ecrireArticle, mentionDuBareme } from "./article";
export { expliquerObjectif } from "./expliquer";
export { enUneLigne } from "./message";
export type { Message } from "./message";
export { nommerChamp, phraserCondition, phraserConstat, phraserVerdict } from "./phraser-controle";
export { phraserErreurExcel } from "./phraser-erreur-excel";
export { phraserRefus, texteDesRefus } from "./phraser-refus";
export {
  ecrireCompte,
  ecrireFraction,
  ecrireNombre,
  ecrireTaux,
  typographier,
} from "./typographie";
