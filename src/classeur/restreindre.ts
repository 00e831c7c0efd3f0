import type { FeuilleLue } from "../tableau";

/** Place d'une plage sur sa feuille, comptée à partir de 0. */
export type Place = Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">;

/** Ne garde d'une lecture que les cellules de cette plage ; aucune si elles ne se touchent pas. */
export function restreindre<T extends FeuilleLue>(lue: T, plage: Place): T {
  const haut = Math.max(lue.ligne, plage.rowIndex);
  const gauche = Math.max(lue.colonne, plage.columnIndex);
  const cellules = lue.cellules
    .slice(haut - lue.ligne, Math.max(0, plage.rowIndex + plage.rowCount - lue.ligne))
    .map((rangee) =>
      rangee.slice(
        gauche - lue.colonne,
        Math.max(0, plage.columnIndex + plage.columnCount - lue.colonne)
      )
    )
    .filter((rangee) => rangee.length > 0);
  return { ...lue, ligne: haut, colonne: gauche, cellules };
}
