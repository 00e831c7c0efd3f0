import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
} from "@univerjs/core";
import { deserializeListOptions } from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { ecrireZone, lireZone, separerFeuille } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { entreDeuxEntiers, entreDeuxJours } from "../entre-deux-bornes";
import { enZone } from "../zones-univer";
import type { FeuilleXlsx } from "./types";

type ValidationXlsx = NonNullable<FeuilleXlsx["validations"]>[number];

/** Pose dans Univer une validation lue dans un fichier. */
export function poserValidation(
  { api }: ClasseurOuvert,
  feuille: FWorksheet,
  { plage, regle, invite, alerte, bloquante = false }: ValidationXlsx
): void {
  const zone = lireZone(plage);
  if (!zone) return;
  const neuve = api.newDataValidation().setAllowBlank(true);
  if ("liste" in regle) neuve.requireValueInList([...regle.liste], false, true);
  else if ("textesDe" in regle) {
    const source = lireZone(regle.textesDe);
    if (!source) return;
    const { ligne, colonne, hauteur, largeur } = source;
    neuve.requireValueInRange(feuille.getRange(ligne, colonne, hauteur, largeur), false, true);
  }
  neuve.setOptions({
    showInputMessage: true,
    promptTitle: invite.titre,
    prompt: invite.texte,
    showErrorMessage: alerte !== undefined,
    errorStyle: bloquante ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING,
    errorTitle: alerte?.titre ?? "",
    error: alerte?.texte ?? "",
  });
  feuille
    .getRange(zone.ligne, zone.colonne, zone.hauteur, zone.largeur)
    .setDataValidation(bornee(neuve, regle));
}

function bornee(neuve: Parameters<typeof entreDeuxJours>[0], regle: ValidationXlsx["regle"]) {
  if ("date" in regle) return entreDeuxJours(neuve, regle.date.min, regle.date.max);
  if (!("entier" in regle)) return neuve.build();
  const { min, max, auPlus } = regle.entier;
  return entreDeuxEntiers(neuve, min, auPlus ? `=IF(${auPlus}="",${max},${auPlus})` : max);
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
      ...(rule.showErrorMessage &&
        rule.errorStyle === DataValidationErrorStyle.STOP && { bloquante: true }),
    }));
  });
}

function regleDe(
  rule: ReturnType<FWorksheet["getDataValidations"]>[number]["rule"]
): ValidationXlsx["regle"] | undefined {
  const { formula1 = "", formula2 = "", operator } = rule;
  const type: string = rule.type;
  if (type === String(DataValidationType.LIST) && formula1.startsWith("="))
    return { textesDe: separerFeuille(formula1).adresse.replaceAll("$", "") };
  if (type === String(DataValidationType.LIST)) return { liste: deserializeListOptions(formula1) };
  if (operator !== DataValidationOperator.BETWEEN) return undefined;
  if (type === String(DataValidationType.DATE)) return { date: { min: formula1, max: formula2 } };
  const entiere = type === String(DataValidationType.WHOLE);
  const [, ouVide, auPlus] = /^=IF\(\w+="",(\d+),(\w+)\)$/.exec(formula2) ?? [];
  const max = Number(ouVide ?? formula2);
  return entiere
    ? { entier: { min: Number(formula1), max, ...(auPlus !== undefined && { auPlus }) } }
    : undefined;
}
