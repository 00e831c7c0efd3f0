import type { Cellule, FeuilleLue, ValeurDeCellule } from "../tableau";

/**
 * Fenêtre lue : 2 000 lignes, colonnes A à AX, soit 100 000 cellules. La borner d'avance garde la lecture en un seul
 * aller-retour ; un EPCI tient en quelques centaines de lignes.
 */
const FENETRE = "A1:AX2000";

export interface FeuilleActive extends FeuilleLue {
  /** Noms de toutes les feuilles du classeur, dans l'ordre des onglets. */
  feuilles: string[];
  /** Plage utilisée de la feuille si elle déborde de ce qui a été lu ; `null` si tout a été lu. */
  deborde: string | null;
}

type ProprietesLues = "values" | "text" | "formulas" | "numberFormat" | "valueTypes";

/**
 * Lit la feuille active en un seul aller-retour. Une feuille vide donne une lecture vide.
 * @param attendreLaSaisie Attend la fin d'une saisie en cours au lieu d'échouer : pour une lecture que personne n'a demandée.
 */
export async function lireFeuilleActive(attendreLaSaisie = false): Promise<FeuilleActive> {
  return Excel.run({ delayForCellEdit: attendreLaSaisie }, async (context) => {
    const feuilles = context.workbook.worksheets;
    const feuille = feuilles.getActiveWorksheet();
    const utilisee = feuille.getUsedRangeOrNullObject(true);
    const lue = utilisee.getIntersectionOrNullObject(FENETRE);
    // Rien n'est relu ensuite : sans suivi, Excel n'a pas à oublier ces plages par un aller-retour de plus.
    utilisee.untrack();
    lue.untrack();
    feuilles.load("items/name");
    feuille.load("name");
    utilisee.load("address,rowIndex,columnIndex,rowCount,columnCount");
    lue.load(
      "values,text,formulas,numberFormat,valueTypes,rowIndex,columnIndex,rowCount,columnCount"
    );
    await context.sync();

    const noms = feuilles.items.map(({ name }) => name);
    const commun = { nom: feuille.name, feuilles: noms };
    if (utilisee.isNullObject)
      return { ...commun, ligne: 0, colonne: 0, cellules: [], deborde: null };
    const deborde = aireDe(utilisee) > aireDe(lue) ? utilisee.address : null;
    if (lue.isNullObject) return { ...commun, ligne: 0, colonne: 0, cellules: [], deborde };
    return {
      ...commun,
      ligne: lue.rowIndex,
      colonne: lue.columnIndex,
      cellules: enCellules(lue),
      deborde,
    };
  });
}

function aireDe(plage: Excel.Range): number {
  return plage.isNullObject ? 0 : plage.rowCount * plage.columnCount;
}

/** Range les cinq tableaux d'Excel cellule par cellule. */
function enCellules(plage: Pick<Excel.Range, ProprietesLues>): Cellule[][] {
  const types: string[][] = plage.valueTypes;
  const valeurs = plage.values as (number | string | boolean)[][];
  const formules: unknown[][] = plage.formulas;
  const formats = plage.numberFormat as string[][];
  return valeurs.map((ligne, i) =>
    ligne.map((valeur, j) => {
      const formule = formules[i]?.[j];
      const cellule: Cellule = {
        valeur: enValeur(valeur, types[i]?.[j]),
        texte: plage.text[i]?.[j] ?? "",
        format: formats[i]?.[j] ?? "General",
      };
      // Un texte saisi « '=A1 » se lit comme sa formule : seule une vraie formule diffère de son résultat.
      const calculee = typeof formule === "string" && formule.startsWith("=") && formule !== valeur;
      return calculee ? { ...cellule, formule } : cellule;
    })
  );
}

/** Excel rend une erreur comme un texte (« #N/A ») et une cellule vide comme "" : seul le type les distingue. */
function enValeur(valeur: number | string | boolean, type: string | undefined): ValeurDeCellule {
  if (type === "Empty") return null;
  return type === "Error" ? { erreur: String(valeur) } : valeur;
}
