import { adresseDe, plageDe } from "../tableau";
import { sansSuivi } from "./sans-suivi";

/** Une cellule dont la formule nomme le complément. */
export interface FormuleLue {
  feuille: string;
  adresse: string;
  /** En écriture internationale, telle qu'Excel la tient : « =CMS.OBJECTIF(A1,5) », « =_xldudf_CMS_OBJECTIF(A1,5) ». */
  formule: string;
  /** L'erreur que montre la cellule, dans les mots du fichier (« #NAME? ») ; `null` si elle a un résultat. */
  erreur: string | null;
}

export interface FormulesLues {
  formules: FormuleLue[];
  /** Feuilles trop grandes pour être lues cellule par cellule. */
  tropGrandes: string[];
}

/** Ce qu'un Excel pour le web peut rendre en un aller-retour, avec de la marge. */
const CELLULES_MAX = 200_000;

/**
 * Les formules du complément, dans les cellules sélectionnées ou dans tout le classeur, feuilles masquées comprises. Une cellule que
 * remplit la formule d'une autre n'en est pas une. Ne modifie rien. Deux allers-retours, un de plus s'il y a des formules étalées ou si
 * tout le classeur est lu.
 */
export async function lireFormules(ou: "selection" | "classeur"): Promise<FormulesLues> {
  return Excel.run(async (context) => {
    const choisies =
      ou === "selection"
        ? [sansSuivi(context.workbook.getSelectedRange())]
        : await feuillesEntieres(context);
    const plages = await mesurer(context, choisies);
    const lues = quiTiennent(plages);
    const contenus = lues.map(({ feuille, adresse }) => {
      const plage = sansSuivi(context.workbook.worksheets.getItem(feuille).getRange(adresse));
      plage.load("formulas,values,hasSpill");
      return plage;
    });
    await context.sync();

    const formules = lues.flatMap((place, rang) => relever(place, contenus[rang]));
    const etalees = contenus.some(({ hasSpill }) => hasSpill !== false);
    return {
      formules: etalees ? await sansLesRemplies(context, formules) : formules,
      tropGrandes: plages.filter((plage) => !lues.includes(plage)).map(({ feuille }) => feuille),
    };
  });
}

/** Une plage remplie d'une feuille ; lignes et colonnes comptées à partir de 0. */
interface Place {
  feuille: string;
  adresse: string;
  ligne: number;
  colonne: number;
  cellules: number;
}

async function feuillesEntieres(context: Excel.RequestContext): Promise<Excel.Range[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map(({ name }) => sansSuivi(worksheets.getItem(name).getRange()));
}

/** Ce qui est rempli de chaque plage. */
async function mesurer(
  context: Excel.RequestContext,
  plages: readonly Excel.Range[]
): Promise<Place[]> {
  const remplies = plages.map((plage) => {
    const remplie = sansSuivi(plage.getUsedRangeOrNullObject(true));
    const { worksheet: feuille } = plage;
    feuille.load("name");
    remplie.load("rowIndex,columnIndex,rowCount,columnCount");
    return { remplie, feuille };
  });
  await context.sync();
  return remplies.flatMap(({ remplie, feuille }) => {
    if (remplie.isNullObject) return [];
    const { rowIndex: ligne, columnIndex: colonne, rowCount, columnCount } = remplie;
    const adresse = plageDe(ligne, colonne, rowCount, columnCount);
    return [{ feuille: feuille.name, adresse, ligne, colonne, cellules: rowCount * columnCount }];
  });
}

function quiTiennent(plages: readonly Place[]): Place[] {
  let reste = CELLULES_MAX;
  return plages.filter(({ cellules }) => {
    if (cellules > reste) return false;
    reste -= cellules;
    return true;
  });
}

function relever(place: Place, plage: Excel.Range | undefined): FormuleLue[] {
  const valeurs: unknown[][] = plage?.values ?? [];
  const formules: unknown[][] = plage?.formulas ?? [];
  return formules.flatMap((rangee, i) =>
    rangee.flatMap((formule, j) => {
      const valeur = valeurs[i]?.[j];
      // Un texte saisi « '=CMS… » se lit comme sa formule : seule une vraie formule diffère de son résultat.
      if (typeof formule !== "string" || !NOMME_LE_COMPLEMENT.test(formule) || formule === valeur)
        return [];
      const erreur = typeof valeur === "string" && ERREUR.test(valeur) ? valeur : null;
      const adresse = adresseDe(place.ligne + i, place.colonne + j);
      return [{ feuille: place.feuille, adresse, formule, erreur }];
    })
  );
}

const NOMME_LE_COMPLEMENT = /^=.*cms[._]/is;

const ERREUR = /^#[A-Z/_0]+[!?]?$/;

/** Écarte les cellules que remplit la formule d'une autre. */
async function sansLesRemplies(
  context: Excel.RequestContext,
  formules: readonly FormuleLue[]
): Promise<FormuleLue[]> {
  const meres = formules.map(({ feuille, adresse }) => {
    const cellule = sansSuivi(context.workbook.worksheets.getItem(feuille).getRange(adresse));
    const mere = sansSuivi(cellule.getSpillParentOrNullObject());
    mere.load("address");
    return mere;
  });
  await context.sync();
  return formules.filter(({ adresse }, rang) => {
    const mere = meres[rang];
    return !mere || mere.isNullObject || mere.address.endsWith(`!${adresse}`);
  });
}
