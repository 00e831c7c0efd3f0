import { TAUX_RETENU_MAXIMUM, type Bareme, type Tranche } from "./bareme";
import { lireNombre } from "./lire-saisie";
import {
  UNITE,
  arrondirPart,
  enMillioniemes,
  partSuperieure,
  pourcentEnMillioniemes,
  type Arrondi,
} from "./nombre";
import { quelArticleDuPlancher } from "./quel-article";
import { tauxLegal, tauxPlancher } from "./quel-taux-de-rattrapage";
import { estEntrante, type TypeDeSituation } from "./quel-type-de-situation";
import { quelleSituation, type Situation } from "./quelle-situation";
import { refuser, type Refus, type Resultat, type Saisie } from "./resultat";

export interface Objectif {
  ok: true;
  /** Logements à réaliser sur la période. */
  valeur: number;
  deficit: number;
  ecart: number | null;
  tranche: Tranche | null;
  type: TypeDeSituation;
  /** Taux appliqué, en millionièmes. */
  taux: number;
  /** D'où vient le taux : de la loi, du plancher du contrat faute de taux retenu, ou du taux retenu. */
  origine: "droit" | "plancher" | "retenu";
  arrondi: Arrondi;
  /** Vrai si l'arrondi choisi descendait sous le plancher : l'objectif y a été ramené (arbitrage 3). */
  rameneAuPlancher: boolean;
  bareme: Bareme;
}

/**
 * L'objectif triennal d'une commune, en logements.
 *
 * `deficit` : logements manquants, entier de 0 à 1 000 000. `ecart` : points, de 0 à 25 ; ignoré pour une nouvelle entrante.
 * `tauxRetenu` : fraction de 0 à 1 pour un contrat abaissant, de 0 à 2 pour un contrat mutualisant ou un rehaussement ; refusé sous
 * le plancher (lecture « guide »). Sans taux retenu, un contrat donne l'objectif au plancher (arbitrage 8) : le guide rappelle que « la fixation au
 * plancher n'a rien d'automatique », et l'explication le dit.
 * Sources : L. 302-8, VII à X (rédaction de la loi 3DS) ; guide, annexe 1.
 */
export function quelObjectif(
  deficit: Saisie,
  ecart: Saisie,
  type: TypeDeSituation,
  tauxRetenu: Saisie,
  arrondi: Arrondi,
  bareme: Bareme
): Resultat<Objectif> {
  const situation = quelleSituation(deficit, ecart, type, bareme);
  const retenu = lireTauxRetenu(tauxRetenu, type);
  if (!situation.ok) {
    return typeof retenu === "object" && retenu !== null
      ? { ok: false, refus: [...situation.refus, retenu] }
      : situation;
  }
  if (typeof retenu === "object" && retenu !== null) return refuser(retenu);

  const plancher = tauxPlancher(situation.tranche, type, "guide", bareme);
  const refus =
    situation.deficit === 0 ? null : tauxContraire(retenu, plancher, situation, type, bareme);
  if (refus) return refuser(refus);

  const amenage = type === "abaissant" || type === "mutualisant";
  const taux = retenu ?? plancher;
  const arrondie = arrondirPart(situation.deficit, taux, arrondi);
  const minimum = amenage ? partSuperieure(situation.deficit, plancher) : 0;
  return {
    ok: true,
    valeur: Math.max(arrondie, minimum),
    deficit: situation.deficit,
    ecart: situation.ecart,
    tranche: situation.tranche,
    type,
    taux,
    origine: retenu !== null ? "retenu" : amenage ? "plancher" : "droit",
    arrondi,
    rameneAuPlancher: arrondie < minimum,
    bareme,
  };
}

/** En millionièmes ; `null` si aucun taux n'est donné. Seule une commune relevée ou rehaussée peut dépasser 100 %. */
function lireTauxRetenu(saisie: Saisie, type: TypeDeSituation): number | Refus | null {
  if (saisie === null || saisie === "") return null;
  const taux = lireNombre(saisie, "tauxRetenu");
  if (typeof taux !== "number") return taux;
  const millioniemes = enMillioniemes(taux);
  if (millioniemes < 0) return { code: "negatif", argument: "tauxRetenu", valeur: taux };
  const { ordinaire, releve } = TAUX_RETENU_MAXIMUM;
  const maximum = pourcentEnMillioniemes(
    type === "mutualisant" || type === "rehausse" ? releve : ordinaire
  );
  return millioniemes <= maximum
    ? millioniemes
    : {
        code: "taux-superieur-a-1",
        argument: "tauxRetenu",
        valeur: taux,
        maximum: maximum / UNITE,
      };
}

/** Pourquoi un taux retenu (ou son absence) contredit le type, ou `null`. */
function tauxContraire(
  retenu: number | null,
  plancher: number,
  situation: Situation,
  type: TypeDeSituation,
  bareme: Bareme
): Refus | null {
  if (type === "legal" || estEntrante(type)) {
    return retenu === null || retenu === plancher
      ? null
      : { code: "taux-sans-objet", type, taux: retenu };
  }
  if (retenu === null) {
    return type === "rehausse" && situation.tranche
      ? { code: "taux-requis", tauxLegal: tauxLegal(situation.tranche, bareme) }
      : null;
  }
  if (retenu >= plancher) return null;
  return {
    code: "taux-sous-plancher",
    taux: retenu,
    plancher,
    type,
    article: quelArticleDuPlancher(situation.tranche, type, bareme),
  };
}
