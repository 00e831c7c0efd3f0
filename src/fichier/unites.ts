import { POLICE, TAILLE_PAR_DEFAUT } from "./vocabulaire";

const POINTS_PAR_POUCE = 72;
/** Excel compte les largeurs en pixels entiers, à 96 par pouce. */
const POINTS_PAR_PIXEL = 0.75;

/** Largeur d'un chiffre rapportée au corps du texte. */
const CHIFFRE_ARIAL = 0.556;
const CHIFFRE_CALIBRI = 0.507;
const FAMILLE_ARIAL = /^(arial|helvetica|liberation sans)$/i;

/**
 * Une largeur de colonne se compte en chiffres de la police par défaut du classeur. Hors de la famille d'Arial, la
 * mesure de Calibri convient à quelques pour cent près.
 */
export function pointsParChiffre(police: string, taille: number): number {
  const chiffre = FAMILLE_ARIAL.test(police) ? CHIFFRE_ARIAL : CHIFFRE_CALIBRI;
  return Math.round((chiffre * taille) / POINTS_PAR_PIXEL) * POINTS_PAR_PIXEL;
}

const POINTS_PAR_CHIFFRE_ECRIT = pointsParChiffre(POLICE, TAILLE_PAR_DEFAUT);

/** Largeur de colonne de nos fichiers. */
export function pointsVersLargeur(points: number): number {
  return arrondir(points / POINTS_PAR_CHIFFRE_ECRIT, 6);
}

export function poucesVersPoints(pouces: number): number {
  return arrondir(pouces * POINTS_PAR_POUCE, 2);
}

export function pointsVersPouces(points: number): number {
  return arrondir(points / POINTS_PAR_POUCE, 6);
}

export function arrondir(nombre: number, decimales: number): number {
  return Number(nombre.toFixed(decimales));
}
