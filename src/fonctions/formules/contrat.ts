/** Les fonctions du contrat et de son suivi : objectifs qualitatifs, durée, bilan, calendrier, version. */
import {
  SANS_OBJET,
  VERSION,
  ecrireAtteinte,
  mentionDuBareme,
  phraserBilan,
  typographier,
} from "../../redaction";
import {
  BAREMES,
  PERIODE_PAR_DEFAUT,
  combienDePlaiAuMoins,
  combienDePlsAuPlus,
  estCeUneDureeDerogeable,
  estRefus,
  quelBilan,
  quelInventaire,
  quelTauxDAtteinte,
  quellePeriode,
  quellePeriodeACetteDate,
} from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { etaler, etalerEnLignes } from "../etaler";
import { rendre } from "../rendre";

/**
 * Nombre minimal de PLAI dans un objectif : 30 %, arrondi à l’entier supérieur (L. 302-8, III).
 * @customfunction PLAI_MIN PLAI.MIN
 * @helpurl https://localhost:3000/aide/PLAI.MIN.html
 * @param objectif Objectif retenu, en logements
 * @returns Nombre de logements
 * @article L. 302-8, III
 * @exemple =CMS.PLAI.MIN(165) → 50
 * @exemple =CMS.PLAI.MIN({165;99}) → 50 // 30
 * @erreur Un objectif négatif, ou un texte (#VALEUR!) : donnez un nombre de logements, par exemple 165.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @remarque Comptez sur l’objectif retenu par le contrat. L’arrondi à l’entier supérieur est notre lecture : 30 % est un
 *   minimum, et aucun texte ne fixe l’arrondi.
 */
export function plaiMin(objectif: unknown[][]): unknown[][] {
  return etaler({ objectif }, (s) => rendre(combienDePlaiAuMoins(s.objectif)));
}

/**
 * Nombre maximal de PLS et assimilés dans un objectif : 30 %, ou 20 % sous 10 % de logements sociaux et sans PLH (L. 302-8, III).
 * @customfunction PLS_MAX PLS.MAX
 * @helpurl https://localhost:3000/aide/PLS.MAX.html
 * @param objectif Objectif retenu, en logements
 * @param [taux_ls] Taux de logements sociaux de la commune, par exemple 9 %
 * @param [plh] VRAI si la commune est couverte par un PLH, FAUX sinon
 * @returns Nombre de logements
 * @article L. 302-8, III
 * @exemple =CMS.PLS.MAX(165;15%) → 49
 * @exemple =CMS.PLS.MAX(165;9%;FAUX) → 33
 * @exemple =CMS.PLS.MAX(165;9%;VRAI) → 49
 * @erreur Moins de 10 % de logements sociaux sans savoir s’il y a un PLH (#VALEUR!) : ajoutez VRAI ou FAUX en troisième
 *   argument.
 * @erreur FAUX sans le taux de logements sociaux (#VALEUR!) : ajoutez ce taux, par exemple 9 %.
 * @erreur Un objectif négatif, ou un texte (#VALEUR!) : donnez un nombre de logements, par exemple 165.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque C’est un maximum : la trame écrit « au moins 30 % de PLS », une coquille. Arrondi à l’entier inférieur, sur
 *   l’objectif retenu.
 * @remarque À 10 % exactement, le plafond reste 30 % (« moins de 10 % »).
 */
export function plsMax(objectif: unknown[][], taux_ls: unknown[][], plh: unknown[][]): unknown[][] {
  return etaler({ objectif, taux_ls, plh }, (s) =>
    rendre(combienDePlsAuPlus(s.objectif, s.taux_ls, s.plh))
  );
}

/**
 * VRAI si le préfet peut déroger à la durée d’un contrat abaissant, sur demande motivée de la commune (L. 302-8, IX).
 * @customfunction DEROGATION DEROGATION
 * @helpurl https://localhost:3000/aide/DEROGATION.html
 * @param population Nombre d’habitants de la commune
 * @param inconstructibilite Part inconstructible du territoire urbanisé, par exemple 40 % ; vide, 0 %
 * @returns VRAI ou FAUX
 * @article L. 302-8, IX, dernier alinéa ; guide, annexe 1
 * @exemple =CMS.DEROGATION(4999;0%) → VRAI
 * @exemple =CMS.DEROGATION(5000;0%) → FAUX
 * @exemple =CMS.DEROGATION(12000;40%) → VRAI
 * @erreur Une population vide ou nulle (#VALEUR!) : donnez le nombre d’habitants ; une cellule vide compte pour 0.
 * @erreur Une part de plus de 100 %, ou saisie sans %, par exemple 40 (#VALEUR!) : écrivez 40 % ou 0,4.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque L’inconstructibilité est celle définie en application du III bis de l’article L. 302-5, rapportée au territoire urbanisé.
 * @remarque Moins de 5 000 habitants (5 000 exclus), ou de 30 à 50 % du territoire urbanisé inconstructible, bornes comprises.
 * @remarque Pour le contrat abaissant seulement : le mutualisant ne se prolonge pas. VRAI dit que la dérogation est possible,
 *   pas qu’elle est accordée.
 */
