import type { Scalaire } from "../feuilles";
import { plageDe, rectangleDe } from "../tableau";

/** Des cellules l'une sous l'autre : une seule plage à lire et à écrire. Lignes et colonnes comptées à partir de 0. */
export interface Suite<T> {
  ligne: number;
  colonne: number;
  elements: T[];
}

/** Réunit en plages des cellules d'une même feuille. */
export function enSuites<T extends { adresse: string }>(cellules: readonly T[]): Suite<T>[] {
  const places = cellules
    .flatMap((cellule) => {
      const place = rectangleDe(cellule.adresse);
      return place ? [{ cellule, ligne: place.haut, colonne: place.gauche }] : [];
    })
    .sort((a, b) => a.colonne - b.colonne || a.ligne - b.ligne);
  const suites: Suite<T>[] = [];
  for (const { cellule, ligne, colonne } of places) {
    const derniere = suites.at(-1);
    if (derniere?.colonne === colonne && derniere.ligne + derniere.elements.length === ligne)
      derniere.elements.push(cellule);
    else suites.push({ ligne, colonne, elements: [cellule] });
  }
  return suites;
}

/** Sans suivi au-delà du prochain `sync` : Excel n'a pas à l'oublier par un aller-retour de plus. */
export function plageDeSuite(
  feuille: Excel.Worksheet,
  { ligne, colonne, elements }: Suite<unknown>
): Excel.Range {
  const plage = feuille.getRange(plageDe(ligne, colonne, elements.length, 1));
  plage.untrack();
  return plage;
}

/**
 * Remet ce qui était, dans le même ordre : ce qui n'avait pas été écrit refuse encore, et rien ne suit.
 * @param avant Les formules de chaque suite, telles que `range.formulas` les veut.
 */
export async function remettre(
  nom: string,
  suites: readonly Suite<unknown>[],
  avant: readonly Scalaire[][][]
): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const feuille = context.workbook.worksheets.getItem(nom);
      suites.forEach((suite, rang) => {
        plageDeSuite(feuille, suite).formulas = avant[rang] ?? [];
      });
      await context.sync();
    });
  } catch {
    // La cellule qui a refusé l'écriture refuse aussi qu'on la remette : celles d'avant le sont déjà.
  }
}
