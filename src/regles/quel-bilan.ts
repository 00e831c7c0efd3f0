import { DEFICIT_MAXIMUM, QUALITE } from "./bareme";
import { quelPlafondDePls } from "./combien-de-pls-au-plus";
import { lireEffectif } from "./lire-saisie";
import { enMillioniemes, partInferieure, partSuperieure, pourcentEnMillioniemes } from "./nombre";
import { quelTauxDAtteinte } from "./quel-taux-d-atteinte";
import { refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface Bilan {
  ok: true;
  objectif: number;
  realises: number;
  plai: number;
  pls: number;
  /** Fraction ; peut dépasser 1. */
  atteinte: number;
  /** Vrai si l'objectif est atteint en quantité et en qualité. */
  atteint: boolean;
  /** Logements qui manquent à l'objectif, entier ; 0 s'il est atteint. */
  manquants: number;
  /** PLAI qui manquent et PLS en trop, sur les logements réalisés ; 0 si la part est respectée. */
  plaiManquants: number;
  plsEnTrop: number;
  /** Part maximale de PLS, en pour-cent : 30 ou 20. */
  plsMaximum: number;
  /** Vrai si les deux parts seraient respectées, rapportées à l'objectif et non aux réalisés : aucun texte lu ne tranche. */
  partsRespecteesSurObjectif: boolean;
}

/**
 * Le bilan triennal d'une commune, en quantité et en qualité. Les parts de PLAI (30 % au moins) et de PLS (30 % au plus, 20 % sous 10 %
 * de logements sociaux et sans PLH) se rapportent aux logements réalisés. Si l'un des deux manque, la
 * procédure de carence est « systématiquement initiée », et la décision revient au préfet (guide, « Sur les procédures de carence »).
 *
 * `objectif` : logements, plus de 0. `realises`, `plai`, `pls` : entiers de 0 à 1 000 000, PLAI et PLS parmi les réalisés. `tauxLs` et
 * `plh` : comme `combienDePlsAuPlus`, qui demande ce qui manque. Sources : L. 302-8, III, pour les parts ; guide.
 */
export function quelBilan(
  objectif: Saisie,
  realises: Saisie,
  plai: Saisie,
  pls: Saisie,
  tauxLs: Saisie,
  plh: Saisie
): Resultat<Bilan> {
  const atteinte = quelTauxDAtteinte(objectif, realises);
  const plaiFaits = lireEffectif(plai, "plai", DEFICIT_MAXIMUM);
  const plsFaits = lireEffectif(pls, "pls", DEFICIT_MAXIMUM);
  const plsMaximum = quelPlafondDePls(tauxLs, plh);
  if (
    !atteinte.ok ||
    typeof plaiFaits !== "number" ||
    typeof plsFaits !== "number" ||
    typeof plsMaximum !== "number"
  ) {
    const premiers = atteinte.ok ? [] : atteinte.refus;
    return refuserTout(...premiers, plaiFaits, plsFaits, plsMaximum);
  }
  const { objectif: vise, realises: faits } = atteinte;
  if (plaiFaits + plsFaits > faits) {
    return refuser({
      code: "plai-et-pls-en-trop",
      plai: plaiFaits,
      pls: plsFaits,
      realises: faits,
    });
  }
  const tauxDePlai = pourcentEnMillioniemes(QUALITE.plaiMinimum);
  const tauxDePls = pourcentEnMillioniemes(plsMaximum);
  const plaiMinimum = partSuperieure(faits, tauxDePlai);
  const plsPermis = partInferieure(faits, tauxDePls);
  const manquants = Math.max(0, Math.ceil(vise - faits));
  const plaiManquants = Math.max(0, plaiMinimum - plaiFaits);
  const plsEnTrop = Math.max(0, plsFaits - plsPermis);
  return {
    ok: true,
    atteint: manquants + plaiManquants + plsEnTrop === 0,
    objectif: vise,
    realises: faits,
    plai: plaiFaits,
    pls: plsFaits,
    atteinte: atteinte.valeur,
    manquants,
    plaiManquants,
    plsEnTrop,
    plsMaximum,
    partsRespecteesSurObjectif:
      enMillioniemes(plaiFaits) * 100 >= enMillioniemes(vise) * QUALITE.plaiMinimum &&
      plsFaits <= partInferieure(vise, tauxDePls),
  };
}
