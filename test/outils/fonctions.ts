import { FICHIERS_DES_FORMULES, engendrerMetadonnees } from "../../outils/metadonnees.cjs";

type Fonction = (...matrices: unknown[]) => unknown;

type Engendrees = Awaited<ReturnType<typeof engendrerMetadonnees>>;

let enCache: Promise<Engendrees> | null = null;

/** Les métadonnées des fonctions du complément, telles que la construction les engendre. */
export function metadonneesDuComplement(): Promise<Engendrees> {
  enCache ??= engendrerMetadonnees(FICHIERS_DES_FORMULES);
  return enCache;
}

/** Les fonctions du complément, sous l'identifiant que les métadonnées leur donnent. */
export async function chargerFonctions(): Promise<Record<string, Fonction>> {
  const { associations } = await metadonneesDuComplement();
  const modules = await Promise.all(
    FICHIERS_DES_FORMULES.map((fichier) => import(fichier) as Promise<Record<string, unknown>>)
  );
  const charge = Object.assign({}, ...modules) as Record<string, unknown>;
  return Object.fromEntries(
    associations.map(({ id, fonction }) => [id, charge[fonction] as Fonction])
  );
}

/** Ce qu'Excel offre aux fonctions personnalisées : de quoi rendre une erreur. */
class ErreurDeFonction extends Error {
  constructor(
    readonly code: string,
    message?: string
  ) {
    super(message);
  }
}

/** Charge les fonctions sans Excel : l'objet global `CustomFunctions` ne sait que fabriquer une erreur. */
export function chargerSansExcel(): Promise<Record<string, Fonction>> {
  Object.assign(globalThis, {
    CustomFunctions: {
      Error: ErreurDeFonction,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  return chargerFonctions();
}
