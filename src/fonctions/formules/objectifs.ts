/** Les fonctions des objectifs et des planchers : rythmes, objectifs, planchers, et leur explication, selon le type de situation. */
import {
  SANS_MAXIMUM,
  expliquerObjectif,
  phraserNotification,
  texteDesRefus,
} from "../../redaction";
import {
  combienDePeriodesRestantes,
  quelObjectif,
  quelPlancher,
  quelTauxDeRattrapage,
  quelleNotification,
} from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { etaler, etalerEnLignes } from "../etaler";
import { avecMots, rendre, rendreTaux } from "../rendre";
import { lecteurDeMots, sontLus } from "../vocabulaire";

/**
 * Situation de la commune ou type de contrat.
 * @customenum {string}
 */
export enum TypeDeSituation {
  /** Droit commun : 33, 50 ou 100 % des manquants (L. 302-8, VII). Valeur par défaut. */
  "sans aménagement" = "sans aménagement",
  /** Contrat abaissant : plancher de 25, 40 ou 80 % (L. 302-8, IX). */
  abaissant = "abaissant",
  /** Contrat mutualisant : plancher de la moitié de l’objectif légal (L. 302-8, X). */
  mutualisant = "mutualisant",
  /** Nouvelle entrante, première période : 15 % (L. 302-8, VIII). */
  "entrante-1" = "entrante-1",
  /** Nouvelle entrante, deuxième période : 25 % (L. 302-8, VIII). */
  "entrante-2" = "entrante-2",
  /** Entrée en cours de période : 10 % (L. 302-8, VIII). */
  "entrante-cours" = "entrante-cours",
  /** Objectif rehaussé par le préfet après accord du maire (guide, annexe 1). */
  rehaussé = "rehaussé",
}