export function derogation(population: unknown[][], inconstructibilite: unknown[][]): unknown[][] {
  return etaler({ population, inconstructibilite }, (s) =>
    rendre(estCeUneDureeDerogeable(s.population, s.inconstructibilite))
  );
}

/**
 * Taux d’atteinte d’un objectif triennal : logements réalisés rapportés à l’objectif.
 * @customfunction ATTEINTE ATTEINTE
 * @helpurl https://localhost:3000/aide/ATTEINTE.html
 * @param objectif Objectif notifié, en logements
 * @param realises Logements sociaux réalisés sur la période
 * @returns Taux, à afficher au format % ; plus de 100 % si l’objectif est dépassé
 * @article L. 302-8, I
 * @exemple =CMS.ATTEINTE(160;120) → 75 %
 * @exemple =CMS.ATTEINTE(100;125) → 125 %
 * @erreur Un objectif vide ou nul (#VALEUR!) : donnez l’objectif notifié ; rien ne se rapporte à 0.
 * @erreur Un nombre négatif, un nombre de réalisés décimal ou un texte (#VALEUR!) : donnez des nombres de logements.
 * @erreur Des plages de tailles différentes (#VALEUR!) : donnez des plages de même taille, ou une seule cellule.
 * @remarque Le taux dit la quantité seulement ; CMS.BILAN dit aussi la qualité (PLAI et PLS).
 */
export function atteinte(objectif: unknown[][], realises: unknown[][]): unknown[][] {
  return etaler({ objectif, realises }, (s) => rendre(quelTauxDAtteinte(s.objectif, s.realises)));
}

/**
 * Bilan triennal d’une commune, en quantité et en qualité : taux d’atteinte, part de PLAI, part de PLS, atteint ou non, phrase.
 * @customfunction BILAN BILAN
 * @helpurl https://localhost:3000/aide/BILAN.html
 * @param objectif Objectif notifié, en logements
 * @param realises Logements sociaux réalisés sur la période
 * @param plai PLAI parmi les logements réalisés
 * @param pls PLS et assimilés parmi les logements réalisés
 * @param [taux_ls] Taux de logements sociaux de la commune, par exemple 9 %
 * @param [plh] VRAI si la commune est couverte par un PLH, FAUX sinon
 * @returns Cinq cellules par commune : taux d’atteinte, part de PLAI, part de PLS, « atteint » ou « non atteint », phrase
 * @article L. 302-8, III ; guide
 * @exemple =CMS.BILAN(160;160;48;48) → 100 % | 30 % | 30 % | atteint | Objectif de quantité atteint…
 * @exemple =CMS.BILAN(160;120;30;30) → 75 % | 25 % | 25 % | non atteint | Il manque 40 logements…
 * @exemple =CMS.BILAN(160;160;48;48;9%;FAUX) → 100 % | 30 % | 30 % | non atteint | Objectif de quantité atteint. 16 PLS de trop…
 * @erreur Un objectif vide ou nul (#VALEUR!) : donnez l’objectif notifié ; rien ne se rapporte à 0.
 * @erreur Plus de PLAI et de PLS que de logements réalisés (#VALEUR!) : vérifiez les trois nombres, et leur ordre.
 * @erreur Moins de 10 % de logements sociaux sans savoir s’il y a un PLH (#VALEUR!) : ajoutez VRAI ou FAUX en dernier argument.
 * @erreur Une plage de plusieurs colonnes, ou des plages de tailles différentes (#VALEUR!) : donnez une colonne par argument,
 *   de même hauteur, ou une seule cellule.
 * @remarque Les parts se rapportent aux logements réalisés, et la phrase dit ce qu’elles font de l’objectif, et si le verdict y
 *   changerait : aucun texte lu ne tranche.
 * @remarque Si l’objectif de quantité ou de qualité n’est pas atteint, la procédure de carence s’engage ; la décision revient au
 *   préfet, après avis de la commission nationale SRU (guide).
 * @remarque Laissez quatre colonnes libres à droite : le résultat s’étale sur cinq. Sans logement réalisé, les parts sont
 *   « sans objet ».
 */
