import type { Bareme } from "../../regles";
import { lettresDeColonne } from "../../tableau";
import { LARGEUR } from "../page";

/** Premier inventaire repris : la trame compte à partir de 2014, « suite à la loi du 13 janvier 2013 ayant rehaussé le taux à 25 % ». */
const PREMIERE_ANNEE = 2014;
/** Une période triennale. */
export const ANNEES_D_UNE_PERIODE = 3;
/** Largeur de la colonne A, en points. */
const LIBELLES = 150;
/** Ce que prend, en plus de la colonne A, la gauche d'une page partagée en deux. */
const RESTE_A_GAUCHE = 200;

/** Les colonnes de la feuille : A pour les libellés, puis une par inventaire. Trois font une période triennale passée. */
export interface Trame {
  annees: readonly number[];
  /** « 2014-2016 »… jusqu'à celle d'avant le contrat. */
  periodes: readonly string[];
  largeurs: readonly number[];
  /** Colonnes de la moitié gauche d'une page, la colonne A comprise. */
  gauche: number;
}

export function trameDe({ debut }: Bareme): Trame {
  const nombre = debut - PREMIERE_ANNEE;
  const annees = Array.from({ length: nombre }, (_, rang) => PREMIERE_ANNEE + rang);
  const largeur = (LARGEUR - LIBELLES) / nombre;
  return {
    annees,
    periodes: annees
      .filter((_, rang) => rang % ANNEES_D_UNE_PERIODE === 0)
      .map((annee) => `${annee}-${annee + ANNEES_D_UNE_PERIODE - 1}`),
    largeurs: [LIBELLES, ...annees.map(() => largeur)],
    gauche: 1 + Math.round(RESTE_A_GAUCHE / largeur),
  };
}

/** La colonne d'un inventaire, par son rang. */
export function colonneDe(rang: number): string {
  return lettresDeColonne(rang + 1);
}
