import type { Scalaire } from "../feuilles";
import { plageDe, rectangleDe, type ValeurDeCellule } from "../tableau";
import { pourExcel } from "./contenu";
import { demanderFusions } from "./details-de-feuille";
import { aDepasse, codeDErreur } from "./erreur";

/** Un nombre à écrire dans une cellule existante. */
export interface ValeurAEcrire {
  adresse: string;
  valeur: number;
  /** Ce que la lecture y a trouvé : la cellule ne doit pas avoir changé depuis. */
  lue: ValeurDeCellule;
}

/** Pourquoi une cellule n'est pas à écrire sans le dire. */
export interface CelluleGardee {
  adresse: string;
  motif: "formule" | "changee" | "fusionnee";
  /** Ce qu'elle affiche maintenant. */
  contenu: string;
}

/** Tout est écrit, ou rien. */
export type EcritureDeValeurs = { faite: true } | { faite: false; gardees: CelluleGardee[] };

/** Repère posé avant la première écriture : une panne qui l'a dépassé laisse peut-être des cellules à remettre. */
const ECRITURE_COMMENCEE = "écriture commencée";

/**
 * Écrit des nombres dans des cellules d'une feuille, et rien d'autre : deux allers-retours, en un groupe d'annulation où Excel le permet.
 * Rien n'est écrit si une cellule porte une formule, a changé depuis la lecture, ou n'est qu'un morceau de cellule fusionnée : elles sont rendues,
 * pour qu'on demande. Une panne en cours d'écriture remet ce qui était.
 * @param remplacerLesFormules Vrai quand l'utilisateur vient d'accepter de remplacer celles qui lui ont été nommées.
 */
export async function ecrireValeurs(
  feuille: string,
  valeurs: readonly ValeurAEcrire[],
  remplacerLesFormules = false
): Promise<EcritureDeValeurs> {
  const ecrire = (options: Excel.RunOptions): Promise<EcritureDeValeurs> =>
    Excel.run(options, (context) =>
      verifierPuisEcrire(context, feuille, valeurs, remplacerLesFormules)
    );
  try {
    return await ecrire({ mergeUndoGroup: true });
  } catch (erreur) {
    // Certaines versions d'Excel refusent le groupe d'annulation au lieu de l'ignorer.
    if (codeDErreur(erreur) !== "UndoNotSupported") throw erreur;
    return ecrire({});
  }
}

async function verifierPuisEcrire(
  context: Excel.RequestContext,
  nom: string,
  valeurs: readonly ValeurAEcrire[],
  remplacerLesFormules: boolean
): Promise<EcritureDeValeurs> {
  const feuille = context.workbook.worksheets.getItem(nom);
  const suites = enSuites(valeurs);
  const plages = suites.map((suite) => {
    const plage = plageDeSuite(feuille, suite);
    plage.load("values,formulas,text");
    return plage;
  });
  const entiere = feuille.getRange(depuisA1(suites));
  entiere.untrack();
  const fusions = demanderFusions(entiere);
  await context.sync();

  const fusionnees = fusions?.() ?? [];
  const gardees = suites.flatMap(({ valeurs: siennes }, rang) =>
    siennes.flatMap((demandee, k) => {
      const plage = plages[rang];
      const formule: unknown = plage?.formulas[k]?.[0];
      const motif = motifDe(demandee, plage?.values[k]?.[0], formule, fusionnees);
      if (motif === null || (motif === "formule" && remplacerLesFormules)) return [];
      return [{ adresse: demandee.adresse, motif, contenu: plage?.text[k]?.[0] ?? "" }];
    })
  );
  if (gardees.length > 0) return { faite: false, gardees };

  const avant = plages.map(({ formulas, values }) =>
    formulas.map(([formule], k) => {
      const valeur = values[k]?.[0] as Scalaire;
      // Un texte se remet en texte : « 165 » ne devient pas un nombre.
      return [formule === valeur ? pourExcel(valeur) : (formule as Scalaire)];
    })
  );
  try {
    context.trace(ECRITURE_COMMENCEE);
    for (const suite of suites)
      plageDeSuite(feuille, suite).values = suite.valeurs.map(({ valeur }) => [valeur]);
    await context.sync();
  } catch (erreur) {
    if (aDepasse(erreur, ECRITURE_COMMENCEE)) await remettre(nom, suites, avant);
    throw erreur;
  }
  return { faite: true };
}

