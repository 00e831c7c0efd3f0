/** Les fonctions du parc : taux, manquants, écart, croissance, tension, projection. */
import {
  combienDeManquants,
  quelEcart,
  quelTauxDeLogementsSociaux,
  quellePartSociale,
  quelleProjection,
  quelleTension,
} from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { etaler } from "../etaler";
import { rendre } from "../rendre";
import { celluleDe } from "../saisies";
import { verifierCellules } from "../tailles";

/**
 * Taux de logements sociaux d’une commune : logements sociaux rapportés aux résidences principales.
 * @customfunction TAUX_LS TAUX.LS
 * @helpurl https://localhost:3000/aide/TAUX.LS.html
 * @param logements_sociaux Nombre de logements sociaux de l’inventaire
 * @param residences_principales Nombre de résidences principales
 * @returns Taux, à afficher au format %
 * @article L. 302-5
 * @exemple =CMS.TAUX.LS(900;6000) → 15 %
 * @exemple =CMS.TAUX.LS({900;1250};{6000;5000}) → 15 % // 25 %
 * @erreur Plus de logements sociaux que de résidences principales (#VALEUR!) : donnez d’abord les logements sociaux, puis les
 *   résidences principales.
 * @erreur Des résidences principales à 0, ou leur cellule vide (#VALEUR!) : donnez leur nombre à l’inventaire. Une cellule vide de
 *   logements sociaux vaut 0.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Le résultat n’est pas arrondi, même si la cellule affiche « 15,0 % » : c’est la valeur exacte qui compte pour les
 *   seuils.
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
 * @helpurl https://localhost:3000/aide/MANQUANTS.html
 * @param logements_sociaux Nombre de logements sociaux de l’inventaire
 * @param residences_principales Nombre de résidences principales
 * @param taux_cible Taux légal : 20 % ou 25 %
 * @returns Nombre de logements
 * @article L. 302-5 ; L. 302-8, I
 * @exemple =CMS.MANQUANTS(900;6000;20%) → 300
 * @exemple =CMS.MANQUANTS(900;6001;20%) → 301
 * @exemple =CMS.MANQUANTS(2000;6000;20%) → 0
 * @erreur Un taux légal autre que 20 % ou 25 % (#VALEUR!) : saisissez 20 % ou 25 % (ou 20, ou 25).
 * @erreur Plus de logements sociaux que de résidences principales (#VALEUR!) : donnez d’abord les logements sociaux, puis les
 *   résidences principales.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Le nombre notifié par le préfet prime sur ce recalcul.
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
 * @helpurl https://localhost:3000/aide/ECART.html
 * @param taux_cible Taux légal : 20 % ou 25 % (ou 20, ou 25)
 * @param taux_ls Taux de logements sociaux, dans la même unité
 * @returns Écart en points
 * @article L. 302-8, VII
 * @exemple =CMS.ECART(20%;14,5%) → 5,5
 * @exemple =CMS.ECART(20;14,5) → 5,5
 * @exemple =CMS.ECART(25;26) → -1
 * @erreur Deux unités différentes, par exemple 20 et 14,5 % (#VALEUR!) : mettez les deux cellules au format %, ou les deux en
 *   points.
 * @erreur Un taux légal autre que 20 % ou 25 % (#VALEUR!) : saisissez 20 % ou 25 % (ou 20, ou 25).
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Le résultat est en points, tel que CMS.OBJECTIF l’attend : 5,5, jamais 0,055. Négatif : la commune dépasse son
 *   taux légal.
 */
export function ecart(taux_cible: unknown[][], taux_ls: unknown[][]): unknown[][] {
  return etaler({ taux_cible, taux_ls }, (s) => rendre(quelEcart(s.taux_cible, s.taux_ls)));
}

/**
 * Part du logement social dans la croissance des résidences principales, entre deux inventaires.
 * @customfunction PART_SOCIALE PART.SOCIALE
 * @helpurl https://localhost:3000/aide/PART.SOCIALE.html
 * @param delta_ls Logements sociaux de plus entre les deux inventaires ; négatif s’il y en a moins
 * @param delta_rp Résidences principales de plus entre les deux mêmes inventaires
 * @returns Part, à afficher au format %
 * @article guide, trame du contrat, volet 1
 * @exemple =CMS.PART.SOCIALE(120;400) → 30 %
 * @exemple =CMS.PART.SOCIALE({120;-20;500};{400;400;400}) → 30 % // -5 % // 125 %
 * @erreur Une variation nulle ou négative des résidences principales, ou sa cellule vide (#VALEUR!) : donnez d’abord la variation des
 *   logements sociaux (vide, elle vaut 0) ; si le parc n’a pas crû, prenez une période plus longue.
 * @erreur Un nombre décimal ou un texte (#VALEUR!) : donnez des nombres entiers de logements.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Une part inférieure au taux légal aggrave le déficit : une commune tenue à 25 % doit faire bien plus de 25 % (guide).
 * @remarque Négative : il y a moins de logements sociaux, par exemple après des démolitions. Plus de 100 % : il s’en est ajouté plus que de
 *   résidences principales, par exemple par conventionnement du parc existant.
 */
