/** Les fonctions qui dépendent du type de situation : rythmes, objectifs, planchers, et leur explication. */
import { expliquerObjectif, texteDesRefus } from "../../redaction";
import { quelObjectif, quelPlancher, quelTauxDeRattrapage } from "../../regles";
import { etaler } from "../etaler";
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
 * @helpurl https://localhost:3000/aide/index.html#CMS.TAUX.RATTRAPAGE
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Taux, à afficher au format %
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
 * @helpurl https://localhost:3000/aide/index.html#CMS.OBJECTIF
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [taux_retenu] Taux retenu par le contrat, par exemple 30 % ; refusé sous le plancher
 * @param [arrondi] "supérieur" (par défaut), "au plus proche" ou "aucun"
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Nombre de logements à réaliser sur la période
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
 * @helpurl https://localhost:3000/aide/index.html#CMS.TAUX.PLANCHER
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param type Type de situation ou de contrat
 * @param [lecture] Plancher mutualisant : "guide" (17 %, par défaut) ou "loi" (la moitié de l’objectif légal)
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Taux, à afficher au format %
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
 * @helpurl https://localhost:3000/aide/index.html#CMS.PLANCHER
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param type Type de situation ou de contrat
 * @param [lecture] Plancher mutualisant : "guide" (17 %, par défaut) ou "loi" (la moitié de l’objectif légal)
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Nombre de logements
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
 * Le calcul d’un objectif, ou la raison d’un refus, en une phrase avec l’article.
 * @customfunction EXPLIQUER EXPLIQUER
 * @helpurl https://localhost:3000/aide/index.html#CMS.EXPLIQUER
 * @param deficit Nombre de logements sociaux manquants, par exemple 500
 * @param ecart Écart au taux légal en points, par exemple 5 (jamais 0,05)
 * @param [type] Type de situation ou de contrat ; sans aménagement si vous ne dites rien
 * @param [taux_retenu] Taux retenu par le contrat, par exemple 30 %
 * @param [arrondi] "supérieur" (par défaut), "au plus proche" ou "aucun"
 * @param [periode] Période triennale, par exemple "2023-2025" ; la dernière du barème si vous ne dites rien
 * @returns Une phrase
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
