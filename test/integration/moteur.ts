import { LocaleType, LogLevel, Univer, type IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import "@univerjs/sheets/facade";

const EXTENSIONS = [
  UniverFormulaEnginePlugin,
  UniverDocsPlugin,
  UniverSheetsPlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsConditionalFormattingPlugin,
  UniverSheetsDataValidationPlugin,
];

/** Univer sans grille, dans Node. */
export function demarrerLeMoteur(donnees: Partial<IWorkbookData>) {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: {},
    logLevel: LogLevel.ERROR,
  });
  for (const extension of EXTENSIONS) univer.registerPlugin(extension);
  const api = FUniver.newAPI(univer);
  return {
    api,
    injector: univer.__getInjector(),
    univer: api.createWorkbook(donnees),
    fermer: () => univer.dispose(),
  };
}
