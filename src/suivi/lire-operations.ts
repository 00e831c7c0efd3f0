import { adresseDe, type Cellule, type FeuilleLue } from "../tableau";
import {
  ANNEES,
  EFFECTIFS,
  PRODUITS,
  TEXTES,
  quelIntertitre,
  quelleRubrique,
  type Annee,
  type Effectif,
  type RubriqueDArticle3,
  type Texte,
} from "./colonnes";
import { lireAnnee, lireEffectif, lireTexte, lireTypologie, texteDe, type Lue } from "./valeurs";

type Valeurs = Record<Effectif | Annee, number | null> & Record<Texte, string | null>;

/** Une opération d'article 3. `null` : la cellule est vide ou illisible, ou la feuille n'a pas la colonne. */
export interface Operation extends Valeurs {
  /** Sur la feuille, à partir de 0. */
  ligne: number;
  liste: Liste;
  /** La cellule de chaque rubrique que la feuille a. */
  adresses: Partial<Record<RubriqueDArticle3, string>>;
  /** Celles dont la valeur ne se lit pas. */
  illisibles: RubriqueDArticle3[];
}

/** Celle des projets de la période, ou celle des projets qui viendront après. */
export type Liste = "principale" | "ultérieure";

/** Une cellule dont on ne sait pas lire la valeur. */
export interface ValeurIllisible {
  rubrique: RubriqueDArticle3;
  adresse: string;
  /** Tel qu'affiché. */
  texte: string;
  ligne: number;
}

export interface Article3Lu {
  feuille: string;
  /** Dans l'ordre de la feuille. */
  operations: Operation[];
  illisibles: ValeurIllisible[];
}

/** Rang dans le rectangle lu, à partir de 0, de chaque colonne reconnue. */
type Colonnes = ReadonlyMap<RubriqueDArticle3, number>;

/** Les titres tiennent sur trois lignes au plus. */
const LIGNES_DE_TITRES = 3;
const RUBRIQUES_AU_MOINS = 4;

/**
 * Relit les opérations d'une feuille d'article 3, par ses titres et non par ses positions : l'agent a pu insérer des lignes et des colonnes, ou
 * tenir son propre tableau. N'importe quelle feuille se lit sans exception ; `null` si ce n'est pas un article 3.
 */
export function lireOperations(feuille: FeuilleLue): Article3Lu | null {
  const lu: Article3Lu = { feuille: feuille.nom, operations: [], illisibles: [] };
  let colonnes: Colonnes | null = null;
  let liste: Liste = "principale";
  let trouve = false;
  for (let i = 0; i < feuille.cellules.length; i++) {
    const titres = lireTitres(feuille, i);
    if (titres) {
      colonnes = titres.colonnes;
      trouve = true;
      i = titres.fin;
      continue;
    }
    const ligne = feuille.cellules[i] ?? [];
    const intertitre = intertitreDe(ligne);
    if (intertitre === "synthese") colonnes = null;
    else if (intertitre === "ultérieure" || intertitre === "principale") liste = intertitre;
    else if (intertitre === null && colonnes && !estUneNumerotation(ligne))
      lireLigne(feuille, i, colonnes, liste, lu);
  }
  return trouve ? lu : null;
}

/** Un intertitre est seul sur sa ligne ; un total a ses nombres à côté. */
function intertitreDe(ligne: readonly Cellule[]): ReturnType<typeof quelIntertitre> {
  const remplies = ligne.filter((cellule) => texteDe(cellule) !== "");
  const intertitre = quelIntertitre(texteDe(remplies[0]));
  return intertitre === "total" || remplies.length === 1 ? intertitre : null;
}

/** Sous les titres, une ligne qui numérote les colonnes : 1, 2, 3… */
function estUneNumerotation(ligne: readonly Cellule[]): boolean {
  const remplies = ligne.filter((cellule) => texteDe(cellule) !== "");
  return remplies.length >= 3 && remplies.every(({ valeur }, rang) => Number(valeur) === rang + 1);
}

interface Titres {
  colonnes: Colonnes;
  /** Dernière ligne des titres, à partir de 0 dans le rectangle lu. */
  fin: number;
}

/** Les titres qui commencent à cette ligne, ou plus bas si elle n'y ajoute rien ; `null` si elle n'en porte pas. */
function lireTitres(feuille: FeuilleLue, debut: number): Titres | null {
  const titres = titresDe(feuille, debut);
  const suivants = titres && titres.fin > debut ? lireTitres(feuille, debut + 1) : null;
  return suivants && suivants.colonnes.size >= (titres?.colonnes.size ?? 0) ? suivants : titres;
}

