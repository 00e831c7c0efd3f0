import { maximumDe, type Validation } from "../feuilles";
import { absolue } from "../tableau";

/** Met en attente ce qu'une plage attend : liste de choix, bornes ou jours, phrase d'aide, avertissement. ExcelApi 1.8. */
export function valider(plage: Excel.Range, donnee: Validation): void {
  const { regle, invite, alerte, bloquante = false } = donnee;
  const validation = plage.dataValidation;
  validation.rule = pourOffice(regle);
  validation.prompt = { showPrompt: true, title: invite.titre, message: invite.texte };
  validation.errorAlert = {
    showAlert: alerte !== undefined,
    style: bloquante ? "Stop" : "Warning",
    title: alerte?.titre ?? "",
    message: alerte?.texte ?? "",
  };
}

/** Un jour s'y dit en ISO 8601, quel que soit le calendrier du classeur. */
function pourOffice(regle: Validation["regle"]): Excel.DataValidationRule {
  if ("liste" in regle) return { list: { inCellDropDown: true, source: regle.liste.join(",") } };
  if ("textesDe" in regle)
    return { list: { inCellDropDown: true, source: `=${absolue(regle.textesDe)}` } };
  const operator = "Between";
  if ("date" in regle)
    return { date: { formula1: regle.date.min, formula2: regle.date.max, operator } };
  const max = maximumDe(regle.entier);
  const formula2 = typeof max === "string" ? `=${max}` : max;
  return { wholeNumber: { formula1: regle.entier.min, formula2, operator } };
}
