import {
  CHAPEAU_DES_PRODUITS,
  CHAPEAU_DE_L_AVANCEMENT,
  CHAPEAU_DES_ANNEES,
  CHAPEAU_DES_LOGEMENTS,
  TITRES_D_ARTICLE_3,
  type RubriqueDArticle3,
} from "../../suivi";
import { lettresDeColonne } from "../../tableau";

export type Rubrique = Exclude<RubriqueDArticle3, "typologie">;

/** Les colonnes de la feuille, dans l'ordre de la trame ; largeurs en points. */
const LARGEURS_DES_COLONNES: readonly (readonly [Rubrique, number])[] = [
  ["commune", 62],
  ["nom", 84],
  ["adresse", 66],
  ["cadastre", 48],
  ["maitreDOuvrage", 54],
  ["logements", 38],
  ["sociaux", 38],
  ["plai", 30],
  ["plus", 30],
  ["pls", 42],
  ["accession", 30],
  ["anneePrevue", 44],
  ["anneeFinancement", 48],
  ["initiative", 42],
  ["etape", 54],
  ["equipeProjet", 36],
  ["observations", 100],
];

const RUBRIQUES = LARGEURS_DES_COLONNES.map(([rubrique]) => rubrique);
export const LARGEURS = LARGEURS_DES_COLONNES.map(([, largeur]) => largeur);
export const TITRES = RUBRIQUES.map((rubrique) => TITRES_D_ARTICLE_3[rubrique]);
export const NOMBRE_DE_COLONNES = RUBRIQUES.length;

/** Les colonnes de nombres de logements, qui se totalisent. */
export const NOMBRES = ["logements", "sociaux", "plai", "plus", "pls", "accession"] as const;
export type Nombre = (typeof NOMBRES)[number];

/** Ce qui chapeaute plusieurs colonnes, de la première à la dernière. */
export const CHAPEAUX: readonly (readonly [titre: string, de: Rubrique, a: Rubrique])[] = [
  [CHAPEAU_DES_LOGEMENTS, "logements", "sociaux"],
  [CHAPEAU_DES_PRODUITS, "plai", "accession"],
  [CHAPEAU_DES_ANNEES, "anneePrevue", "anneeFinancement"],
  [CHAPEAU_DE_L_AVANCEMENT, "initiative", "observations"],
];

/** Rang d'une colonne, à partir de 0. */
export function rangDe(rubrique: Rubrique): number {
  return RUBRIQUES.indexOf(rubrique);
}

/** Les cellules d'une colonne, de la ligne `debut` à la ligne `fin`, comptées à partir de 1. */
export function celluleDe(rubrique: Rubrique, debut: number, fin = debut): string {
  const lettres = lettresDeColonne(rangDe(rubrique));
  return debut === fin ? `${lettres}${debut}` : `${lettres}${debut}:${lettres}${fin}`;
}
