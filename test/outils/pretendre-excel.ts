import { join } from "node:path";
import { engendrerMetadonnees } from "../../outils/metadonnees.cjs";

type Fonction = (...matrices: unknown[]) => unknown;

/** Ce qu'Excel offre aux fonctions personnalisées : de quoi rendre une erreur. */
class ErreurDeFonction extends Error {
  constructor(
    readonly code: string,
    message?: string
  ) {
    super(message);
  }
}

/** Pose l'objet global `CustomFunctions`, charge les fonctions, et les rend sous l'identifiant que les métadonnées leur donnent. */
export async function pretendreExcel(): Promise<Record<string, Fonction>> {
  Object.assign(globalThis, {
    CustomFunctions: {
      Error: ErreurDeFonction,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  const source = join(__dirname, "../../src/fonctions/fonctions.ts");
  const { associations } = await metadonnees(source);
  const module_ = (await import("../../src/fonctions/fonctions")) as unknown as Record<
    string,
    Fonction
  >;
  return Object.fromEntries(
    associations.flatMap(({ id, fonction }) => {
      const trouvee = module_[fonction];
      return trouvee ? [[id, trouvee]] : [];
    })
  );
}

let enCache: ReturnType<typeof engendrerMetadonnees> | null = null;

function metadonnees(source: string): ReturnType<typeof engendrerMetadonnees> {
  enCache ??= engendrerMetadonnees(source);
  return enCache;
}