function titresDe({ cellules }: FeuilleLue, debut: number): Titres | null {
  let meilleurs: Titres | null = null;
  const colonnes = new Map<RubriqueDArticle3, number>();
  for (let fin = debut; fin < debut + LIGNES_DE_TITRES; fin++) {
    const ligne = cellules[fin];
    if (!ligne?.every(({ valeur }) => valeur === null || typeof valeur === "string")) break;
    const reconnus = ligne.map(({ valeur }) =>
      typeof valeur === "string" ? quelleRubrique(valeur) : null
    );
    const remplies = ligne.filter((cellule) => texteDe(cellule) !== "").length;
    const combien = reconnus.filter((rubrique) => rubrique !== null).length;
    // Sous des titres, une ligne dont peu de textes en sont un est déjà une opération.
    if (combien === 0 || (fin > debut && combien * 2 < remplies)) break;
    const taille = colonnes.size;
    superposer(colonnes, reconnus);
    if (!estUnArticle3(colonnes)) continue;
    if (meilleurs && colonnes.size <= taille) break;
    meilleurs = { colonnes: new Map(colonnes), fin };
  }
  return meilleurs;
}

/** Un titre plus bas l'emporte sur celui qui le chapeaute ; sur une même ligne, le premier l'emporte. */
function superposer(
  colonnes: Map<RubriqueDArticle3, number>,
  reconnus: readonly (RubriqueDArticle3 | null)[]
): void {
  const surLaLigne = new Set<RubriqueDArticle3>();
  reconnus.forEach((rubrique, j) => {
    if (rubrique === null || surLaLigne.has(rubrique)) return;
    for (const [autre, rang] of colonnes) if (rang === j) colonnes.delete(autre);
    surLaLigne.add(rubrique);
    colonnes.set(rubrique, j);
  });
}

/** De quoi situer une opération, un nombre de logements et une année de financement. */
function estUnArticle3(colonnes: Colonnes): boolean {
  const a = (...rubriques: RubriqueDArticle3[]): boolean =>
    rubriques.some((rubrique) => colonnes.has(rubrique));
  return (
    colonnes.size >= RUBRIQUES_AU_MOINS &&
    a("nom", "adresse", "cadastre") &&
    a("sociaux", "logements") &&
    a(...ANNEES)
  );
}

function lireLigne(
  feuille: FeuilleLue,
  i: number,
  colonnes: Colonnes,
  liste: Liste,
  { operations, illisibles }: Article3Lu
): void {
  const ligne = feuille.ligne + i;
  const cellule = (rubrique: RubriqueDArticle3): Cellule | undefined =>
    feuille.cellules[i]?.[colonnes.get(rubrique) ?? -1];
  const remplies = [...colonnes.keys()].filter((rubrique) => texteDe(cellule(rubrique)) !== "");
  // Une case seule est une note, ou une ligne préparée dont on n'a choisi que la commune.
  if (remplies.length < 2) return;
  const adresses: Operation["adresses"] = {};
  for (const [rubrique, j] of colonnes) adresses[rubrique] = adresseDe(ligne, feuille.colonne + j);
  const perdues: RubriqueDArticle3[] = [];
  const lire = <T>(rubrique: RubriqueDArticle3, lecture: (lue?: Cellule) => Lue<T>): T | null => {
    const lue = lecture(cellule(rubrique));
    if (lue.lisible) return lue.valeur;
    const texte = texteDe(cellule(rubrique));
    perdues.push(rubrique);
    illisibles.push({ rubrique, adresse: adresses[rubrique] ?? "", texte, ligne });
    return null;
  };
  const textes = TEXTES.map((rubrique) => [rubrique, lireTexte(cellule(rubrique))] as const);
  const effectifs = EFFECTIFS.map((rubrique) => [rubrique, lire(rubrique, lireEffectif)] as const);
  const annees = ANNEES.map((rubrique) => [rubrique, lire(rubrique, lireAnnee)] as const);
  const valeurs = Object.fromEntries([...textes, ...effectifs, ...annees]) as Valeurs;
  if (PRODUITS.every((produit) => !colonnes.has(produit)))
    Object.assign(valeurs, lire("typologie", lireTypologie));
  operations.push({ ...valeurs, ligne, liste, adresses, illisibles: perdues });
}
