import type { IRange } from "@univerjs/core";
import type { Zone } from "./adresse";

/** Rectangle d'Univer, bornes comprises. */
type Bornes = Pick<IRange, "startRow" | "startColumn" | "endRow" | "endColumn">;

export function enZone({ startRow, startColumn, endRow, endColumn }: Bornes): Zone {
  return {
    ligne: startRow,
    colonne: startColumn,
    hauteur: endRow - startRow + 1,
    largeur: endColumn - startColumn + 1,
  };
}

export function enPlage({ ligne, colonne, hauteur, largeur }: Zone): Bornes {
  return {
    startRow: ligne,
    startColumn: colonne,
    endRow: ligne + hauteur - 1,
    endColumn: colonne + largeur - 1,
  };
}
