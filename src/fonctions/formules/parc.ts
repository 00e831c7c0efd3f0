/** Les fonctions du parc : taux, manquants, écart. */
import { combienDeManquants, quelEcart, quelTauxDeLogementsSociaux } from "../../regles";
import { etaler } from "../etaler";
import { rendre } from "../rendre";

/**
 * Taux de logements sociaux d’une commune : logements sociaux rapportés aux résidences principales.
 * @customfunction TAUX_LS TAUX.LS
 * @helpurl https://localhost:3000/aide/index.html#CMS.TAUX.LS
 * @param logements_sociaux Nombre de logements sociaux de l’inventaire
 * @param residences_principales Nombre de résidences principales
 * @returns Taux, à afficher au format %
 */
export function tauxLs(
  logements_sociaux: unknown[][],
  residences_principales: unknown[][]
): unknown[][] {
  return etaler({ logements_sociaux, residences_principales }, (s) =>
    rendre(quelTauxDeLogementsSociaux(s.logements_sociaux, s.residences_principales))
  );
}

/**
 * Nombre de logements sociaux manquants : le plus petit entier qui atteint le taux légal. Le nombre notifié par le préfet prime.
 * @customfunction MANQUANTS MANQUANTS
 * @helpurl https://localhost:3000/aide/index.html#CMS.MANQUANTS
 * @param logements_sociaux Nombre de logements sociaux de l’inventaire
 * @param residences_principales Nombre de résidences principales
 * @param taux_cible Taux légal : 20 % ou 25 %
 * @returns Nombre de logements
 */
export function manquants(
  logements_sociaux: unknown[][],
  residences_principales: unknown[][],
  taux_cible: unknown[][]
): unknown[][] {
  return etaler({ logements_sociaux, residences_principales, taux_cible }, (s) =>
    rendre(combienDeManquants(s.logements_sociaux, s.residences_principales, s.taux_cible))
  );
}

/**
 * Écart au taux légal, en points : taux légal moins taux de logements sociaux. L’unité se déduit du taux légal (20 % ou 20).
 * @customfunction ECART ECART
 * @helpurl https://localhost:3000/aide/index.html#CMS.ECART
 * @param taux_cible Taux légal : 20 % ou 25 % (ou 20, ou 25)
 * @param taux_ls Taux de logements sociaux, dans la même unité
 * @returns Écart en points
 */
export function ecart(taux_cible: unknown[][], taux_ls: unknown[][]): unknown[][] {
  return etaler({ taux_cible, taux_ls }, (s) => rendre(quelEcart(s.taux_cible, s.taux_ls)));
}
