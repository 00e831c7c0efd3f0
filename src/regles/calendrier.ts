/**
 * Les numéros de série d'Excel, comptés en jours depuis le 30 décembre 1899 : le 1er janvier 2026 est le 46 023. Un classeur réglé sur
 * le calendrier de 1904 compte 1 462 jours de moins ; rien dans la cellule ne le dit.
 */

/** Numéro de série du 1er janvier d'une année, à partir de 1901 (avant, Excel compte un 29 février 1900 qui n'a pas existé). */
export function premierJanvier(annee: number): number {
  const revolues = annee - 1;
  const bissextiles =
    Math.floor(revolues / 4) - Math.floor(revolues / 100) + Math.floor(revolues / 400);
  return 365 * annee + bissextiles - JOURS_AVANT_1900;
}

/** Jours comptés par la même formule jusqu'au 30 décembre 1899. */
const JOURS_AVANT_1900 = 693_958;

/** L'année d'un numéro de série ; l'heure (la partie décimale) ne compte pas. */
export function anneeDuJour(serie: number): number {
  // À 366 jours par an, l'estimation n'est jamais trop tardive : il reste à avancer.
  let annee = 1900 + Math.floor((serie - 1) / 366);
  while (serie >= premierJanvier(annee + 1)) annee += 1;
  return annee;
}
