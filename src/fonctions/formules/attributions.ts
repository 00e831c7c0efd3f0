/** Les fonctions des attributions : part des publics prioritaires, clause de mixité sociale. */
import {
  SANS_OBJET,
  ecrireEtatDeLaClause,
  phraserAttributions,
  phraserClause,
} from "../../redaction";
import {
  ATTRIBUTIONS,
  estCeConformeALaClause,
  quellePartDesAttributions,
  type ObjectifDAttribution,
  type Refus,
  type Saisie,
} from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { etalerEnLignes, type Sortie } from "../etaler";
import { celluleDe } from "../saisies";
import { verifierCellules } from "../tailles";

/**
 * Attributions de logements sociaux : une ligne par objectif (1er quartile hors QPV, 2e à 4e quartiles en QPV, publics prioritaires), avec
 * la part constatée, l’objectif, les attributions manquantes et une phrase.
 * @customfunction ATTRIBUTIONS ATTRIBUTIONS
 * @helpurl https://localhost:3000/aide/ATTRIBUTIONS.html
 * @param q1_hors_qpv Attributions hors QPV à des ménages du 1er quartile de ressources, ou relogés du renouvellement urbain
 * @param hors_qpv Toutes les attributions hors QPV
 * @param q234_qpv Attributions en QPV à des ménages des 2e, 3e et 4e quartiles
 * @param qpv Toutes les attributions en QPV
 * @param [prioritaires] Attributions aux ménages DALO et publics prioritaires ; ajoute une ligne, avec le total
 * @param [total] Toutes les attributions du réservataire
 * @returns Deux ou trois lignes de quatre cellules : part, objectif, attributions manquantes, phrase
 * @article L. 441-1 ; circulaire du 18/12/2023, annexe 1 ; guide, annexe 7
 * @exemple =CMS.ATTRIBUTIONS(30;200;45;60) → 15 % | 25 % | 20 | 30 au 1er quartile (ou relogés) sur 200 attributions hors QPV… // 75 % | 50 % | 0
 *   | 45 aux 2e, 3e et 4e quartiles sur 60 attributions en QPV…
 * @exemple =CMS.ATTRIBUTIONS(30;200;0;0;52;260) → 15 % | 25 % | 20 | 30 au 1er quartile… // sans objet | 50 % | 0 | Aucune attribution en QPV… //
 *   20 % | 25 % | 13 | 52 aux DALO et publics prioritaires sur 260 attributions…
 * @erreur Une partie plus grande que son total (#VALEUR!) : vérifiez les deux nombres, et leur ordre.
 * @erreur Un nombre négatif ou décimal, ou un texte (#VALEUR!) : donnez des nombres entiers d’attributions.
 * @erreur Les publics prioritaires sans le total, ou l’inverse (#VALEUR!) : donnez les deux, ou aucun.
 * @erreur Plusieurs cellules pour un argument (#VALEUR!) : donnez une seule cellule à chacun.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @remarque Les deux premiers objectifs valent dans les EPCI tenus à un PLH, ou dotés d’un QPV et de la compétence habitat. Le troisième est celui
 *   de chaque réservataire.
 * @remarque Les attributions manquantes le sont à total constant, arrondies à l’entier supérieur.
 * @remarque Les repères nationaux (17,7 % et 76,1 %) viennent d’une enquête au 30 juin en cours de consolidation, sur 332 EPCI des 421
 *   concernés (circulaire) ; ce ne sont pas des objectifs.
 * @remarque L’article qui fixe les 50 % en QPV n’est pas vérifié dans nos sources : la circulaire rappelle l’objectif.
 */
export function attributions(
  q1_hors_qpv: unknown[][],
  hors_qpv: unknown[][],
  q234_qpv: unknown[][],
  qpv: unknown[][],
  prioritaires: unknown[][],
  total: unknown[][]
): unknown[][] {
  const desaccord = verifierCellules({ q1_hors_qpv, hors_qpv, q234_qpv, qpv, prioritaires, total });
  if (desaccord) return [[desaccord]];
  const lignes = [
    ligneDAttributions("q1-hors-qpv", celluleDe(q1_hors_qpv), celluleDe(hors_qpv)),
    ligneDAttributions("q234-qpv", celluleDe(q234_qpv), celluleDe(qpv)),
  ];
  if (prioritaires === null && total === null) return lignes;
  if (prioritaires === null)
    return [...lignes, enErreur([{ code: "vide", argument: "prioritaires" }])];
  if (total === null)
    return [...lignes, enErreur([{ code: "vide", argument: "totalAttributions" }])];
  return [...lignes, ligneDAttributions("prioritaires", celluleDe(prioritaires), celluleDe(total))];
}

