import { LifecycleStages, LocaleType, LogLevel, Univer, type IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import textes from "@univerjs/preset-sheets-core/locales/fr-FR";
import { ILayoutService } from "@univerjs/ui";
import "@univerjs/preset-sheets-core/lib/index.css";
import "../facade";

/** Univer avec sa grille, dans un élément de la page. */
export function ouvrirLaGrille(
  conteneur: HTMLElement,
  donnees: Partial<IWorkbookData>,
  sombre: boolean
) {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: textes },
    logLevel: LogLevel.WARN,
    darkMode: sombre,
  });
  const { plugins } = UniverSheetsCorePreset({ container: conteneur, ribbonType: "simple" });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
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