/**
 * Taux de rattrapage d’une commune selon son écart : taux légal, plancher d’un contrat, ou taux d’une nouvelle entrante.
 * @customfunction TAUX_RATTRAPAGE TAUX.RATTRAPAGE
 * @helpurl https://localhost:3000/aide/TAUX.RATTRAPAGE.html
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Taux, à afficher au format %
 * @article L. 302-8, VII ; L. 302-8, VIII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 ; guide, annexe 1
 * @exemple =CMS.TAUX.RATTRAPAGE(5) → 33 %
 * @exemple =CMS.TAUX.RATTRAPAGE(3,3) → 50 %
 * @exemple =CMS.TAUX.RATTRAPAGE(1,9) → 100 %
 * @exemple =CMS.TAUX.RATTRAPAGE(5;"mutualisant") → 17 %
 * @exemple =CMS.TAUX.RATTRAPAGE(1;;"2020-2022") → 50 %
 * @erreur Un écart nul, négatif ou vide (#VALEUR!) : donnez l’écart en points, taux légal moins taux de logements sociaux.
 * @erreur Un type mal écrit (#VALEUR!) : choisissez un des mots proposés ; majuscules, accents et tirets ne comptent pas.
 * @erreur Une période absente du barème (#N/A) : écrivez "2020-2022", "2023-2025" ou "2026-2028" ; le barème ne s’extrapole
 *   pas.
 * @remarque L’écart est en points : 5 pour 20 % moins 15 %. Saisi en fraction (0,05), il n’est pas repéré ici, faute du nombre
 *   de logements manquants.
 * @remarque À 2 et à 4 points exactement, le taux est de 50 %. À 4 points, l’annexe 2 du guide se lit 33 % : faites confirmer
 *   la notification.
 * @remarque Pour un contrat mutualisant, c’est la lecture du guide : 17 %. La loi dit la moitié de l’objectif légal : voir
 *   CMS.TAUX.PLANCHER.
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function tauxRattrapage(
  ecart: unknown[][],
  type: TypeDeSituation[][],
  periode: unknown[][]
): unknown[][] {
  return etaler(
    { ecart, type, periode },
    avecMots((s, mots) =>
      rendreTaux(quelTauxDeRattrapage(s.ecart, mots.type, "guide", mots.bareme))
    )
  );
}

/**
 * Objectif triennal d’une commune, en logements : manquants × taux de rattrapage. Pour un contrat, au taux retenu ou à défaut au plancher.
 * @customfunction OBJECTIF OBJECTIF
 * @helpurl https://localhost:3000/aide/OBJECTIF.html
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [taux_retenu] Taux retenu par le contrat, par exemple 30 % ; refusé sous le plancher
 * @param [arrondi] "supérieur" (par défaut), "au plus proche" ou "aucun"
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Nombre de logements à réaliser sur la période
 * @article L. 302-8, VII ; L. 302-8, VIII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 ; guide, annexe 1
 * @exemple =CMS.OBJECTIF(500;5) → 165
 * @exemple =CMS.OBJECTIF(500;5;"abaissant") → 125
 * @exemple =CMS.OBJECTIF(500;5;"abaissant";30%) → 150
 * @exemple =CMS.OBJECTIF(500;5;"entrante-1") → 75
 * @exemple =CMS.OBJECTIF(301;5;;;"au plus proche") → 99
 * @exemple =CMS.OBJECTIF({500;300};5) → 165 // 99
 * @erreur Un écart saisi en fraction, par exemple 0,05 (#VALEUR!) : saisissez-le en points (5), ou utilisez CMS.ECART.
 * @erreur Un écart nul ou vide alors qu’il manque des logements, ou l’inverse (#VALEUR!) : complétez la cellule vide ; l’un ne
 *   va pas sans l’autre.
 * @erreur Un taux retenu sous le plancher du contrat (#VALEUR!) : retenez au moins le plancher, donné par CMS.TAUX.PLANCHER.
 * @erreur Un taux retenu saisi sans %, par exemple 33 (#VALEUR!) : écrivez 33 % ou 0,33.
 * @erreur Le type "entrante-3" (#VALEUR!) : à sa troisième période, une entrante revient au droit commun ; écrivez "sans
 *   aménagement".
 * @erreur Un type mal écrit (#VALEUR!) : choisissez un des mots proposés ; majuscules, accents et tirets ne comptent pas.
 * @erreur Une cellule en erreur ou une période absente du barème (#N/A) : corrigez la cellule, ou écrivez par exemple
 *   "2026-2028".
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Une commune relevée (mutualisant) ou rehaussée peut dépasser 100 % de ses manquants, jusqu’à 200 % ; CMS.EXPLIQUER
 *   le signale.
 * @remarque Sans taux retenu, un contrat donne l’objectif au plancher. La fixation au plancher n’a rien d’automatique (guide).
 * @remarque Aucun texte ne fixe l’arrondi : entier supérieur par défaut, par commune. L’arrondi choisi ne descend jamais sous
 *   le plancher d’un contrat.
 * @remarque Le plancher mutualisant est celui du guide (17 %) ; la loi dit la moitié de l’objectif légal : voir CMS.PLANCHER.
 * @remarque 33 % vaut 0,33 exactement. À 2 et à 4 points exactement, le taux est de 50 %.
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function objectif(
  deficit: unknown[][],
  ecart: unknown[][],
  type: TypeDeSituation[][],
  taux_retenu: unknown[][],
  arrondi: unknown[][],
  periode: unknown[][]
): unknown[][] {
  return etaler(
    { deficit, ecart, type, taux_retenu, arrondi, periode },
    avecMots((s, mots) =>
      rendre(quelObjectif(s.deficit, s.ecart, mots.type, s.taux_retenu, mots.arrondi, mots.bareme))
    )
  );
}

/**
 * Taux plancher d’une commune : le taux le plus bas qu’un contrat peut retenir.
 * @customfunction TAUX_PLANCHER TAUX.PLANCHER
 * @helpurl https://localhost:3000/aide/TAUX.PLANCHER.html
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param type Type de situation ou de contrat
 * @param [lecture] Plancher mutualisant : "guide" (17 %, par défaut) ou "loi" (la moitié de l’objectif légal)
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Taux, à afficher au format %
 * @article L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 ; guide, annexe 1
 * @exemple =CMS.TAUX.PLANCHER(5;"abaissant") → 25 %
 * @exemple =CMS.TAUX.PLANCHER(3;"abaissant") → 40 %
 * @exemple =CMS.TAUX.PLANCHER(5;"mutualisant") → 17 %
 * @exemple =CMS.TAUX.PLANCHER(5;"mutualisant";"loi") → 16,5 %
 * @erreur Un écart nul, négatif ou vide (#VALEUR!) : donnez l’écart en points, taux légal moins taux de logements sociaux.
 * @erreur Une lecture mal écrite (#VALEUR!) : écrivez "guide" ou "loi".
 * @erreur Un contrat pour une période d’avant la loi « 3DS » (#VALEUR!) : choisissez une période à partir de 2023-2025.
 * @erreur Une période absente du barème (#N/A) : écrivez "2020-2022", "2023-2025" ou "2026-2028" ; le barème ne s’extrapole
 *   pas.
 * @remarque Le guide et la plaquette disent 17 % pour un contrat mutualisant ; la loi dit la moitié de l’objectif légal, soit
 *   16,5 %. Par défaut, le guide.
 * @remarque Pour le droit commun et les nouvelles entrantes, le plancher est le taux de droit lui-même.
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function tauxPlancher(
  ecart: unknown[][],
  type: TypeDeSituation[][],
  lecture: unknown[][],
  periode: unknown[][]
): unknown[][] {
  return etaler(
    { ecart, type, lecture, periode },
    avecMots((s, mots) =>
      rendreTaux(quelTauxDeRattrapage(s.ecart, mots.type, mots.lecture, mots.bareme))
    )
  );
}

/**
 * Plancher d’une commune, en logements : l’objectif le plus bas qu’un contrat peut retenir, arrondi à l’entier supérieur.
 * @customfunction PLANCHER PLANCHER
 * @helpurl https://localhost:3000/aide/PLANCHER.html
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param type Type de situation ou de contrat
 * @param [lecture] Plancher mutualisant : "guide" (17 %, par défaut) ou "loi" (la moitié de l’objectif légal)
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Nombre de logements
 * @article L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 ; guide, annexe 1
 * @exemple =CMS.PLANCHER(500;5;"abaissant") → 125
 * @exemple =CMS.PLANCHER(500;5;"mutualisant") → 85
 * @exemple =CMS.PLANCHER(500;5;"mutualisant";"loi") → 83
 * @exemple =CMS.PLANCHER({500;300};5;"mutualisant") → 85 // 51
 * @erreur Un écart saisi en fraction, par exemple 0,05 (#VALEUR!) : saisissez-le en points (5), ou utilisez CMS.ECART.
 * @erreur Un écart nul ou vide alors qu’il manque des logements, ou l’inverse (#VALEUR!) : complétez la cellule vide ; l’un ne
 *   va pas sans l’autre.
 * @erreur Une lecture mal écrite (#VALEUR!) : écrivez "guide" ou "loi".
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @erreur Une période absente du barème (#N/A) : écrivez "2020-2022", "2023-2025" ou "2026-2028" ; le barème ne s’extrapole
 *   pas.
 * @remarque Toujours arrondi à l’entier supérieur : l’objectif ne peut pas être inférieur au plancher.
 * @remarque Le guide et la plaquette disent 17 % du déficit pour un contrat mutualisant (85 pour 500) ; la loi dit la moitié
 *   de l’objectif légal (83). Par défaut, le guide.
 * @remarque La fixation au plancher n’a rien d’automatique (guide).
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function plancher(
  deficit: unknown[][],
  ecart: unknown[][],
  type: TypeDeSituation[][],
  lecture: unknown[][],
  periode: unknown[][]
): unknown[][] {
  return etaler(
    { deficit, ecart, type, lecture, periode },
    avecMots((s, mots) =>
      rendre(quelPlancher(s.deficit, s.ecart, mots.type, mots.lecture, mots.bareme))
    )
  );
}

/**
 * Périodes triennales où l’objectif d’une commune peut encore être abaissé : 3 d’affilée en abaissant, 2 en mutualisant.
 * @customfunction PERIODES_RESTANTES PERIODES.RESTANTES
 * @helpurl https://localhost:3000/aide/PERIODES.RESTANTES.html
 * @param type Type de contrat : abaissant ou mutualisant
 * @param periodes_consommees Périodes déjà abaissées à la suite pour la commune, par exemple 1 ; vide, aucune
 * @returns Nombre de périodes, jamais négatif
 * @article L. 302-8, IX, al. 1 ; L. 302-8, X, al. 1 ; guide, annexe 1
 * @exemple =CMS.PERIODES.RESTANTES("abaissant";1) → 2
 * @exemple =CMS.PERIODES.RESTANTES("mutualisant";2) → 0
 * @exemple =CMS.PERIODES.RESTANTES("abaissant";{0;1;2;3}) → 3 // 2 // 1 // 0
 * @erreur Un autre type, ou un type vide (#VALEUR!) : écrivez "abaissant" ou "mutualisant", les seuls dont la loi limite le
 *   nombre de périodes.
 * @erreur Un nombre négatif, décimal ou supérieur à 10 (#VALEUR!) : donnez un nombre de périodes, pas une année.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Le texte ne dit pas si les périodes d’un contrat abaissant comptent dans les deux d’un contrat mutualisant.
 * @remarque Comptez les périodes consécutives. À 0 en abaissant, une dérogation reste possible : voyez CMS.DEROGATION. En
 *   mutualisant, le guide n’admet aucune prolongation.
 */
