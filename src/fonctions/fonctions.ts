/**
 * Les fonctions personnalisées. Chacune convertit ses arguments, appelle sa règle et rend son résultat ou son erreur : rien d'autre.
 * Une plage en argument s'étale : une formule suffit pour toute une colonne.
 */
import {
  VERSION,
  expliquerObjectif,
  mentionDuBareme,
  texteDesRefus,
  typographier,
} from "../redaction";
import {
  BAREMES,
  PERIODE_PAR_DEFAUT,
  UNITE,
  combienDeManquants,
  combienDePlaiAuMoins,
  combienDePlsAuPlus,
  estCeEquilibre,
  quelEcart,
  quelObjectif,
  quelPlancher,
  quelTauxDeLogementsSociaux,
  quelTauxDeRattrapage,
  type Resultat,
} from "../regles";
import { erreurDeRefus } from "./erreurs";
import { etaler, type Sortie } from "./etaler";
import { aplatir } from "./saisies";
import { lecteurDeMots, sontLus, type Mots, type SaisiesDeMots } from "./vocabulaire";

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

/** La valeur d'un résultat, ou l'erreur de son refus. */
function rendre(resultat: Resultat<{ ok: true; valeur: number }>): Sortie {
  return resultat.ok ? resultat.valeur : erreurDeRefus(resultat.refus);
}

/** Le taux d'un résultat, en fraction, ou l'erreur de son refus. */
function rendreTaux(resultat: Resultat<{ ok: true; taux: number }>): Sortie {
  return resultat.ok ? resultat.taux / UNITE : erreurDeRefus(resultat.refus);
}

/** Un calcul qui demande aussi des mots (type, arrondi, lecture, période) : s'ils ne se lisent pas, la cellule est refusée. */
function avecMots<S extends SaisiesDeMots>(
  calculer: (saisies: S, mots: Mots) => Sortie
): (saisies: S) => Sortie {
  const lire = lecteurDeMots();
  return (saisies) => {
    const mots = lire(saisies);
    return sontLus(mots) ? calculer(saisies, mots) : erreurDeRefus(mots);
  };
}

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
 * Nombre minimal de PLAI dans un objectif : 30 %, arrondi à l’entier supérieur (L. 302-8, III).
 * @customfunction PLAI_MIN PLAI.MIN
 * @helpurl https://localhost:3000/aide/index.html#CMS.PLAI.MIN
 * @param objectif Objectif retenu, en logements
 * @returns Nombre de logements
 */
export function plaiMin(objectif: unknown[][]): unknown[][] {
  return etaler({ objectif }, (s) => rendre(combienDePlaiAuMoins(s.objectif)));
}

/**
 * Nombre maximal de PLS et assimilés dans un objectif : 30 %, ou 20 % sous 10 % de logements sociaux et sans PLH (L. 302-8, III).
 * @customfunction PLS_MAX PLS.MAX
 * @helpurl https://localhost:3000/aide/index.html#CMS.PLS.MAX
 * @param objectif Objectif retenu, en logements
 * @param [taux_ls] Taux de logements sociaux de la commune, par exemple 9 %
 * @param [plh] VRAI si la commune est couverte par un PLH, FAUX sinon
 * @returns Nombre de logements
 */
export function plsMax(objectif: unknown[][], taux_ls: unknown[][], plh: unknown[][]): unknown[][] {
  return etaler({ objectif, taux_ls, plh }, (s) =>
    rendre(combienDePlsAuPlus(s.objectif, s.taux_ls, s.plh))
  );
}

/**
 * Marge d’un EPCI qui mutualise : somme des objectifs après moins somme des objectifs avant. 0 ou plus : équilibré (L. 302-8, X, al. 3).
 * @customfunction EQUILIBRE EQUILIBRE
 * @helpurl https://localhost:3000/aide/index.html#CMS.EQUILIBRE
 * @param objectifs_avant Objectifs légaux des communes, avant mutualisation
 * @param objectifs_apres Objectifs des communes, après mutualisation
 * @returns Nombre de logements, négatif s’il en manque
 */
export function equilibre(objectifs_avant: unknown[][], objectifs_apres: unknown[][]): unknown[][] {
  const bilan = estCeEquilibre(aplatir(objectifs_avant), aplatir(objectifs_apres));
  return [[bilan.ok ? bilan.marge : erreurDeRefus(bilan.refus)]];
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

/**
 * Version du complément, et ce qui a été vérifié de la loi.
 * @customfunction VERSION VERSION
 * @helpurl https://localhost:3000/aide/index.html#CMS.VERSION
 * @returns Une phrase
 */
export function version(): string {
  const bareme = mentionDuBareme(BAREMES[PERIODE_PAR_DEFAUT]);
  return typographier(`Complément CMS ${VERSION}. ${bareme}`);
}