function ligneDAttributions(
  objectif: ObjectifDAttribution,
  partie: Saisie,
  total: Saisie
): Sortie[] {
  const constat = quellePartDesAttributions(objectif, partie, total);
  if (!constat.ok) return enErreur(constat.refus);
  return [
    constat.part ?? SANS_OBJET,
    ATTRIBUTIONS[objectif].objectif / 100,
    constat.manquantes,
    phraserAttributions(constat),
  ];
}

/** Un refus remplit toutes les cellules de sa ligne, et d'elle seule. */
function enErreur(refus: readonly Refus[]): Sortie[] {
  return new Array<Sortie>(4).fill(erreurDeRefus(refus));
}

/**
 * Clause de mixité sociale d’une opération PLUS : tenue ou non, logements modestes manquants, dépassements de trop, et une phrase.
 * @customfunction CLAUSE_MIXITE CLAUSE.MIXITE
 * @helpurl https://localhost:3000/aide/CLAUSE.MIXITE.html
 * @param logements_plus Logements PLUS de l’opération
 * @param modestes Logements attribués à des ménages d’au plus 60 % des plafonds PLUS
 * @param depassements Logements attribués à des ménages au-dessus des plafonds PLUS, de 20 % au plus
 * @param [subventionnee] VRAI (par défaut) si l’opération est subventionnée par le fonds national des aides à la pierre, FAUX sinon
 * @returns Quatre cellules par opération : « tenue », « non tenue » ou « à confirmer » ; modestes manquants ; dépassements de trop ; phrase
 * @article D. 331-12 ; circulaire du 18/12/2023, annexe 1
 * @exemple =CMS.CLAUSE.MIXITE(40;12;4) → tenue | 0 | 0 | Sur 40 logements PLUS, 12 ménages modestes…
 * @exemple =CMS.CLAUSE.MIXITE({41;20};{12;6};{5;3};{VRAI;FAUX}) → non tenue | 1 | 1 | Sur 41 logements PLUS… // à confirmer | 0 | 1 | Sur 20 logements
 *   PLUS…
 * @erreur Plus de ménages que de logements (#VALEUR!) : vérifiez les trois nombres, et leur ordre.
 * @erreur Un nombre négatif ou décimal, ou un texte (#VALEUR!) : donnez des nombres entiers de logements.
 * @erreur Une réponse sur la subvention autre que VRAI ou FAUX (#VALEUR!) : saisissez VRAI ou FAUX.
 * @erreur Une cellule en erreur (#N/A) : corrigez d’abord cette cellule.
 * @erreur Des plages de tailles différentes, ou de plusieurs colonnes (#VALEUR!) : donnez une colonne par argument, ou une seule cellule.
 * @remarque Au moins 30 % de ménages modestes (entier supérieur) et au plus 10 % de dépassements (entier inférieur) : l’arrondi est notre lecture.
 * @remarque Clause non tenue : la convention APL prévoit que les attributions suivantes aillent toutes à des ménages d’au plus 60 % des
 *   plafonds, jusqu’au retour au respect ; la circulaire demande au préfet de saisir l’ANCOLS (L. 342-3, al. 2).
 * @remarque La fonction ne vérifie pas que chaque dépassement est d’au plus 20 % : ne comptez que ceux-là.
 * @remarque Sans subvention du fonds national des aides à la pierre, la convention peut admettre plus de 10 % de dépassements, et jusqu’aux plafonds PLS : « à confirmer ».
 * @remarque Une opération sans logement PLUS est « sans objet ».
 */
export function clauseMixite(
  logements_plus: unknown[][],
  modestes: unknown[][],
  depassements: unknown[][],
  subventionnee: unknown[][]
): unknown[][] {
  return etalerEnLignes({ logements_plus, modestes, depassements, subventionnee }, 4, (s) => {
    const clause = estCeConformeALaClause(
      s.logements_plus,
      s.modestes,
      s.depassements,
      s.subventionnee
    );
    if (!clause.ok) return erreurDeRefus(clause.refus);
    return [
      ecrireEtatDeLaClause(clause),
      clause.modestesManquants,
      clause.depassementsDeTrop,
      phraserClause(clause),
    ];
  });
}