export function bilan(
  objectif: unknown[][],
  realises: unknown[][],
  plai: unknown[][],
  pls: unknown[][],
  taux_ls: unknown[][],
  plh: unknown[][]
): unknown[][] {
  return etalerEnLignes({ objectif, realises, plai, pls, taux_ls, plh }, 5, (s) => {
    const fait = quelBilan(s.objectif, s.realises, s.plai, s.pls, s.taux_ls, s.plh);
    if (!fait.ok) return erreurDeRefus(fait.refus);
    const part = (nombre: number) => (fait.realises === 0 ? SANS_OBJET : nombre / fait.realises);
    return [
      fait.atteinte,
      part(fait.plai),
      part(fait.pls),
      ecrireAtteinte(fait),
      phraserBilan(fait),
    ];
  });
}

/**
 * Période triennale qui contient une date, par exemple 2026-2028.
 * @customfunction PERIODE PERIODE
 * @helpurl https://localhost:3000/aide/PERIODE.html
 * @param date Une date, ou une année seule de 2002 à 2100
 * @returns Période, telle que les autres fonctions l’acceptent
 * @article L. 302-8, I
 * @exemple =CMS.PERIODE(46188) → 2026-2028
 * @exemple =CMS.PERIODE(2024) → 2023-2025
 * @erreur Une date qu’aucune période du barème ne couvre (#N/A) : le barème va de 2020 à 2028 et ne s’extrapole pas.
 * @erreur Une année hors de 2002 à 2100, par exemple 2001 (#N/A) : Excel y lit le numéro d’un jour, ici de 1905 ;
 *   saisissez une vraie date, ou une année de 2020 à 2028.
 * @erreur Une cellule vide, ou une date écrite en texte (#VALEUR!) : saisissez une vraie date, par exemple 15/06/2026.
 * @remarque Excel range une date sous un numéro : 46188 est le 15/06/2026. Dans un classeur réglé sur le calendrier de 1904, ce
 *   numéro est décalé de quatre ans, et rien ne le signale : donnez alors l’année.
 */
export function periode(date: unknown[][]): unknown[][] {
  return etaler({ date }, (s) => {
    const bareme = quellePeriodeACetteDate(s.date);
    return estRefus(bareme) ? erreurDeRefus([bareme]) : bareme.periode;
  });
}

/**
 * Date de l’inventaire de référence d’une période triennale, celui qui constate le nombre de logements manquants.
 * @customfunction INVENTAIRE INVENTAIRE
 * @helpurl https://localhost:3000/aide/INVENTAIRE.html
 * @param periode Période triennale, par exemple "2023-2025" ; la dernière du barème si la cellule est vide
 * @returns Date, à afficher au format date
 * @article guide
 * @exemple =CMS.INVENTAIRE("2023-2025") → 44562
 * @erreur Une période dont l’inventaire n’est pas vérifié, par exemple "2020-2022" (#N/A) : choisissez une période à partir de
 *   2023-2025.
 * @erreur Une période absente du barème (#N/A) : écrivez "2023-2025" ou "2026-2028", avec les guillemets ; le barème ne s’extrapole
 *   pas.
 * @remarque Mettez la cellule au format date : 44562 est le 01/01/2022.
 * @remarque L’inventaire de 2023-2025 (1er janvier 2022) est lu dans le guide ; celui de 2026-2028 (1er janvier 2025) en est
 *   déduit, à confirmer.
 */
export function inventaire(periode: unknown[][]): unknown[][] {
  return etaler({ periode }, (s) => {
    const bareme = quellePeriode(s.periode);
    return estRefus(bareme) ? erreurDeRefus([bareme]) : rendre(quelInventaire(bareme));
  });
}

/**
 * Version du complément, et ce qui a été vérifié de la loi.
 * @customfunction VERSION VERSION
 * @helpurl https://localhost:3000/aide/VERSION.html
 * @returns Une phrase
 * @article L. 302-8 ; guide
 * @exemple =CMS.VERSION() → Complément CMS 0.1.0. Barème : guide DHUP de décembre 2022…
 * @remarque Citez cette phrase quand vous transmettez un calcul : elle dit d’où viennent les taux.
 */
export function version(): string {
  const bareme = mentionDuBareme(BAREMES[PERIODE_PAR_DEFAUT]);
  return typographier(`Complément CMS ${VERSION}. ${bareme}`);
}
