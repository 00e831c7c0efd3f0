/* global CustomFunctions */
import { typographier } from "../redaction";
import type { Argument } from "./saisies";

/** Un argument, sous le nom que l'utilisateur lui voit, et les nombres de lignes qu'il peut avoir. */
interface PlageAttendue {
  nom: string;
  plage: Argument;
  hauteurs: readonly number[];
}

/**
 * Pour une fonction qui lit ses arguments d'un bloc : `#VALEUR!` si l'un n'est pas une colonne de l'une des hauteurs permises (une seule
 * cellule, pour une ligne) ; le texte dit lesquels. `null` si tous conviennent ; un argument omis convient.
 */
export function verifierTailles(plages: readonly PlageAttendue[]): CustomFunctions.Error | null {
  const fausses = plages.flatMap(({ nom, plage, hauteurs }) => {
    if (plage === null) return [];
    const colonnes = plage[0]?.length ?? 0;
    if (hauteurs.includes(plage.length) && colonnes === 1) return [];
    const attendues = hauteurs.map((hauteur) => `${hauteur} × 1`).join(" ou ");
    return [`« ${nom} » : ${plage.length} × ${colonnes} au lieu de ${attendues}`];
  });
  if (fausses.length === 0) return null;
  return new CustomFunctions.Error(
    CustomFunctions.ErrorCode.invalidValue,
    typographier(
      `Les arguments n'ont pas la taille attendue. En lignes et colonnes, ${fausses.join(", ")}. Donnez une colonne par argument, ou une seule cellule (1 × 1).`
    )
  );
}

/** Vérifie que chaque argument tient en une seule cellule. */
export function verifierCellules(
  cellules: Readonly<Record<string, Argument>>
): CustomFunctions.Error | null {
  return verifierTailles(
    Object.entries(cellules).map(([nom, plage]) => ({ nom, plage, hauteurs: [1] }))
  );
}