export function partSociale(delta_ls: unknown[][], delta_rp: unknown[][]): unknown[][] {
  return etaler({ delta_ls, delta_rp }, (s) => rendre(quellePartSociale(s.delta_ls, s.delta_rp)));
}

/**
 * Ratio de tension du parc social : nombre de demandeurs pour une demande satisfaite.
 * @customfunction TENSION TENSION
 * @helpurl https://localhost:3000/aide/TENSION.html
 * @param demandes Nombre de demandeurs
 * @param attributions Nombre de demandes satisfaites, sur la même période
 * @returns Demandeurs pour une demande satisfaite
 * @article guide, trame du contrat, volet 1
 * @exemple =CMS.TENSION(1200;150) → 8
 * @exemple =CMS.TENSION({1200;90};{150;60}) → 8 // 1,5
 * @erreur Aucune demande satisfaite, ou leur cellule vide (#VALEUR!) : le ratio n’existe pas ; prenez une période plus longue. Une
 *   cellule vide de demandeurs vaut 0.
 * @erreur Un nombre négatif, décimal, ou un texte (#VALEUR!) : donnez des nombres entiers.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 */
export function tension(demandes: unknown[][], attributions: unknown[][]): unknown[][] {
  return etaler({ demandes, attributions }, (s) =>
    rendre(quelleTension(s.demandes, s.attributions))
  );
}

/**
 * Taux de logements sociaux des années à venir, si la croissance actuelle se poursuit : une ligne par année.
 * @customfunction PROJECTION PROJECTION
 * @helpurl https://localhost:3000/aide/PROJECTION.html
 * @param logements_sociaux Nombre de logements sociaux de l’inventaire
 * @param residences_principales Nombre de résidences principales
 * @param croissance_rp Résidences principales de plus par an, par exemple 100 (jamais 1 %) ; une moyenne, comme 133,33, est admise
 * @param part_sociale Part du logement social dans cette croissance, par exemple 40 %
 * @param annees Nombre d’années, de 1 à 30
 * @returns Une colonne de taux, de la première année à la dernière, à afficher au format %
 * @article guide, trame du contrat, volet 1
 * @exemple =CMS.PROJECTION(915;6100;150;40%;2) → 15,6 % // 16,171875 %
 * @exemple =CMS.PROJECTION(45;300;12,5;40%;1) → 16 %
 * @erreur Une croissance saisie en taux, 1 % ou 0,01 (#VALEUR!) : saisissez un nombre de résidences principales par an ; le message le
 *   calcule.
 * @erreur Une part négative ou de plus de 100 % (#VALEUR!) : CMS.PART.SOCIALE peut en donner une, qui ne se prolonge pas ; saisissez une
 *   part de 0 à 100 %, par exemple 40 %.
 * @erreur Des résidences principales à 0, ou leur cellule vide (#VALEUR!) : donnez leur nombre à l’inventaire. Vides, les logements
 *   sociaux, la croissance et la part valent 0.
 * @erreur Un nombre d’années nul, vide, décimal ou de plus de 30 (#VALEUR!) : saisissez un entier de 1 à 30.
 * @erreur Plusieurs cellules pour un argument (#VALEUR!) : donnez une seule cellule à chacun.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @remarque Indicatif : chaque année ajoute le même nombre de résidences principales. Aucun texte ne fixe la méthode.
 * @remarque Une part sociale inférieure au taux légal aggrave le déficit, même si le taux de la commune monte.
 */
export function projection(
  logements_sociaux: unknown[][],
  residences_principales: unknown[][],
  croissance_rp: unknown[][],
  part_sociale: unknown[][],
  annees: unknown[][]
): unknown[][] {
  const desaccord = verifierCellules({
    logements_sociaux,
    residences_principales,
    croissance_rp,
    part_sociale,
    annees,
  });
  if (desaccord) return [[desaccord]];
  const futurs = quelleProjection(
    celluleDe(logements_sociaux),
    celluleDe(residences_principales),
    celluleDe(croissance_rp),
    celluleDe(part_sociale),
    celluleDe(annees)
  );
  return futurs.ok ? futurs.taux.map((taux) => [taux]) : [[erreurDeRefus(futurs.refus)]];
}
