import { CLAUSE_DE_MIXITE, RESIDENCES_MAXIMUM } from "./bareme";
import { lireEffectif, lireOuiNon } from "./lire-saisie";
import { partInferieure, partSuperieure, pourcentEnMillioniemes } from "./nombre";
import { estRefus, refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface ClauseDeMixite {
  ok: true;
  etat: "tenue" | "non-tenue" | "a-confirmer" | "sans-objet";
  logements: number;
  modestes: number;
  depassements: number;
  /** Logements à attribuer au moins à des ménages modestes : 30 %, à l'entier supérieur. */
  minimum: number;
  /** Ménages au plus qui dépassent les plafonds : 10 %, à l'entier inférieur. */
  maximum: number;
  modestesManquants: number;
  /** Au-delà du maximum ; sans subvention, la convention peut l'admettre. */
  depassementsDeTrop: number;
}

/**
 * La clause de mixité sociale d'une opération PLUS : au moins 30 % des logements à des ménages dont les ressources sont d'au plus 60 %
 * des plafonds PLUS, et au plus 10 % à des ménages qui dépassent ces plafonds (de 20 % au plus).
 *
 * `logementsPlus`, `modestes`, `depassements` : entiers ≥ 0, les deux derniers ensemble parmi le premier. `subventionnee` : VRAI ou
 * FAUX, VRAI sans réponse ; FAUX, plus de 10 % de dépassements se négocient (jusqu'aux plafonds PLS) : à confirmer dans la convention.
 * Sources : D. 331-12 ; circulaire du 18/12/2023, annexe 1, 3.2.
 */
export function estCeConformeALaClause(
  logementsPlus: Saisie,
  modestes: Saisie,
  depassements: Saisie,
  subventionnee: Saisie
): Resultat<ClauseDeMixite> {
  const logements = lireEffectif(logementsPlus, "logementsPlus", RESIDENCES_MAXIMUM);
  const sous60 = lireEffectif(modestes, "modestes", RESIDENCES_MAXIMUM);
  const audessus = lireEffectif(depassements, "depassements", RESIDENCES_MAXIMUM);
  const reponse = lireOuiNon(subventionnee, "subventionnee");
  if (
    typeof logements !== "number" ||
    typeof sous60 !== "number" ||
    typeof audessus !== "number" ||
    estRefus(reponse)
  ) {
    return refuserTout(logements, sous60, audessus, reponse);
  }
  if (sous60 + audessus > logements) {
    return refuser({
      code: "trop-de-menages",
      logements,
      modestes: sous60,
      depassements: audessus,
    });
  }

  const minimum = partSuperieure(
    logements,
    pourcentEnMillioniemes(CLAUSE_DE_MIXITE.modestesMinimum)
  );
  const maximum = partInferieure(
    logements,
    pourcentEnMillioniemes(CLAUSE_DE_MIXITE.depassementsMaximum)
  );
  const modestesManquants = Math.max(0, minimum - sous60);
  const depassementsDeTrop = Math.max(0, audessus - maximum);
  return {
    ok: true,
    etat: etatDeLaClause(logements, modestesManquants, depassementsDeTrop, reponse ?? true),
    logements,
    modestes: sous60,
    depassements: audessus,
    minimum,
    maximum,
    modestesManquants,
    depassementsDeTrop,
  };
}

function etatDeLaClause(
  logements: number,
  modestesManquants: number,
  depassementsDeTrop: number,
  subventionnee: boolean
): ClauseDeMixite["etat"] {
  if (logements === 0) return "sans-objet";
  if (modestesManquants > 0) return "non-tenue";
  if (depassementsDeTrop === 0) return "tenue";
  return subventionnee ? "non-tenue" : "a-confirmer";
}
