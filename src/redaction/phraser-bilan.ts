import { QUALITE, type Bilan } from "../regles";
import { ecrireArticle } from "./article";
import { ecrireCompte, ecrireFraction, ecrireNombre, typographier } from "./typographie";

/** Ce qu'une cellule porte au lieu d'une part, quand aucun logement n'est réalisé. */
export const SANS_OBJET = "sans objet";

/** « atteint » si le bilan l'est en quantité et en qualité. */
export function ecrireAtteinte({ atteint }: Bilan): string {
  return atteint ? "atteint" : "non atteint";
}

/** Un bilan triennal, en une phrase : ce qui manque, en logements, et ce que les parts font de l'objectif. */
export function phraserBilan(bilan: Bilan): string {
  const phrases = [
    quantite(bilan),
    ...(bilan.realises === 0 ? [] : [qualite(bilan), parts(bilan)]),
    bilan.atteint
      ? `Bilan atteint ; ${ecrireArticle("L. 302-8, III")}.`
      : `Procédure de carence possible ; ${ecrireArticle("L. 302-8, III")} ; guide.`,
  ];
  return typographier(phrases.join(" "));
}

function quantite({ objectif, realises, manquants }: Bilan): string {
  const excedent = Math.floor(realises - objectif);
  if (manquants > 0) {
    return `Il manque ${ecrireCompte(manquants, "logement")} : ${ecrireCompte(realises, "réalisé")} pour un objectif de ${ecrireNombre(objectif)}.`;
  }
  return excedent > 0
    ? `Objectif dépassé de ${ecrireCompte(excedent, "logement")} : un report éventuel ne porte que sur ce dépassement.`
    : "Objectif de quantité atteint.";
}

function qualite({ realises, plai, pls, plaiManquants, plsEnTrop, plsMaximum }: Bilan): string {
  const manque =
    plaiManquants > 0
      ? `Il manque ${ecrireNombre(plaiManquants)} PLAI : au moins ${QUALITE.plaiMinimum} % de ${ecrireNombre(realises)}, soit ${ecrireNombre(plai + plaiManquants)}.`
      : "";
  const trop =
    plsEnTrop > 0
      ? `${ecrireNombre(plsEnTrop)} PLS de trop : au plus ${plsMaximum} % de ${ecrireNombre(realises)}, soit ${ecrireNombre(pls - plsEnTrop)}.`
      : "";
  return [manque, trop].filter(Boolean).join(" ") || "Parts de PLAI et de PLS respectées.";
}

/** Au millième : « 18,2 % ». */
function parts({ objectif, plai, pls }: Bilan): string {
  const part = (nombre: number): string =>
    ecrireFraction(Math.round((nombre / objectif) * 1000) / 1000);
  return `Rapportés à l'objectif : PLAI ${part(plai)}, PLS ${part(pls)}.`;
}
