/* global CustomFunctions */
/** Les fonctions de la mutualisation : équilibre de l'EPCI, répartition des objectifs entre communes ou entre arrondissements. */
import {
  BAREMES,
  PERIODE_PAR_DEFAUT,
  estCeEquilibre,
  estRefus,
  quelleLecture,
  quellePartParArrondissement,
  quelleRepartition,
} from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { tailleCommune } from "../etaler";
import { aplatir, celluleDe } from "../saisies";
import { verifierTailles } from "../tailles";

/**
 * Marge d’un EPCI qui mutualise : somme des objectifs après moins somme des objectifs avant. 0 ou plus : équilibré (L. 302-8, X, al. 3).
 * @customfunction EQUILIBRE EQUILIBRE
 * @helpurl https://localhost:3000/aide/EQUILIBRE.html
 * @param objectifs_avant Objectifs légaux des communes, avant mutualisation
 * @param objectifs_apres Objectifs des communes, après mutualisation
 * @returns Nombre de logements, négatif s’il en manque
 * @article L. 302-8, X, al. 3
 * @exemple =CMS.EQUILIBRE({165;99};{85;179}) → 0
 * @exemple =CMS.EQUILIBRE({165;99};{85;178}) → -1
 * @exemple =CMS.EQUILIBRE({165;99};{85;200}) → 21
 * @erreur Un objectif qui n’est pas un nombre, ou négatif (#VALEUR!) : corrigez la cellule, dont le message donne la ligne ; rien n’est
 *   compté à sa place.
 * @erreur Une plage entièrement vide, ou à 0 (#VALEUR!) : désignez la colonne des objectifs, sans son titre.
 * @erreur Des plages de tailles différentes (#VALEUR!) : une commune est sans doute oubliée ; donnez des plages de même taille.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @remarque L’égalité suffit : 0 est équilibré. Une cellule vide ne compte pas.
 * @remarque Ne prenez pas la ligne « Total » dans les plages : elle compterait double.
 */
export function equilibre(objectifs_avant: unknown[][], objectifs_apres: unknown[][]): unknown[][] {
  const taille = tailleCommune({ objectifs_avant, objectifs_apres });
  if (taille instanceof CustomFunctions.Error) return [[taille]];
  const bilan = estCeEquilibre(aplatir(objectifs_avant), aplatir(objectifs_apres));
  return [[bilan.ok ? bilan.marge : erreurDeRefus(bilan.refus)]];
}

/**
 * Une répartition équilibrée des objectifs d’un EPCI qui mutualise, au plus près des capacités des communes, ou au prorata des manquants.
 * @customfunction REPARTIR REPARTIR
 * @helpurl https://localhost:3000/aide/REPARTIR.html
 * @param deficits Nombre de logements sociaux manquants, une commune par ligne
 * @param ecarts Écarts au taux légal en points, une commune par ligne ; une seule cellule vaut pour toutes
 * @param [capacites] Logements que chaque commune pense pouvoir réaliser, une par ligne ; une cellule vide compte pour 0
 * @param [total] Total à atteindre au moins, par exemple 542 ; la somme des objectifs légaux si vous ne dites rien, ou 0
 * @param [lecture] Plancher mutualisant : "guide" (17 %, par défaut) ou "loi" (la moitié de l’objectif légal)
 * @returns Un objectif par commune, en logements
 * @article L. 302-8, X, al. 2 ; L. 302-8, X, al. 3 ; guide, annexe 1
 * @exemple =CMS.REPARTIR({500;300};5;{85;200}) → 85 // 200
 * @exemple =CMS.REPARTIR({500;300};5;{60;150}) → 114 // 150
 * @exemple =CMS.REPARTIR({500;300};5;{300;300};264) → 300 // 300
 * @exemple =CMS.REPARTIR({500;300};5) → 165 // 99
 * @exemple =CMS.REPARTIR({500;300};5;;304) → 190 // 114
 * @erreur Un total inférieur à la somme des objectifs légaux (#VALEUR!) : relevez-le, ou ne le donnez pas ; le message dit de combien.
 * @erreur Un total supérieur à la somme des manquants (#VALEUR!) : baissez-le ; notre répartition ne dépasse pas le nombre de
 *   manquants.
 * @erreur Une ligne qui ne se lit pas (#VALEUR!, ou #N/A si elle est en erreur) : corrigez-la ; le message donne son numéro dans le
 *   tableau et sa raison. Une répartition sans elle serait fausse : tout est refusé.
 * @erreur Des plages de hauteurs différentes, ou de plusieurs colonnes (#VALEUR!) : donnez une colonne par argument, une commune par
 *   ligne, sans les titres ni le total.
 * @remarque C’est une proposition, que la loi ne prévoit pas : les critères de répartition s’écrivent dans le contrat, et chaque commune
 *   relevée donne son accord.
 * @remarque Entrent toutes les communes de l’EPCI soumises au prélèvement (L. 302-8, X, al. 1 et 3) ; ni les communes exemptées, ni, selon le
 *   guide, les nouvelles entrantes.
 * @remarque L’EPCI doit avoir un PLH exécutoire, ou un document exécutoire en tenant lieu ; la commission nationale donne son avis.
 * @remarque Le total est un minimum : si les capacités le dépassent, la somme des objectifs le dépasse aussi.
 * @remarque Chaque objectif va du plancher de la commune à son nombre de manquants : notre répartition ne le dépasse pas, aucun texte lu ne
 *   fixe de maximum. Avec des capacités, l’écart total aux capacités est le plus petit possible, puis le nombre de communes portées au-dessus de leur objectif légal.
 * @remarque Ce que les capacités ne couvrent pas se partage au prorata de la place qui reste : d’abord jusqu’aux objectifs légaux, puis chez
 *   les communes déjà relevées, enfin chez celles qui ont le plus de place au-delà de leur objectif légal. À égalité, la commune la
 *   plus haute dans le tableau passe d’abord.
 * @remarque Une commune sans manquant (0, et un écart nul ou négatif) reçoit 0.
 */
