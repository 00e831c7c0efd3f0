import type { Theme } from "./theme";

/** Ensembles d'exigences annoncés : ce que nous servons, pas tout ce qu'un Excel récent sait faire. */
const ENSEMBLES = {
  excelapi: "1.16",
  sharedruntime: "1.1",
  customfunctions: "1.9",
  customfunctionsruntime: "1.4",
  richapiruntime: "1.2",
  addincommands: "1.1",
  file: "1.1",
  compressedfile: "1.1",
  settings: "1.1",
  selection: "1.1",
  documentevents: "1.1",
  textcoercion: "1.1",
  matrixcoercion: "1.1",
};

/** Réponses à `GetContext()`, noms et ordres relevés dans office.js 1.1.110. */
export function contexte(
  theme: () => Theme,
  nomDeFichier: () => string,
  reglagesDuDocument: Map<string, string>
) {
  return {
    GetAppType: () => 1, // Excel
    GetSolutionRef: () => "complement-cms",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "fr-FR",
    GetAppDataLocale: () => "fr-FR",
    GetDocUrl: () => nomDeFichier(),
    GetAppCapabilities: () => 0, // lecture et écriture
    GetActivationMode: () => 2, // document ouvert
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "0",
    GetInstanceId: () => "1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(ENSEMBLES),
    GetHostFullVersion: () => "16.0.18000.20000",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(theme()),
    GetSettings: () => reglages(reglagesDuDocument),
  };
}

/** `document.settings` : le client lit et écrit tout d'un coup. */
function reglages(gardes: Map<string, string>) {
  return {
    Read(noms: string[], valeurs: string[]) {
      for (const [nom, valeur] of gardes) {
        noms.push(nom);
        valeurs.push(valeur);
      }
    },
    Write(noms: string[], valeurs: string[]) {
      gardes.clear();
      noms.forEach((nom, rang) => gardes.set(nom, valeurs[rang] ?? ""));
    },
  };
}
