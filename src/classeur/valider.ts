import type { Validation } from "../feuilles";

/** Met en attente ce qu'une plage attend : liste de choix ou bornes, phrase d'aide, avertissement. ExcelApi 1.8. */
export function valider(plage: Excel.Range, { regle, invite, alerte }: Validation): void {
  const validation = plage.dataValidation;
  validation.rule =
    "liste" in regle
      ? { list: { inCellDropDown: true, source: regle.liste.join(",") } }
      : {
          wholeNumber: {
            formula1: regle.entier.min,
            formula2: regle.entier.max,
            operator: "Between",
          },
        };
  validation.prompt = { showPrompt: true, title: invite.titre, message: invite.texte };
  validation.errorAlert = {
    showAlert: alerte !== undefined,
    style: "Warning",
    title: alerte?.titre ?? "",
    message: alerte?.texte ?? "",
  };
}
