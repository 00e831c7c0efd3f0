import { adresseDe, normaliserTitre, type Cellule, type FeuilleLue } from "../tableau";
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
import { ditAbandonnee } from "./est-abandonnee";
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
  /** Ce qui la dit abandonnée : un texte de sa ligne, ou l'intertitre au-dessus d'elle. `null` : rien. */
  abandon: Abandon | null;
}

interface Abandon {
  texte: string;
  adresse: string;
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
  /** Le premier titre d'une seconde liste, à droite de celle qui est lue ; `null` : il n'y en a pas. */
  aDroite: string | null;
}

/** Rang dans le rectangle lu, à partir de 0, de chaque colonne reconnue. */
type Colonnes = ReadonlyMap<RubriqueDArticle3, number>;

/** Les titres tiennent sur trois lignes au plus. */
const LIGNES_DE_TITRES = 3;
const RUBRIQUES_AU_MOINS = 4;
const DISENT_L_ABANDON = ["etat", "etape", "observations"] as const;

/**
 * Relit les opérations d'une feuille d'article 3, par ses titres et non par ses positions : l'agent a pu insérer des lignes et des colonnes, ou
 * tenir son propre tableau. N'importe quelle feuille se lit sans exception ; `null` si ce n'est pas un article 3.
 */
export function lireOperations(feuille: FeuilleLue): Article3Lu | null {
  const lu: Article3Lu = { feuille: feuille.nom, operations: [], illisibles: [], aDroite: null };
  let colonnes: Colonnes | null = null;
  let liste: Liste = "principale";
  let abandon: Abandon | null = null;
  let trouve = false;
  for (let i = 0; i < feuille.cellules.length; i++) {
    const titres = lireTitres(feuille, i);
    if (titres) {
      colonnes = sansLesAnnees(titres.colonnes, feuille.cellules[titres.fin + 1] ?? []);
      trouve = true;
      lu.aDroite ??= listeADroite(feuille, i, titres.fin);
      i = titres.fin;
      continue;
    }
    const ligne = feuille.cellules[i] ?? [];
    const intertitre = intertitreDe(ligne, colonnes);
    if (intertitre === "synthese") colonnes = null;
    else if (intertitre === "ultérieure" || intertitre === "principale") liste = intertitre;
    else if (intertitre === null && colonnes && !estUneNumerotation(ligne))
      lireLigne(feuille, i, colonnes, { liste, abandon }, lu);
    if (intertitre === "abandonnée") abandon = premierTexte(feuille, i);
    else if (intertitre !== null && intertitre !== "total") abandon = null;
  }
  return trouve ? lu : null;
}

/** Un intertitre est seul sur sa ligne ; un total a ses nombres à côté, et parfois le nom de sa commune devant lui. */
function intertitreDe(
  ligne: readonly Cellule[],
  colonnes: Colonnes | null
): ReturnType<typeof quelIntertitre> {
  const remplies = ligne.filter((cellule) => texteDe(cellule) !== "");
  const nom = ligne[colonnes?.get("nom") ?? -1];
  if (quelIntertitre(texteDe(nom)) === "total") return "total";
  const intertitre = quelIntertitre(texteDe(remplies[0]));
  return intertitre === "total" || remplies.length === 1 ? intertitre : null;
}

function premierTexte({ cellules, ligne, colonne }: FeuilleLue, i: number): Abandon {
  const rangee = cellules[i] ?? [];
  const j = rangee.findIndex((cellule) => texteDe(cellule) !== "");
  return { texte: texteDe(rangee[j]), adresse: adresseDe(ligne + i, colonne + j) };
}

/** Sous les titres, une ligne qui numérote les colonnes : 1, 2, 3… */
function estUneNumerotation(ligne: readonly Cellule[]): boolean {
  const remplies = ligne.filter((cellule) => texteDe(cellule) !== "");
  return remplies.length >= 3 && remplies.every(({ valeur }, rang) => Number(valeur) === rang + 1);
}

/** Sous un titre, une ligne d'années en fait plusieurs colonnes : la première ne compte pas pour toutes. */
function sansLesAnnees(colonnes: Colonnes, ligne: readonly Cellule[]): Colonnes {
  const remplies = ligne.filter((cellule) => texteDe(cellule) !== "");
  const annees = remplies.every((cellule) => lireAnnee(cellule).lisible);
  if (!annees || remplies.length < 2) return colonnes;
  return new Map([...colonnes].filter(([, rang]) => texteDe(ligne[rang]) === ""));
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
    const reconnus = reconnaitre(ligne);
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

/** La rubrique de chaque titre ; aucune pour ceux qui ne diffèrent que par l'année : le premier ne compte pas pour tous. */
function reconnaitre(ligne: readonly Cellule[]): (RubriqueDArticle3 | null)[] {
  const titres = ligne.map(({ valeur }) =>
    normaliserTitre(typeof valeur === "string" ? valeur : "")
  );
  const semblables = new Map<string, Set<string>>();
  const commun = (titre: string): string => titre.replace(/20\d\d/g, "20..");
  for (const titre of titres)
    semblables.set(commun(titre), (semblables.get(commun(titre)) ?? new Set()).add(titre));
  return titres.map((titre) =>
    semblables.get(commun(titre))?.size === 1 ? quelleRubrique(titre) : null
  );
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

/** Les titres qui se répètent sur leur ligne, s'ils suffisent à une seconde liste : la cellule du premier. */
function listeADroite(
  { cellules, ligne, colonne }: FeuilleLue,
  debut: number,
  fin: number
): string | null {
  const repetes = new Map<RubriqueDArticle3, number>();
  for (const rangee of cellules.slice(debut, fin + 1)) {
    const reconnus = reconnaitre(rangee);
    superposer(
      repetes,
      reconnus.map((rubrique, j) => (reconnus.indexOf(rubrique) < j ? rubrique : null))
    );
  }
  return estUnArticle3(repetes)
    ? adresseDe(ligne + debut, colonne + Math.min(...repetes.values()))
    : null;
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
  section: Pick<Operation, "liste" | "abandon">,
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
  const dite = DISENT_L_ABANDON.find((rubrique) => ditAbandonnee(valeurs[rubrique]));
  const abandon = dite && { texte: valeurs[dite] ?? "", adresse: adresses[dite] ?? "" };
  operations.push({
    ...valeurs,
    ligne,
    liste: section.liste,
    adresses,
    illisibles: perdues,
    abandon: abandon ?? section.abandon,
  });
}