export function repartir(
  deficits: unknown[][],
  ecarts: unknown[][],
  capacites: unknown[][],
  total: unknown[][],
  lecture: unknown[][]
): unknown[][] {
  if (deficits === null) return [[erreurDeRefus([{ code: "vide", argument: "deficit" }])]];
  const manquants = aplatir(deficits);
  const points = aplatir(ecarts);
  const hauteur = manquants.length;
  const desaccord = verifierTailles([
    { nom: "deficits", plage: deficits, hauteurs: [hauteur] },
    { nom: "ecarts", plage: ecarts, hauteurs: [1, hauteur] },
    { nom: "capacites", plage: capacites, hauteurs: [hauteur] },
    { nom: "total", plage: total, hauteurs: [1] },
    { nom: "lecture", plage: lecture, hauteurs: [1] },
  ]);
  if (desaccord) return [[desaccord]];
  const mot = quelleLecture(celluleDe(lecture));
  if (estRefus(mot)) return [[erreurDeRefus([mot])]];
  const repartition = quelleRepartition(
    manquants,
    points.length === 1 ? manquants.map(() => points[0] ?? null) : points,
    capacites === null ? null : aplatir(capacites),
    celluleDe(total),
    mot,
    BAREMES[PERIODE_PAR_DEFAUT]
  );
  return repartition.ok
    ? repartition.objectifs.map((objectif) => [objectif])
    : [[erreurDeRefus(repartition.refus)]];
}

/**
 * Paris, Lyon, Marseille : proposition de répartition de l’objectif de la commune entre ses arrondissements, d’abord vers ceux qui ont moins
 * de 15 % de logements sociaux.
 * @customfunction ARRONDISSEMENTS ARRONDISSEMENTS
 * @helpurl https://localhost:3000/aide/ARRONDISSEMENTS.html
 * @param objectif Objectif de la commune, en logements
 * @param logements_sociaux Logements sociaux, un arrondissement par ligne
 * @param residences_principales Résidences principales, un arrondissement par ligne
 * @param [part_prioritaire] Part de l’objectif qui va d’abord aux arrondissements sous 15 % ; 50 % si vous ne dites rien
 * @returns Un nombre de logements par arrondissement ; leur somme fait l’objectif
 * @article L. 302-8-1, I ; guide
 * @exemple =CMS.ARRONDISSEMENTS(100;{1000;2000;3000};{10000;10000;10000}) → 87 // 13 // 0
 * @exemple =CMS.ARRONDISSEMENTS(100;{1000;2000;3000};{10000;10000;10000};80%) → 95 // 5 // 0
 * @erreur Aucun arrondissement sous 25 % pour un objectif à répartir (#VALEUR!) : vérifiez les logements et les résidences de chaque ligne.
 * @erreur Une ligne qui ne se lit pas (#VALEUR!, ou #N/A si elle est en erreur) : corrigez-la ; le message donne son numéro et sa raison.
 *   Tout est refusé : une répartition sans elle serait fausse.
 * @erreur Une part prioritaire nulle, dans une cellule vide, ou de plus de 100 % (#VALEUR!) : la loi veut une part ; saisissez par exemple
 *   50 %, ou retirez l’argument. Une cellule vide d’objectif ou de logements sociaux vaut 0.
 * @erreur Des plages de hauteurs différentes, ou de plusieurs colonnes (#VALEUR!) : donnez deux colonnes de même hauteur, sans les titres ni
 *   le total.
 * @remarque Proposition non opposable : seul l’objectif de la commune engage, et une répartition non tenue n’entraîne pas de carence. Mais
 *   l’atteinte de ces objectifs sera un élément important dans l’appréciation de la mise en œuvre du contrat (guide).
 * @remarque La loi veut qu’une part aille en priorité aux arrondissements de moins de 15 % ; aucun texte ne la fixe : 50 % est notre choix.
 * @remarque Sous 15 %, en proportion de ce qui manque pour les atteindre, sans dépasser ce manque ; 15 % exactement n’est pas prioritaire. Le
 *   reste, en proportion de ce qui manque encore à chacun pour atteindre 25 %. Les logements que l’arrondi
 *   laisse vont un par un aux plus fortes décimales ; à égalité, au premier du tableau.
 * @remarque Le taux légal de 25 % de ces trois communes n’est pas vérifié dans nos sources.
 * @remarque Une ligne vide (0 et 0) reçoit 0.
 */
export function arrondissements(
  objectif: unknown[][],
  logements_sociaux: unknown[][],
  residences_principales: unknown[][],
  part_prioritaire: unknown[][]
): unknown[][] {
  if (logements_sociaux === null) {
    return [[erreurDeRefus([{ code: "vide", argument: "logementsSociaux" }])]];
  }
  const hauteurs = [logements_sociaux.length];
  const desaccord = verifierTailles([
    { nom: "objectif", plage: objectif, hauteurs: [1] },
    { nom: "logements_sociaux", plage: logements_sociaux, hauteurs },
    { nom: "residences_principales", plage: residences_principales, hauteurs },
    { nom: "part_prioritaire", plage: part_prioritaire, hauteurs: [1] },
  ]);
  if (desaccord) return [[desaccord]];
  const repartition = quellePartParArrondissement(
    celluleDe(objectif),
    aplatir(logements_sociaux),
    aplatir(residences_principales),
    celluleDe(part_prioritaire)
  );
  return repartition.ok
    ? repartition.parts.map((part) => [part])
    : [[erreurDeRefus(repartition.refus)]];
}
