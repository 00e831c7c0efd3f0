import type { AxeRetenu, GraphiqueRetenu } from "../graphiques";
import type { FeuilleXlsx } from "./types";

type GraphiqueXlsx = NonNullable<FeuilleXlsx["graphiques"]>[number];

const GENRES: Readonly<Record<string, GraphiqueXlsx["genre"]>> = {
  XYScatterLines: "courbes",
  ColumnClustered: "barres",
  ColumnStacked: "barres empilées",
};

/** Les graphiques d'une feuille, à écrire dans un fichier ; ceux d'un autre genre n'y seraient pas les mêmes. */
export function graphiquesXlsx(retenus: readonly GraphiqueRetenu[]): GraphiqueXlsx[] {
  return retenus.flatMap(({ genre, titre, plage, series, axes }) => {
    const sien = GENRES[genre];
    if (!sien) return [];
    return {
      genre: sien,
      titre,
      plage,
      amorce: "",
      series: series.map(({ nom, abscisses, valeurs }) => ({ nom, abscisses, valeurs })),
      axes: { horizontal: axeXlsx(axes.horizontal), vertical: axeXlsx(axes.vertical) },
    };
  });
}

function axeXlsx({
  titre,
  format,
  minimum,
  maximum,
}: AxeRetenu): GraphiqueXlsx["axes"]["vertical"] {
  return {
    titre,
    format,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}
