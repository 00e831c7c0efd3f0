import { estVide, type Grille } from "./grille";
import { titreDEcheancier } from "./echeancier";
import { estLigneDeTitres, estRepete } from "./ligne-de-titres";
import { neDitQuUneDate, reconnaitreRubriques, type Candidat } from "./reconnaitre-titre";
import type { Rubrique } from "./rubriques";

/** Colonnes d'une partie de la grille, bornes comprises. */
export interface Zone {
  gauche: number;
  droite: number;
}

/** Les lignes de titres d'un tableau ; `titres` et `candidats` sont rangés par colonne de la grille. */
export interface Entete extends Zone {
  haut: number;
  bas: number;
  titres: string[];
  candidats: Candidat[][];
  /** Ce que valent ses titres reconnus, additionnés. */
  valeur: number;
}

/** Ce que peut annoncer le titre d'une colonne, désignée par son rang dans la grille. */
export type Reconnaitre = (titre: string, j: number) => Candidat[];

/** Reconnaît en se souvenant, les mêmes titres revenant à chaque essai ; une colonne désignée à la main l'est déjà. */
export function reconnaissance(designees: ReadonlyMap<number, Rubrique>): Reconnaitre {
  const connus = new Map<string, Candidat[]>();
  return (titre, j) => {
    const designee = designees.get(j);
    if (designee && titre !== "") return [{ rubrique: designee, force: 1, cote: true }];
    const connu = connus.get(titre);
    if (connu) return connu;
    if (connus.size >= TITRES_MAXIMUM) return [];
    const reconnus = reconnaitreRubriques(titre);
    connus.set(titre, reconnus);
    return reconnus;
  };
}

/** Au-delà, ce ne sont plus des titres : une feuille de cent mille textes ne doit pas occuper le volet. */
const TITRES_MAXIMUM = 20_000;
const HAUTEUR_MAXIMALE = 3;
/** Ce qu'une ligne de plus au-dessus doit apporter : un titre sans côté en devient un (« Taux » sous « Avant CMS »). */
const APPORT = 0.3;

/** Les en-têtes possibles d'une zone, sans chevauchement, de haut en bas. */
export function chercherEntetes(grille: Grille, zone: Zone, reconnaitre: Reconnaitre): Entete[] {
  const possibles: Entete[] = [];
  for (let bas = 0; bas < grille.hauteur; bas++) {
    if (!estLigneDeTitres(grille, bas, zone, 2)) continue;
    let meilleur = lireEntete(grille, bas, bas, zone, reconnaitre);
    for (let haut = bas - 1; haut > bas - HAUTEUR_MAXIMALE && haut >= 0; haut--) {
      if (meilleur.valeur === 0 || !estLigneDeTitres(grille, haut, zone, 1)) break;
      const essai = lireEntete(grille, haut, bas, zone, reconnaitre);
      const apport = neDitQueDesDates(grille, haut, zone) ? 0 : APPORT;
      if (essai.valeur >= meilleur.valeur + apport) meilleur = essai;
    }
    if (meilleur.valeur > 0) possibles.push(meilleur);
  }
  const retenus: Entete[] = [];
  for (const essai of possibles.sort((a, b) => b.valeur - a.valeur)) {
    if (retenus.every(({ haut, bas }) => essai.bas < haut || essai.haut > bas)) retenus.push(essai);
  }
  retenus.sort((a, b) => a.haut - b.haut);
  return retenus.filter((entete, rang) => !estRepete(grille, entete, retenus[rang - 1]));
}

/** Des groupes de colonnes par période ou par inventaire : sans eux, rien ne dit lesquelles sont celles du contrat. */
function neDitQueDesDates(grille: Grille, i: number, { gauche, droite }: Zone): boolean {
  const dites = new Set<string>();
  for (let j = gauche; j <= droite; j++) dites.add(grille.titre(i, j));
  dites.delete("");
  return dites.size >= 2 && [...dites].every(neDitQuUneDate);
}

