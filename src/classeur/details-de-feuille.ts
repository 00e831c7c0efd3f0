import type { FeuilleLue } from "../tableau";
import { sansSuivi } from "./sans-suivi";

type Details = Pick<FeuilleLue, "lignesMasquees" | "colonnesMasquees" | "fusions">;

/**
 * Met en attente la lecture de ce que les valeurs ne disent pas : lignes et colonnes masquées (ExcelApi 1.9), fusions (1.13).
 * @param plage Part de la cellule A1 : les rangs lus sont ceux de la feuille.
 * @returns De quoi lire la réponse, après le `sync`. `fusions` est absent si cet Excel ne sait pas les dire.
 */
export function demanderDetails(plage: Excel.Range): () => Details {
  const lignes = plage.getRowProperties({ rowHidden: true });
  const colonnes = plage.getColumnProperties({ columnHidden: true });
  const fusions = demanderFusions(plage);
  return () => ({
    lignesMasquees: rangs(lignes.value.map(({ rowHidden }) => rowHidden === true)),
    colonnesMasquees: rangs(colonnes.value.map(({ columnHidden }) => columnHidden === true)),
    ...(fusions && { fusions: fusions() }),
  });
}

function rangs(masques: readonly boolean[]): ReadonlySet<number> {
  return new Set(masques.flatMap((masque, rang) => (masque ? [rang] : [])));
}

/** Met en attente la lecture des cellules fusionnées d'une plage (« A1:C1 ») ; `undefined` si cet Excel ne sait pas les dire. */
export function demanderFusions(plage: Excel.Range): (() => string[]) | undefined {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return undefined;
  const fusions = sansSuivi(plage.getMergedAreasOrNullObject());
  fusions.load("address");
  return () => (fusions.isNullObject ? [] : separerAdresses(fusions.address));
}

/** « 'Feuil 1'!A1:C1,'Feuil 1'!A3:B3 » → « A1:C1 », « A3:B3 ». Un nom de feuille peut porter une virgule ou un « ! ». */
function separerAdresses(adresses: string): string[] {
  return adresses
    .replaceAll("$", "")
    .replace(/'(?:[^']|'')*'!/g, "")
    .split(",")
    .map((adresse) => adresse.slice(adresse.lastIndexOf("!") + 1).trim());
}
