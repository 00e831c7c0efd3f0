import { enUnGroupe } from "./en-un-groupe";
import { aDepasse } from "./erreur";
import { enSuites, plageDeSuite, remettre, type Suite } from "./suites";

/** Une formule à mettre à la place d'une autre, toutes deux en écriture internationale. */
export interface Remplacement {
  feuille: string;
  adresse: string;
  /** Celle que la lecture a trouvée : la cellule ne doit pas avoir changé depuis. */
  avant: string;
  apres: string;
}

export type EcritureDeFormules =
  /** `ecrites` : `apres` est la formule telle qu'Excel l'a gardée. */
  | { faite: true; ecrites: Remplacement[] }
  /** Rien n'est écrit : ces cellules ne portent plus la formule lue. */
  | { faite: false; changees: Remplacement[] };

const ECRITURE_COMMENCEE = "remplacement commencé";

/**
 * Remplace des formules, et rien d'autre : deux allers-retours, en un groupe d'annulation où Excel le permet. Tout est écrit, ou rien ; une
 * panne en cours d'écriture remet ce qui était.
 */
export async function remplacerFormules(
  remplacements: readonly Remplacement[]
): Promise<EcritureDeFormules> {
  const lots = parFeuille(remplacements);
  try {
    return await enUnGroupe((context) => verifierPuisEcrire(context, lots));
  } catch (erreur) {
    if (aDepasse(erreur, ECRITURE_COMMENCEE)) await remettreTout(lots);
    throw erreur;
  }
}

interface Lot {
  feuille: string;
  suites: Suite<Remplacement>[];
}

function parFeuille(remplacements: readonly Remplacement[]): Lot[] {
  const feuilles = new Set(remplacements.map(({ feuille }) => feuille));
  return [...feuilles].map((feuille) => ({
    feuille,
    suites: enSuites(remplacements.filter((remplacement) => remplacement.feuille === feuille)),
  }));
}

async function verifierPuisEcrire(
  context: Excel.RequestContext,
  lots: readonly Lot[]
): Promise<EcritureDeFormules> {
  const avant = demander(context, lots);
  await context.sync();
  const changees = lire(avant).filter(
    ({ remplacement, formule }) => formule !== remplacement.avant
  );
  if (changees.length > 0) {
    return { faite: false, changees: changees.map(({ remplacement }) => remplacement) };
  }

  context.trace(ECRITURE_COMMENCEE);
  for (const { feuille, suites } of lots) {
    const cible = context.workbook.worksheets.getItem(feuille);
    for (const suite of suites)
      plageDeSuite(cible, suite).formulas = suite.elements.map(({ apres }) => [apres]);
  }
  const apres = demander(context, lots);
  await context.sync();
  const ecrites = lire(apres).map(({ remplacement, formule }) => ({
    ...remplacement,
    apres: typeof formule === "string" ? formule : remplacement.apres,
  }));
  return { faite: true, ecrites };
}

type Demandee = [Suite<Remplacement>, Excel.Range];

function demander(context: Excel.RequestContext, lots: readonly Lot[]): Demandee[] {
  return lots.flatMap(({ feuille, suites }) => {
    const cible = context.workbook.worksheets.getItem(feuille);
    return suites.map((suite): Demandee => {
      const plage = plageDeSuite(cible, suite);
      plage.load("formulas");
      return [suite, plage];
    });
  });
}

function lire(demandees: readonly Demandee[]) {
  return demandees.flatMap(([{ elements }, { formulas }]) =>
    elements.map((remplacement, rang) => ({
      remplacement,
      formule: (formulas as unknown[][])[rang]?.[0],
    }))
  );
}

async function remettreTout(lots: readonly Lot[]): Promise<void> {
  for (const { feuille, suites } of lots) {
    const avant = suites.map(({ elements }) => elements.map(({ avant }) => [avant]));
    await remettre(feuille, suites, avant);
  }
}
