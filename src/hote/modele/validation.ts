import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type IDataValidationRule,
  type IDataValidationRuleOptions,
} from "@univerjs/core";
import { deserializeListOptions } from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Zone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { booleen, nombre, objetSimple, texte } from "../fil/arguments";
import { lectureEcriture, type ObjetHote } from "../fil/objet";
import { argumentInvalide } from "../fil/protocole";
import { lireAdresse } from "./references";
import { entreDeuxEntiers, entreDeuxJours } from "../entre-deux-bornes";

/** Objet « DataValidation » du fil : listes de choix, nombres entiers et dates, les seules règles que le complément pose. */
export function objetValidation(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  { ligne, colonne, hauteur, largeur }: Zone
): ObjetHote {
  const plage = () => feuille.getRange(ligne, colonne, hauteur, largeur);
  const posee = () => plage().getDataValidation() ?? null;
  const options = (nouvelles: Partial<IDataValidationRuleOptions>) => {
    const validation = posee();
    if (!validation) throw argumentInvalide();
    validation.setOptions({ ...validation.rule, ...nouvelles });
  };
  return {
    type: "DataValidation",
    proprietes: {
      Rule: lectureEcriture(
        () => regleLue(posee()?.rule),
        (regle) => {
          plage().setDataValidation(regleUniver(classeur, feuille, objetSimple(regle)));
        }
      ),
      Prompt: lectureEcriture(
        () => {
          const regle = posee()?.rule;
          return {
            showPrompt: regle?.showInputMessage ?? true,
            title: regle?.promptTitle ?? "",
            message: regle?.prompt ?? "",
          };
        },
        (valeur) => {
          const { showPrompt, title, message } = objetSimple(valeur);
          options({
            showInputMessage: booleen(showPrompt),
            promptTitle: texte(title),
            prompt: texte(message),
          });
        }
      ),
      ErrorAlert: lectureEcriture(
        () => {
          const regle = posee()?.rule;
          return {
            showAlert: regle?.showErrorMessage ?? true,
            style: STYLES[regle?.errorStyle ?? DataValidationErrorStyle.STOP],
            title: regle?.errorTitle ?? "",
            message: regle?.error ?? "",
          };
        },
        (valeur) => {
          const { showAlert, style, title, message } = objetSimple(valeur);
          options({
            showErrorMessage: booleen(showAlert),
            errorStyle: styleUniver(style),
            errorTitle: texte(title),
            error: texte(message),
          });
        }
      ),
    },
    methodes: {
      Clear: () => {
        plage().setDataValidation(null);
      },
    },
  };
}

const STYLES: Record<DataValidationErrorStyle, string> = {
  [DataValidationErrorStyle.INFO]: "Information",
  [DataValidationErrorStyle.STOP]: "Stop",
  [DataValidationErrorStyle.WARNING]: "Warning",
};

function styleUniver(nom: unknown): DataValidationErrorStyle {
  const trouve = Object.entries(STYLES).find(([, connu]) => connu === nom);
  if (!trouve) throw argumentInvalide();
  return Number(trouve[0]);
}

function regleUniver(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  regle: Record<string, unknown>
) {
  const neuve = classeur.api.newDataValidation().setAllowBlank(true);
  if (regle.list !== undefined) {
    const { inCellDropDown, source } = objetSimple(regle.list);
    const choix = texte(source);
    const deroulante = booleen(inCellDropDown);
    if (!choix.startsWith("="))
      return neuve.requireValueInList(choix.split(","), false, deroulante).build();
    const { ligne, colonne, hauteur, largeur } = lireAdresse(classeur, feuille, choix).zone;
    const plage = feuille.getRange(ligne, colonne, hauteur, largeur);
    return neuve.requireValueInRange(plage, false, deroulante).build();
  }
  if (regle.date !== undefined) {
    const { formula1, formula2, operator } = objetSimple(regle.date);
    if (operator !== "Between") throw argumentInvalide();
    return entreDeuxJours(neuve, texte(formula1), texte(formula2));
  }
  const { formula1, formula2, operator } = objetSimple(regle.wholeNumber);
  if (operator !== "Between") throw argumentInvalide();
  return entreDeuxEntiers(
    neuve,
    nombre(formula1),
    typeof formula2 === "string" ? formula2 : nombre(formula2)
  );
}

function regleLue(regle: IDataValidationRule | undefined): object {
  if (regle?.type === DataValidationType.LIST)
    return {
      list: {
        inCellDropDown: regle.showDropDown ?? true,
        source: regle.formula1?.startsWith("=")
          ? regle.formula1
          : deserializeListOptions(regle.formula1 ?? "").join(","),
      },
    };
  if (regle?.operator !== DataValidationOperator.BETWEEN) return {};
  const { formula1, formula2 } = regle;
  const type: string = regle.type;
  if (type === String(DataValidationType.DATE))
    return { date: { formula1, formula2, operator: "Between" } };
  if (type !== String(DataValidationType.WHOLE)) return {};
  return {
    wholeNumber: {
      formula1: Number(formula1),
      formula2: formula2?.startsWith("=") ? formula2 : Number(formula2),
      operator: "Between",
    },
  };
}
