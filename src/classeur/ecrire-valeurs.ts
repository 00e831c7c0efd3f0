import type { Scalaire } from "../feuilles";
import { plageDe, rectangleDe, type ValeurDeCellule } from "../tableau";
import { pourExcel } from "./contenu";
import { demanderFusions } from "./details-de-feuille";
import { aDepasse, codeDErreur } from "./erreur";
import { enSuites, plageDeSuite, remettre, type Suite } from "./suites";

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
  const gardees = suites.flatMap(({ elements: siennes }, rang) =>
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
      plageDeSuite(feuille, suite).values = suite.elements.map(({ valeur }) => [valeur]);
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

/** De A1 à la dernière cellule : une fusion y est entière, d'où qu'elle parte. */
function depuisA1(suites: readonly Suite<ValeurAEcrire>[]): string {
  const lignes = Math.max(...suites.map(({ ligne, elements }) => ligne + elements.length));
  const colonnes = Math.max(...suites.map(({ colonne }) => colonne + 1));
  return plageDe(0, 0, lignes, colonnes);
}
