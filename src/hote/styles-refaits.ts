import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";

type Cellules = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Univer prend un style refait (Ctrl+Y) pour un contenu effacé, et perd la formule : ses formules ne suivent plus que les cellules dont le contenu change. */
export function corrigerLesStylesRefaits(formules: FormulaDataModel): void {
  const donnees = formules.updateFormulaData.bind(formules);
  const etalees = formules.updateArrayFormulaCellData.bind(formules);
  const plages = formules.updateArrayFormulaRange.bind(formules);
  formules.updateFormulaData = (id, feuille, cellules) =>
    donnees(id, feuille, contenusDe(cellules));
  formules.updateArrayFormulaCellData = (id, feuille, cellules) =>
    etalees(id, feuille, contenusDe(cellules));
  formules.updateArrayFormulaRange = (id, feuille, cellules) =>
    plages(id, feuille, contenusDe(cellules));
}

function contenusDe(cellules: Cellules): Cellules {
  const lignes = Object.entries(cellules as Record<string, Record<string, Nullable<ICellData>>>);
  return Object.fromEntries(
    lignes.map(([ligne, rangee]) => [
      ligne,
      Object.fromEntries(Object.entries(rangee).filter(([, cellule]) => aUnContenu(cellule))),
    ])
  );
}

/** `null` vide la cellule. */
function aUnContenu(cellule: Nullable<ICellData>): boolean {
  return !cellule || "v" in cellule || "f" in cellule || "p" in cellule || "si" in cellule;
}
