/** Un groupe de fonctionnalités d'Office que le complément emploie. */
export interface Ensemble {
  nom: "SharedRuntime" | "CustomFunctionsRuntime" | "ExcelApi" | "CompressedFile";
  version: string;
  present: boolean;
}

export interface Poste {
  ensembles: readonly Ensemble[];
  calculAutomatique: boolean;
}

const ENSEMBLES = [
  ["SharedRuntime", "1.1"],
  ["CustomFunctionsRuntime", "1.1"],
  ["ExcelApi", "1.9"],
  ["ExcelApi", "1.13"],
  ["CompressedFile", "1.1"],
] as const;

/** Ce que cet Excel sait faire. N'écrit rien ; un aller-retour. */
export async function verifierPoste(): Promise<Poste> {
  const { requirements } = Office.context;
  const mode = await Excel.run(async (context) => {
    const { application } = context;
    application.load("calculationMode");
    await context.sync();
    return application.calculationMode;
  });
  return {
    ensembles: ENSEMBLES.map(([nom, version]) => ({
      nom,
      version,
      present: requirements.isSetSupported(nom, version),
    })),
    calculAutomatique: mode !== "Manual",
  };
}