export function periodesRestantes(
  type: TypeDeSituation[][],
  periodes_consommees: unknown[][]
): unknown[][] {
  return etaler(
    { type, periodes_consommees },
    avecMots((s, mots) => rendre(combienDePeriodesRestantes(mots.type, s.periodes_consommees)))
  );
}

/**
 * Ce que le préfet peut notifier à une commune : objectif le plus bas, le plus haut, et la phrase (guide, annexe 2).
 * @customfunction NOTIFICATION NOTIFICATION
 * @helpurl https://localhost:3000/aide/NOTIFICATION.html
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param type Type de situation ou de contrat ; sans aménagement si la cellule est vide
 * @returns Trois cellules par commune : le plus bas, le plus haut, la phrase
 * @article L. 302-8, VII ; L. 302-8, VIII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 et 4 ; guide, annexe 2
 * @exemple =CMS.NOTIFICATION(500;5;"abaissant") → 125 | 165 | Objectif compris entre 125 et 165, celui du contrat signé…
 * @exemple =CMS.NOTIFICATION(500;5;"mutualisant") → 85 | sans maximum | À la baisse, objectif compris entre 85 et 165…
 * @exemple =CMS.NOTIFICATION({500;300};5;"sans aménagement") → 165 | 165 | Objectif légal de 165… // 99 | 99 | Objectif légal de 99…
 * @erreur Un écart saisi en fraction, par exemple 0,05 (#VALEUR!) : saisissez-le en points (5), ou utilisez CMS.ECART.
 * @erreur Un écart nul ou vide alors qu’il manque des logements, ou l’inverse (#VALEUR!) : complétez la cellule vide ; l’un ne
 *   va pas sans l’autre.
 * @erreur Une plage de plusieurs colonnes, ou des plages de tailles différentes (#VALEUR!) : donnez une colonne par argument,
 *   de même hauteur, ou une seule cellule.
 * @remarque Laissez deux colonnes libres à droite : le résultat s’étale sur trois.
 * @remarque Une commune relevée (mutualisant) ou rehaussée n’a pas de maximum écrit ; son accord, ou celui du maire, est requis.
 * @remarque Le plus bas d’un contrat mutualisant est celui du guide (17 %) ; la phrase donne aussi celui de la loi s’il diffère.
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function notification(
  deficit: unknown[][],
  ecart: unknown[][],
  type: TypeDeSituation[][]
): unknown[][] {
  return etalerEnLignes(
    { deficit, ecart, type },
    3,
    avecMots((s, mots) => {
      const notifie = quelleNotification(s.deficit, s.ecart, mots.type, mots.bareme);
      if (!notifie.ok) return erreurDeRefus(notifie.refus);
      return [notifie.bas, notifie.haut ?? SANS_MAXIMUM, phraserNotification(notifie)];
    })
  );
}

/**
 * Le calcul d’un objectif, ou la raison d’un refus, en une phrase avec l’article.
 * @customfunction EXPLIQUER EXPLIQUER
 * @helpurl https://localhost:3000/aide/EXPLIQUER.html
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [taux_retenu] Taux retenu par le contrat, par exemple 30 %
 * @param [arrondi] "supérieur" (par défaut), "au plus proche" ou "aucun"
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Une phrase
 * @article L. 302-8, VII ; L. 302-8, VIII ; L. 302-8, IX, 1° à 3° ; L. 302-8, X, al. 2 ; guide, annexe 1
 * @exemple =CMS.EXPLIQUER(500;5;;;;"2023-2025") → 500 logements manquants × 33 % (écart de 5 points, supérieur à 4) = 165 ; art. L. 302-8, VII du CCH.
 * @exemple =CMS.EXPLIQUER(500;5;"entrante-1";;;"2023-2025") → 500 logements manquants × 15 % (nouvelle entrante, première période, quel que soit l'écart) = 75 ; art. L. 302-8, VIII du CCH.
 * @exemple =CMS.EXPLIQUER(500;5;"mutualisant";;;"2023-2025") → 500 logements manquants × 17 % (plancher mutualisant, écart de 5 points, supérieur à 4) = 85 ; guide, annexe 1. C’est le plancher…
 * @exemple =CMS.EXPLIQUER(500;0,05) → Écart de 0,05 point ?…
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule. Les autres
 *   refus ne sont pas des erreurs : la phrase les explique.
 * @remarque Donnez les mêmes arguments qu’à CMS.OBJECTIF : la phrase dit son calcul, ou pourquoi il refuse et que faire.
 * @remarque Pour 2026-2028, les règles sont à confirmer sur Légifrance.
 */
export function expliquer(
  deficit: unknown[][],
  ecart: unknown[][],
  type: TypeDeSituation[][],
  taux_retenu: unknown[][],
  arrondi: unknown[][],
  periode: unknown[][]
): unknown[][] {
  const lire = lecteurDeMots();
  return etaler({ deficit, ecart, type, taux_retenu, arrondi, periode }, (s) => {
    const mots = lire(s);
    if (!sontLus(mots)) return texteDesRefus(mots);
    const objectif = quelObjectif(
      s.deficit,
      s.ecart,
      mots.type,
      s.taux_retenu,
      mots.arrondi,
      mots.bareme
    );
    return objectif.ok ? expliquerObjectif(objectif) : texteDesRefus(objectif.refus);
  });
}
