import { estErreur, type Cellule } from "./cellule";
import type { Zone } from "./entetes";
import { estVide, type Grille } from "./grille";
import { RUBRIQUES, type Rubrique } from "./rubriques";
import { lireNombreDe } from "./valeurs";

/** Les colonnes chiffrées d'un tableau : rubrique et rang dans la grille. */
export type Chiffrees = readonly (readonly [Rubrique, number])[];

/** Un texte plus long, dans une colonne de nombres, est une remarque et non une donnée illisible. */
const TEXTE_COURT = 20;

/** Une ligne qui numérote les colonnes : « a », « b », « c = a × b », ou 1, 2, 3. */
export function estUnRepere(
  grille: Grille,
  i: number,
  { gauche, droite }: Zone,
  nom: string,
  nombres: number
): boolean {
  if (nombres === 0) return nom.replace(/[^\p{L}\d]/gu, "").length === 1;
  const numeros: number[] = [];
  for (let j = gauche; j <= droite; j++) {
    const valeur = grille.cellule(i, j)?.valeur ?? null;
    if (valeur !== null) numeros.push(typeof valeur === "number" ? valeur : NaN);
  }
  return numeros.length >= 3 && numeros.every((numero, k) => numero === k + 1);
}

export interface EtatDeLigne {
  nom: string;
  /** Le nom, ou à défaut le premier texte de la ligne. */
  libelle: string;
  /** Cellules chiffrées qui portent un nombre ou une erreur. */
  nombres: number;
  /** Cellules chiffrées qui portent un court texte (« NC »), un tiret ou un booléen. */
  courts: number;
}

/** Dernière ligne qui porte un nombre ; `debut - 1` s'il n'y en a pas. */
export function derniereChiffree(
  grille: Grille,
  debut: number,
  fin: number,
  chiffrees: Chiffrees
): number {
  const estUnNombre = (i: number): boolean =>
    chiffrees.some(([, j]) => typeof grille.cellule(i, j)?.valeur === "number");
  let i = fin;
  while (i >= debut && !estUnNombre(i)) i -= 1;
  return i;
}

/** Ce que porte une ligne du tableau ; `null` si elle est vide. */
export function observer(
  grille: Grille,
  i: number,
  { gauche, droite }: Zone,
  colonneDesNoms: number,
  chiffrees: Chiffrees
): EtatDeLigne | null {
  let libelle = "";
  let vide = true;
  for (let j = gauche; j <= droite; j++) {
    const cellule = grille.cellule(i, j);
    if (estVide(cellule)) continue;
    vide = false;
    if (libelle === "" && typeof cellule?.valeur === "string") libelle = cellule.valeur.trim();
  }
  if (vide) return null;
  const nom = sansCode(nomDe(grille.cellule(i, colonneDesNoms)));
  let nombres = 0;
  let courts = 0;
  for (const [rubrique, j] of chiffrees) {
    const cellule = grille.cellule(i, j);
    const lue = lireNombreDe(cellule, RUBRIQUES[rubrique]);
    if (lue.etat === "nombre" || (cellule && estErreur(cellule.valeur))) nombres += 1;
    else if (lue.etat === "vide" && lue.tiret) courts += 1;
    else if (lue.etat === "illisible" && (cellule?.texte.length ?? 0) <= TEXTE_COURT) courts += 1;
  }
  return { nom, libelle: nom === "" ? libelle : nom, nombres, courts };
}

/** « 86001 - Alpha » et « Alpha (86001) » sont « Alpha ». */
function sansCode(nom: string): string {
  return nom.replace(/^\d[\dAB]\d{3}\s*[-–:]?\s+(?=\p{L})|\s*\(\d[\dAB]\d{3}\)$/gu, "");
}

/** Le nom d'une commune, blancs ramenés à un ; un nombre ou une erreur s'y lit comme du texte. */
export function nomDe(cellule: Cellule | undefined): string {
  if (!cellule || cellule.valeur === null) return "";
  const texte = typeof cellule.valeur === "string" ? cellule.valeur : cellule.texte;
  return texte.replace(/[\s\u200b]+/g, " ").trim();
}