function motifDe(
  { adresse, lue }: ValeurAEcrire,
  valeur: unknown,
  formule: unknown,
  fusions: readonly string[]
): CelluleGardee["motif"] | null {
  if (fusions.some((fusion) => couvreSansCommencer(fusion, adresse))) return "fusionnee";
  if (valeur !== commeExcel(lue)) return "changee";
  // Un texte saisi « '=A1 » se lit comme sa formule : seule une vraie formule diffère de son résultat.
  const calculee = typeof formule === "string" && formule.startsWith("=") && formule !== valeur;
  return calculee ? "formule" : null;
}

/** Excel rend une cellule vide comme "", et une erreur comme son texte. */
function commeExcel(lue: ValeurDeCellule): number | string | boolean {
  if (lue === null) return "";
  return typeof lue === "object" ? lue.erreur : lue;
}

/** D'une fusion, seule la première cellule a un contenu. */
function couvreSansCommencer(fusion: string, adresse: string): boolean {
  const large = rectangleDe(fusion);
  const cellule = rectangleDe(adresse);
  if (!large || !cellule) return false;
  const dedans =
    large.haut <= cellule.haut &&
    cellule.haut <= large.bas &&
    large.gauche <= cellule.gauche &&
    cellule.gauche <= large.droite;
  return dedans && (large.haut !== cellule.haut || large.gauche !== cellule.gauche);
}

/** Des cellules l'une sous l'autre : une seule plage à lire et à écrire. Lignes et colonnes comptées à partir de 0. */
interface Suite {
  ligne: number;
  colonne: number;
  valeurs: ValeurAEcrire[];
}

/** Sans suivi au-delà du prochain `sync` : Excel n'a pas à l'oublier par un aller-retour de plus. */
function plageDeSuite(feuille: Excel.Worksheet, { ligne, colonne, valeurs }: Suite): Excel.Range {
  const plage = feuille.getRange(plageDe(ligne, colonne, valeurs.length, 1));
  plage.untrack();
  return plage;
}

function enSuites(valeurs: readonly ValeurAEcrire[]): Suite[] {
  const places = valeurs
    .flatMap((valeur) => {
      const place = rectangleDe(valeur.adresse);
      return place ? [{ valeur, ligne: place.haut, colonne: place.gauche }] : [];
    })
    .sort((a, b) => a.colonne - b.colonne || a.ligne - b.ligne);
  const suites: Suite[] = [];
  for (const { valeur, ligne, colonne } of places) {
    const derniere = suites.at(-1);
    if (derniere?.colonne === colonne && derniere.ligne + derniere.valeurs.length === ligne)
      derniere.valeurs.push(valeur);
    else suites.push({ ligne, colonne, valeurs: [valeur] });
  }
  return suites;
}

/** De A1 à la dernière cellule : une fusion y est entière, d'où qu'elle parte. */
function depuisA1(suites: readonly Suite[]): string {
  const lignes = Math.max(...suites.map(({ ligne, valeurs }) => ligne + valeurs.length));
  const colonnes = Math.max(...suites.map(({ colonne }) => colonne + 1));
  return plageDe(0, 0, lignes, colonnes);
}

/** Remet ce qui était, dans le même ordre : ce qui n'avait pas été écrit refuse encore, et rien ne suit. */
async function remettre(
  nom: string,
  suites: readonly Suite[],
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
