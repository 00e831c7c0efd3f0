import { BAREMES, PERIODES } from "../regles";
import { adresseDe, rangDeColonne } from "./adresse";
import { departager, oublierLaDifference } from "./departager";
import type { Entete } from "./entetes";
import type { Grille } from "./grille";
import { estUnTotal } from "./nature-de-ligne";
import { nommeUnEpci } from "./nom-d-epci";
import { nomDe } from "./observer-ligne";
import { inventaireDe, periodeDe } from "./periode";
import { echantillonner, plausibilite } from "./plausibilite";
import type { Candidat } from "./reconnaitre-titre";
import { RUBRIQUES, estUneRubrique, type Rubrique } from "./rubriques";

/** Ce que vaut la reconnaissance d'une colonne. « a confirmer » : à demander à l'agent ; « donnee » : c'est lui qui l'a désignée. */
export type Confiance = "sure" | "probable" | "a confirmer" | "donnee";

export interface ColonneLue {
  /** Comptée à partir de 0, sur la feuille. */
  colonne: number;
  /** Titre complet, titre de groupe compris. */
  titre: string;
  /** Adresse de sa dernière cellule de titre. */
  adresse: string;
  confiance: Confiance;
  /** Les autres colonnes qui auraient pu l'être. */
  rivales: { colonne: number; titre: string; adresse: string }[];
  masquee: boolean;
}

export type Colonnes = Partial<Record<Rubrique, ColonneLue>>;

/** Colonne par ses lettres (« C ») ; `null` : la feuille n'a pas cette rubrique. */
export type ColonnesDonnees = Partial<Record<Rubrique, string | null>>;

/** Une colonne qui pourrait tenir une rubrique. */
export interface Pretendante {
  rubrique: Rubrique;
  /** Rang dans la grille. */
  j: number;
  force: number;
  cote: boolean;
}

export interface Attribution {
  rangs: Map<Rubrique, number>;
  confiances: Map<Rubrique, Confiance>;
}

const SEUIL = 0.4;
/** À moins près, deux titres se valent. */
const EGALITE = 0.05;
const EPCI_LUS = 40;
const DE_LA_PERIODE = new Set<Rubrique>([
  "tauxAvant",
  "objectifAvant",
  "tauxApres",
  "objectifApres",
  "plai",
  "pls",
]);
const DE_L_INVENTAIRE = new Set<Rubrique>([
  "deficit",
  "logementsSociaux",
  "residencesPrincipales",
  "tauxLs",
  "ecart",
]);

/** Donne à chaque rubrique sa colonne : ce que l'agent a désigné, puis les titres les plus sûrs, puis ceux qu'il faut départager. */
export function attribuerColonnes(
  grille: Grille,
  entete: Entete,
  fin: number,
  donnees: ColonnesDonnees
): Colonnes {
  const attribution: Attribution = { rangs: new Map(), confiances: new Map() };
  const exclues = imposer(grille, entete, donnees, attribution);
  const pretendantes = listerPretendantes(grille, entete, fin).filter(
    ({ rubrique }) => !exclues.has(rubrique)
  );
  for (const { rubrique, j, force, cote } of pretendantes) {
    if (!cote || estPrise(attribution, rubrique, j)) continue;
    attribution.rangs.set(rubrique, j);
    attribution.confiances.set(
      rubrique,
      force >= 0.85 ? "sure" : force >= 0.6 ? "probable" : "a confirmer"
    );
  }
  departager(grille, entete.bas + 1, fin, pretendantes, attribution);
  oublierLaDifference(grille, entete.bas + 1, fin, attribution);
  suivreLObjectifRetenu(pretendantes, attribution);
  return decrire(grille, entete, pretendantes, attribution);
}

/** « dont PLAI » écrit après chaque objectif : les parts se comptent sur l'objectif retenu. */
function suivreLObjectifRetenu(pretendantes: readonly Pretendante[], { rangs }: Attribution): void {
  const retenu = rangs.get("objectifApres") ?? Infinity;
  for (const rubrique of ["plai", "pls", "partPlai", "partPls"] as const) {
    const siennes = pretendantes.filter((p) => p.rubrique === rubrique);
    const prise = siennes.find(({ j }) => j === rangs.get(rubrique));
    if (!prise || prise.j > retenu) continue;
    const suivante = siennes.find(({ j, force }) => j > retenu && force >= prise.force - EGALITE);
    if (suivante) rangs.set(rubrique, suivante.j);
  }
}

function estPrise({ rangs }: Attribution, rubrique: Rubrique, j: number): boolean {
  return rangs.has(rubrique) || [...rangs.values()].includes(j);
}

