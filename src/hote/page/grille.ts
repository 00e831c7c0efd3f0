import {
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  type IWorkbookData,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import textes from "@univerjs/preset-sheets-core/locales/fr-FR";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import textesDesConditionnelles from "@univerjs/sheets-conditional-formatting-ui/locale/fr-FR";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import textesDesValidations from "@univerjs/sheets-data-validation-ui/locale/fr-FR";
import { ILayoutService } from "@univerjs/ui";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/sheets-conditional-formatting-ui/lib/index.css";
import "@univerjs/sheets-data-validation-ui/lib/index.css";
import "../facade";

/** Univer avec sa grille, dans un élément de la page. */
export function ouvrirLaGrille(
  conteneur: HTMLElement,
  donnees: Partial<IWorkbookData>,
  sombre: boolean
) {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: {
      [LocaleType.FR_FR]: mergeLocales(textes, textesDesConditionnelles, textesDesValidations),
    },
    logLevel: LogLevel.WARN,
    darkMode: sombre,
  });
  const { plugins } = UniverSheetsCorePreset({ container: conteneur, ribbonType: "simple" });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin);
  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const affichee = new Promise<void>((resoudre) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= LifecycleStages.Rendered) resoudre();
    });
  });
  const classeur = api.createWorkbook(donnees);
  classeur.setNumfmtLocal("fr");
  return {
    api,
    injector,
    univer: classeur,
    affichee,
    donnerLeFocus: () => injector.get(ILayoutService).focus(),
    assombrir: (oui: boolean) => api.toggleDarkMode(oui),
    fermer: () => {
      univer.dispose();
      conteneur.replaceChildren();
    },
  };
}
