import { premierJanvier } from "../regles";

/** Format d'une date, en écriture internationale. */
export const FORMAT_DATE = "dd/mm/yyyy";

/** Un jour du calendrier ; mois de 1 à 12. */
export interface Jour {
  annee: number;
  mois: number;
  jour: number;
}

/** Jours d'une année ordinaire écoulés avant chaque mois. */
const JOURS_AVANT = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Le numéro de série d'Excel (calendrier de 1900). */
export function serieDe({ annee, mois, jour }: Jour): number {
  const avant = JOURS_AVANT[mois - 1] ?? 0;
  return premierJanvier(annee) + avant + (mois > 2 ? bissextile(annee) : 0) + jour - 1;
}

/** Des mois plus tard, ou plus tôt ; comme EDATE, au dernier jour d'un mois trop court. */
export function decaler({ annee, mois, jour }: Jour, nombre: number): Jour {
  const rang = annee * 12 + mois - 1 + nombre;
  const [nouvelle, suivant] = [Math.floor(rang / 12), (rang % 12) + 1];
  return { annee: nouvelle, mois: suivant, jour: Math.min(jour, joursDuMois(nouvelle, suivant)) };
}

/** Le dernier jour d'un mois, des mois plus tard ; comme EOMONTH. */
export function finDeMois(jour: Jour, nombre: number): Jour {
  return decaler({ ...jour, jour: 31 }, nombre);
}

/** La formule d'un jour : elle vaut aussi dans un classeur réglé sur le calendrier de 1904. */
export function formuleDuJour({ annee, mois, jour }: Jour): string {
  return `DATE(${annee},${mois},${jour})`;
}

/** La formule qui décale la date d'une cellule d'autant de mois ; vide si la cellule n'a pas de date. */
export function formuleDuDecalage(cellule: string, mois: number): string {
  return `IFERROR(IF(ISNUMBER(${cellule}),EDATE(${cellule},${mois}),""),"")`;
}

/** « 30/06/2028 ». */
export function ecrireJour({ annee, mois, jour }: Jour): string {
  return `${deuxChiffres(jour)}/${deuxChiffres(mois)}/${annee}`;
}

/** La formule qui écrit ainsi le jour d'une cellule ; le format de TEXT, lui, change avec la langue d'Excel. */
export function formuleDuTexte(cellule: string): string {
  return `RIGHT("0"&DAY(${cellule}),2)&"/"&RIGHT("0"&MONTH(${cellule}),2)&"/"&YEAR(${cellule})`;
}

function joursDuMois(annee: number, mois: number): number {
  const [debut = 0, fin = 0] = JOURS_AVANT.slice(mois - 1, mois + 1);
  return fin - debut + (mois === 2 ? bissextile(annee) : 0);
}

function bissextile(annee: number): number {
  return premierJanvier(annee + 1) - premierJanvier(annee) - 365;
}

function deuxChiffres(nombre: number): string {
  return String(nombre).padStart(2, "0");
}