/** Les colonnes désignées à la main, par leur rang dans la grille. */
export function colonnesDesignees(
  { feuille }: Grille,
  donnees: ColonnesDonnees
): Map<number, Rubrique> {
  const designees = new Map<number, Rubrique>();
  for (const [rubrique, lettres] of Object.entries(donnees)) {
    const rang = rangDeColonne(lettres ?? "");
    if (estUneRubrique(rubrique) && rang !== null) designees.set(rang - feuille.colonne, rubrique);
  }
  return designees;
}

/** Rend les rubriques qui ne sont plus à chercher. */
function imposer(
  grille: Grille,
  { gauche, droite }: Entete,
  donnees: ColonnesDonnees,
  { rangs, confiances }: Attribution
): Set<Rubrique> {
  const absentes = Object.entries(donnees).filter(([, lettres]) => lettres === null);
  const exclues = new Set(absentes.map(([rubrique]) => rubrique).filter(estUneRubrique));
  for (const [j, rubrique] of colonnesDesignees(grille, donnees)) {
    if (j < gauche || j > droite) continue;
    exclues.add(rubrique);
    rangs.set(rubrique, j);
    confiances.set(rubrique, "donnee");
  }
  return exclues;
}

/** Les années de référence des périodes couvertes. */
const INVENTAIRES = Object.values(BAREMES).flatMap(({ inventaire }) =>
  inventaire ? [Number(inventaire.date.slice(0, 4))] : []
);

/** La plus récente qui ne passe pas celles du barème : « 2028 » ou « 2029-2031 », à côté, est une projection. À défaut, la plus récente. */
function laPlusSure<T extends string | number>(citees: T[], connues: readonly T[]): T | undefined {
  const citeesTriees = citees.filter(Boolean).sort();
  const sures = citeesTriees.filter((citee) => connues.some((connue) => citee <= connue));
  return (sures.length > 0 ? sures : citeesTriees).at(-1);
}

/**
 * Les plus fortes d'abord ; à force égale, de gauche à droite. Une colonne d'une autre période ou d'un autre inventaire que ceux du contrat s'efface.
 */
function listerPretendantes(grille: Grille, entete: Entete, fin: number): Pretendante[] {
  const { titres, candidats } = entete;
  const periodes = titres.map((titre) => periodeDe(titre ?? "") ?? "");
  const annees = titres.map((titre) => inventaireDe(titre ?? "") ?? anneeSeule(titre ?? ""));
  const cites = (rubriques: ReadonlySet<Rubrique>, j: number): boolean =>
    (candidats[j] ?? []).some(({ rubrique }) => rubriques.has(rubrique));
  const rangs = titres.map((_, j) => j).filter((j) => j >= entete.gauche && j <= entete.droite);
  const derniere = laPlusSure(
    rangs.filter((j) => cites(DE_LA_PERIODE, j)).map((j) => periodes[j] ?? ""),
    PERIODES
  );
  const dernier = laPlusSure(
    rangs.filter((j) => cites(DE_L_INVENTAIRE, j)).map((j) => annees[j] ?? 0),
    INVENTAIRES
  );
  const liste: Pretendante[] = [];
  for (let j = entete.gauche; j <= entete.droite; j++) {
    const nommeDesEpci = peutEtreDEpci(entete, j) && nEcritQueDesEpci(grille, entete, fin, j);
    const possibles = nommeDesEpci ? [COLONNE_D_EPCI] : (candidats[j] ?? []);
    if (possibles.length === 0) continue;
    const echantillon = echantillonner(grille, entete.bas + 1, fin, j);
    for (const { rubrique, force, cote } of possibles) {
      const perimee =
        (DE_LA_PERIODE.has(rubrique) && periodes[j] !== "" && periodes[j] !== derniere) ||
        (DE_L_INVENTAIRE.has(rubrique) && annees[j] !== 0 && annees[j] !== dernier);
      const valeur =
        force * (0.3 + 0.7 * plausibilite(rubrique, echantillon)) * (perimee ? 0.55 : 1);
      if (valeur >= SEUIL && !(perimee && DE_LA_PERIODE.has(rubrique)))
        liste.push({ rubrique, j, force: valeur, cote });
    }
  }
  return effacer(liste, titres).sort((a, b) => b.force - a.force || a.j - b.j);
}

const COLONNE_D_EPCI: Candidat = { rubrique: "epci", force: 0.8, cote: true };