/** Lit des lignes de titres et ce que chacune de leurs colonnes peut annoncer. */
export function lireEntete(
  grille: Grille,
  haut: number,
  bas: number,
  zone: Zone,
  reconnaitre: Reconnaitre
): Entete {
  const titres: string[] = [];
  const candidats: Candidat[][] = [];
  for (let j = zone.gauche; j <= zone.droite; j++) {
    titres[j] = "";
    candidats[j] = [];
  }
  const bord = premiereColonne(grille, haut, bas, zone);
  for (let i = bas; i >= haut; i--) ajouterLigne(grille, i, zone, bord, titres, reconnaitre);
  for (let j = zone.gauche; j <= zone.droite; j++)
    candidats[j] = reconnaitre(titreDEcheancier(titres, j) ?? titres[j] ?? "", j);
  return { ...zone, haut, bas, titres, candidats, valeur: valeurDe(candidats) };
}

/**
 * Ajoute au-dessus de titres déjà lus ceux de la ligne `i`. Un titre de groupe (« Avant CMS ») vaut pour les colonnes vides à sa droite que la ligne du
 * dessous précise, jusqu'au titre suivant ; fusionné, il vaut pour sa fusion et elle seule. Au bord du tableau, c'est le titre du tableau.
 */
function ajouterLigne(
  grille: Grille,
  i: number,
  { gauche, droite }: Zone,
  bord: number,
  titres: string[],
  reconnaitre: Reconnaitre
): void {
  let groupe = "";
  for (let j = gauche; j <= droite; j++) {
    const dessous = titres[j] ?? "";
    const propre = grille.titre(i, j);
    if (propre !== "") {
      groupe = dessous !== "" && j > bord && !grille.estFusionnee(i, j) ? propre : "";
      const titreDuTableau = j === bord && seSuffit(reconnaitre(dessous, j));
      titres[j] = titreDuTableau ? dessous : joindre(propre, dessous);
    } else if (dessous === "" || grille.estFusionnee(i, j)) {
      groupe = "";
    } else if (groupe !== "" && (neDitQuUneDate(groupe) || !seSuffit(reconnaitre(dessous, j)))) {
      titres[j] = joindre(groupe, dessous);
    }
  }
}

/** Un titre reconnu sans hésiter n'est pas repris par un groupe dont on ne sait pas où il finit ; « LLS » l'est : sous « Objectif légal », c'en est un. */
function seSuffit([premier]: Candidat[]): boolean {
  return premier !== undefined && premier.cote && premier.force > 0.9;
}

function premiereColonne(grille: Grille, haut: number, bas: number, zone: Zone): number {
  for (let j = zone.gauche; j <= zone.droite; j++) {
    for (let i = haut; i <= bas; i++) if (grille.titre(i, j) !== "") return j;
  }
  return zone.gauche;
}

function joindre(dessus: string, dessous: string): string {
  if (dessus === dessous || dessous === "") return dessus;
  return dessus === "" ? dessous : `${dessus} › ${dessous}`;
}

/** Somme des forces, chaque rubrique comptée une fois. */
function valeurDe(candidats: readonly Candidat[][]): number {
  const prises = new Set<Rubrique>();
  let somme = 0;
  for (const possibles of candidats) {
    const libre = possibles?.find(({ rubrique }) => !prises.has(rubrique));
    if (!libre) continue;
    prises.add(libre.rubrique);
    somme += libre.force;
  }
  return somme;
}

/** Une seconde ligne de précisions sous les titres (« 2026-2028 », « (pts) ») s'y ajoute, si la colonne des noms y est vide. */
export function prolonger(
  grille: Grille,
  entete: Entete,
  colonneDesNoms: number,
  reconnaitre: Reconnaitre
): Entete {
  const suivante = entete.bas + 1;
  const precise =
    entete.bas - entete.haut + 1 < HAUTEUR_MAXIMALE &&
    suivante < grille.hauteur - 1 &&
    grille.titre(suivante, colonneDesNoms) === "" &&
    estVide(grille.cellule(suivante, colonneDesNoms)) &&
    estLigneDeTitres(grille, suivante, entete, 2);
  if (!precise) return entete;
  const plus = lireEntete(grille, entete.haut, suivante, entete, reconnaitre);
  return plus.valeur >= entete.valeur ? plus : entete;
}
