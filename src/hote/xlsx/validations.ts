import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
} from "@univerjs/core";
import { deserializeListOptions } from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { ecrireZone, lireZone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { enZone } from "../zones-univer";
import type { FeuilleXlsx } from "./types";

type ValidationXlsx = NonNullable<FeuilleXlsx["validations"]>[number];

/** Pose dans Univer une validation lue dans un fichier. */
export function poserValidation(
  { api }: ClasseurOuvert,
  feuille: FWorksheet,
  { plage, regle, invite, alerte }: ValidationXlsx
): void {
  const zone = lireZone(plage);
  if (!zone) return;
  const neuve = api.newDataValidation().setAllowBlank(true);
  if ("liste" in regle) neuve.requireValueInList([...regle.liste], false, true);
  else neuve.requireNumberBetween(regle.entier.min, regle.entier.max, true);
  neuve.setOptions({
    showInputMessage: true,
    promptTitle: invite.titre,
    prompt: invite.texte,
    showErrorMessage: alerte !== undefined,
    errorStyle: DataValidationErrorStyle.WARNING,
    errorTitle: alerte?.titre ?? "",
    error: alerte?.texte ?? "",
  });
  feuille
    .getRange(zone.ligne, zone.colonne, zone.hauteur, zone.largeur)
    .setDataValidation(neuve.build());
}

/** Les validations d'une feuille, à écrire dans un fichier. */
export function validationsDe(feuille: FWorksheet): ValidationXlsx[] {
  return feuille.getDataValidations().flatMap((posee) => {
    const { rule } = posee;
    const regle = regleDe(rule);
    if (!regle) return [];
    const invite = { titre: rule.promptTitle ?? "", texte: rule.prompt ?? "" };
    const alerte = { titre: rule.errorTitle ?? "", texte: rule.error ?? "" };
    return posee.getRanges().map((plage) => ({
      plage: ecrireZone(enZone(plage.getRange())),
      regle,
      invite,
      ...(rule.showErrorMessage && { alerte }),
    }));
  });
}

function regleDe(
  rule: ReturnType<FWorksheet["getDataValidations"]>[number]["rule"]
): ValidationXlsx["regle"] | undefined {
  const { formula1 = "", formula2 = "", operator } = rule;
  const type: string = rule.type;
  if (type === String(DataValidationType.LIST)) return { liste: deserializeListOptions(formula1) };
  const entiere = type === String(DataValidationType.WHOLE);
  const bornee = entiere && operator === DataValidationOperator.BETWEEN;
  return bornee ? { entier: { min: Number(formula1), max: Number(formula2) } } : undefined;
}