/** « Territoire », « Structure porteuse » : un titre qui n'annonce rien, ou des noms quand une autre colonne en annonce aussi. */
function peutEtreDEpci({ titres, candidats }: Entete, j: number): boolean {
  const nomme = (possibles: readonly Candidat[] | undefined): boolean =>
    possibles?.[0]?.rubrique === "commune";
  if ((titres[j] ?? "") === "") return false;
  if ((candidats[j] ?? []).length === 0) return true;
  return nomme(candidats[j]) && candidats.some((possibles, k) => k !== j && nomme(possibles));
}

/** Vrai si chaque cellule remplie de la colonne nomme une intercommunalité, ou un total. */
function nEcritQueDesEpci(grille: Grille, { bas }: Entete, fin: number, j: number): boolean {
  let nommes = 0;
  for (let i = bas + 1; i <= fin && nommes < EPCI_LUS; i++) {
    const texte = nomDe(grille.cellule(i, j));
    if (texte === "" || estUnTotal(texte)) continue;
    if (!nommeUnEpci(texte)) return false;
    nommes += 1;
  }
  return nommes > 0;
}

/** Une année de l'échéancier (« 2027 »), une limite (« PLAI minimum ») : devant un titre plus direct de la même rubrique, elles s'effacent. */
const LIMITE = /\b(min\w*|max\w*|plafond|plancher|requis|seuil|attendus?)\b/i;

function effacer(liste: readonly Pretendante[], titres: readonly string[]): Pretendante[] {
  const annee = ({ rubrique, j }: Pretendante): number =>
    DE_LA_PERIODE.has(rubrique) ? anneeSeule(titres[j] ?? "") : 0;
  const estIndirecte = (p: Pretendante): boolean =>
    annee(p) > 0 || (DE_LA_PERIODE.has(p.rubrique) && LIMITE.test(titres[p.j] ?? ""));
  const directes = new Set(liste.filter((p) => !estIndirecte(p)).map(({ rubrique }) => rubrique));
  const annees = new Map<Rubrique, Set<number>>();
  for (const p of liste)
    if (annee(p) > 0) annees.set(p.rubrique, (annees.get(p.rubrique) ?? new Set()).add(annee(p)));
  // « Objectif 2026 », « Objectif 2027 » : deux années, et non l'avant et l'après du contrat.
  const estUneTranche = (p: Pretendante): boolean =>
    !p.cote && annee(p) > 0 && (annees.get(p.rubrique)?.size ?? 0) > 1;
  return liste.filter((p) => !estUneTranche(p) && (!estIndirecte(p) || !directes.has(p.rubrique)));
}

/** L'année qu'un titre cite hors d'une période, celui de la colonne avant celui de son groupe : « 2026 » sous « Objectifs 2026-2028 ». */
function anneeSeule(titre: string): number {
  for (const dit of [titre.slice(titre.lastIndexOf("›") + 1), titre]) {
    const annee = periodeDe(dit) ? undefined : /\b20\d\d\b/.exec(dit)?.[0];
    if (annee !== undefined) return Number(annee);
  }
  return 0;
}

function decrire(
  { feuille }: Grille,
  entete: Entete,
  pretendantes: readonly Pretendante[],
  { rangs, confiances }: Attribution
): Colonnes {
  const pris = new Set(rangs.values());
  const placer = (j: number): { colonne: number; titre: string; adresse: string } => ({
    colonne: feuille.colonne + j,
    titre: (entete.titres[j] ?? "").replace(/\s+/g, " "),
    adresse: adresseDe(feuille.ligne + entete.bas, feuille.colonne + j),
  });
  const colonnes: Colonnes = {};
  for (const [rubrique, j] of rangs) {
    const force = pretendantes.find((p) => p.rubrique === rubrique && p.j === j)?.force ?? 0;
    const rivales = pretendantes.filter((p) => p.rubrique === rubrique && !pris.has(p.j));
    const egale = rivales.some((rivale) => rivale.force >= force - EGALITE);
    const confiance = confiances.get(rubrique) ?? "a confirmer";
    colonnes[rubrique] = {
      ...placer(j),
      confiance: egale && confiance !== "donnee" ? "a confirmer" : confiance,
      rivales: rivales.map((rivale) => placer(rivale.j)),
      masquee: feuille.colonnesMasquees?.has(feuille.colonne + j) ?? false,
    };
  }
  return colonnes;
}

/** Les rubriques d'un type donné que le tableau porte. */
export function rubriquesDe(colonnes: Colonnes): Rubrique[] {
  return (Object.keys(RUBRIQUES) as Rubrique[]).filter((rubrique) => colonnes[rubrique]);
}
