import { plageDe, type Cellule, type FeuilleLue } from "../tableau";
import { demanderContrat } from "./demander-contrat";
import { demanderDetails } from "./details-de-feuille";
import { codeDErreur } from "./erreur";
import { restreindre, type Place } from "./restreindre";
import { sansSuivi } from "./sans-suivi";
import { demanderSurlignage, type SurlignagePose } from "./surlignage-pose";
import { enValeur } from "./valeur-lue";

/**
 * Fenêtre lue : 2 000 lignes, colonnes A à AX, soit 100 000 cellules. La borner d'avance garde la lecture en un seul
 * aller-retour ; un EPCI tient en quelques centaines de lignes.
 */
const LIGNES = 2_000;
const COLONNES = 50;
const FENETRE = plageDe(0, 0, LIGNES, COLONNES);

/** Ce qu'il faut lire. « selection » : les cellules sélectionnées, ou toute leur feuille s'il n'y en a qu'une. */
export type ALire = "active" | "selection" | { feuille: string; plage?: string };

export interface DemandeDeLecture {
  /** Par défaut, la feuille active. */
  aLire?: ALire;
  /** Attend la fin d'une saisie en cours au lieu d'échouer : pour une lecture que personne n'a demandée. */
  attendreLaSaisie?: boolean;
  /** Relève aussi le surlignage déjà posé, pour le remplacer sans un aller-retour de plus. */
  avecSurlignage?: boolean;
}

export interface FeuilleDuClasseur extends FeuilleLue {
  /** Noms de toutes les feuilles du classeur, dans l'ordre des onglets. */
  feuilles: string[];
  /** Plage utilisée de la feuille si elle déborde de ce qui a été lu ; `null` si tout a été lu. */
  deborde: string | null;
  /** Plage à laquelle la lecture s'est tenue ; `null` : toute la feuille. */
  plage: string | null;
  /** La feuille « CMS – Contrat », où sont les réponses de l'agent ; `null` si le classeur ne l'a pas. */
  contrat: FeuilleLue | null;
  /** Le surlignage déjà posé, s'il a été demandé et si Excel a su le dire. */
  surlignage?: SurlignagePose;
}

type ProprietesLues = "values" | "text" | "formulas" | "numberFormat" | "valueTypes";

/**
 * Lit une feuille en un seul aller-retour. Une feuille vide donne une lecture vide.
 * Si Excel bute sur le détail (plus de 512 fusions, une règle de mise en forme abîmée), les cellules seules sont relues.
 */
export async function lireFeuille(demande: DemandeDeLecture = {}): Promise<FeuilleDuClasseur> {
  try {
    return await lire(demande, true);
  } catch (erreur) {
    // Pendant une saisie, lire moins n'y changerait rien.
    if (codeDErreur(erreur) === "InvalidOperationInCellEditMode") throw erreur;
    return lire(demande, false);
  }
}

async function lire(demande: DemandeDeLecture, complete: boolean): Promise<FeuilleDuClasseur> {
  const { aLire = "active", attendreLaSaisie = false, avecSurlignage = false } = demande;
  return Excel.run({ delayForCellEdit: attendreLaSaisie }, async (context) => {
    const { feuille, plage } = viser(context, aLire);
    const feuilles = context.workbook.worksheets;
    const fenetre = sansSuivi(feuille.getRange(FENETRE));
    const utilisee = sansSuivi(feuille.getUsedRangeOrNullObject(true));
    const lue = sansSuivi(utilisee.getIntersectionOrNullObject(fenetre));
    feuilles.load("items/name");
    feuille.load("name");
    utilisee.load("address,rowIndex,columnIndex,rowCount,columnCount");
    lue.load(
      "values,text,formulas,numberFormat,valueTypes,rowIndex,columnIndex,rowCount,columnCount"
    );
    plage?.load("rowIndex,columnIndex,rowCount,columnCount");
    const details = complete ? demanderDetails(depuisA1(feuille, fenetre)) : () => ({});
    const surlignage = complete && avecSurlignage ? demanderSurlignage(feuille) : undefined;
    const contrat = demanderContrat(context);
    await context.sync();

    const noms = feuilles.items.map(({ name }) => name);
    const commun = {
      nom: feuille.name,
      feuilles: noms,
      contrat: contrat(),
      ...details(),
      ...(surlignage && { surlignage: surlignage() }),
    };
    const vide = utilisee.isNullObject || lue.isNullObject;
    const toute: FeuilleDuClasseur = {
      ...commun,
      ligne: vide ? 0 : lue.rowIndex,
      colonne: vide ? 0 : lue.columnIndex,
      cellules: vide ? [] : enCellules(lue),
      deborde: aireDe(utilisee) > aireDe(lue) ? utilisee.address : null,
      plage: null,
    };
    return plage && aireDe(plage) > 1 ? tenirA(plage, toute) : toute;
  });
}

/** Ne garde de la feuille lue que cette plage. */
function tenirA(place: Place, toute: FeuilleDuClasseur): FeuilleDuClasseur {
  const { rowIndex, columnIndex, rowCount, columnCount } = place;
  const tient = rowIndex + rowCount <= LIGNES && columnIndex + columnCount <= COLONNES;
  return {
    ...restreindre(toute, place),
    plage: plageDe(rowIndex, columnIndex, rowCount, columnCount),
    deborde: tient ? null : toute.deborde,
  };
}

/** La feuille à lire, et la plage où s'y tenir. */
function viser(
  { workbook }: Excel.RequestContext,
  aLire: ALire
): { feuille: Excel.Worksheet; plage?: Excel.Range } {
  if (aLire === "active") return { feuille: workbook.worksheets.getActiveWorksheet() };
  if (aLire === "selection") {
    const plage = sansSuivi(workbook.getSelectedRange());
    return { feuille: feuilleDe(plage), plage };
  }
  const feuille = workbook.worksheets.getItem(aLire.feuille);
  return aLire.plage === undefined
    ? { feuille }
    : { feuille, plage: sansSuivi(feuille.getRange(aLire.plage)) };
}

function feuilleDe({ worksheet }: Excel.Range): Excel.Worksheet {
  return worksheet;
}

/** De A1 à la dernière cellule remplie de la fenêtre ; A1 seule si la feuille est vide : jamais un objet nul. */
function depuisA1(feuille: Excel.Worksheet, fenetre: Excel.Range): Excel.Range {
  const a1 = sansSuivi(feuille.getRange("A1"));
  const entiere = sansSuivi(sansSuivi(feuille.getUsedRange(true)).getBoundingRect(a1));
  return sansSuivi(entiere.getIntersection(fenetre));
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
