import type { ReferenceDuComplement } from "../../fichier";
import { VERSION } from "../../redaction";

/** Le complément, tel que son manifeste le nomme, déployé par l'administrateur : le seul cas où Excel ouvre encore un volet tout seul. */
export const COMPLEMENT: ReferenceDuComplement = {
  id: "397ba63e-ed65-4ff9-9079-0aabf84d550d",
  version: `${VERSION}.0`,
  origine: "EXCatalog",
  catalogue: "EXCatalog",
};
