import { QUALITE, type Bilan } from "../regles";
import { ecrireArticle } from "./article";
import { ecrireCompte, ecrireNombre, ecrirePart, typographier } from "./typographie";

/** Ce qu'une cellule porte au lieu d'une part, quand aucun logement n'est réalisé. */
export const SANS_OBJET = "sans objet";

/** « atteint » si le bilan l'est en quantité et en qualité. */
export function ecrireAtteinte({ atteint }: Bilan): string {
  return atteint ? "atteint" : "non atteint";
}

/**
 * Un bilan triennal, en une phrase : ce qui manque, en logements, et ce que les parts font de l'objectif.
 * @param provisoire La période n'est pas finie : rien ne s'engage encore.
 */
export function phraserBilan(bilan: Bilan, provisoire = false): string {
  const phrases = [
    quantite(bilan),
    ...(bilan.realises === 0 ? [] : [qualite(bilan), parts(bilan)]),
    bilan.atteint
      ? "Bilan atteint."
      : provisoire
        ? "La période n'est pas finie : ce manque peut encore se combler."
        : "La procédure de carence s'engage ; la décision revient au préfet, après avis de la commission nationale SRU (guide).",
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

function qualite(bilan: Bilan): string {
  const { realises, plai, pls, plaiManquants, plsEnTrop, plsMaximum } = bilan;
  const manque =
    plaiManquants > 0
      ? `Il manque ${ecrireNombre(plaiManquants)} PLAI : au moins ${QUALITE.plaiMinimum} % de ${ecrireNombre(realises)}, soit ${ecrireNombre(plai + plaiManquants)}`
      : "";
  const trop =
    plsEnTrop > 0
      ? `${ecrireNombre(plsEnTrop)} PLS de trop : au plus ${plsMaximum} % de ${ecrireNombre(realises)}, soit ${ecrireNombre(pls - plsEnTrop)}`
      : "";
  const dites = partsRespectees(bilan)
    ? "Parts de PLAI et de PLS respectées"
    : [manque, trop].filter(Boolean).join(". ");
  return `${dites} ; ${ecrireArticle("L. 302-8, III")}.`;
}

/** Ce que les parts font de l'objectif, et le verdict contraire s'il y en a un. */
function parts(bilan: Bilan): string {
  const { objectif, plai, pls, partsRespecteesSurObjectif } = bilan;
  const contraire =
    partsRespecteesSurObjectif === partsRespectees(bilan)
      ? ""
      : ` ; les parts ${partsRespecteesSurObjectif ? "y seraient" : "n'y seraient pas"} respectées, et aucun texte lu ne tranche`;
  return `Rapportés à l'objectif : PLAI ${ecrirePart(plai, objectif, "dessous")}, PLS ${ecrirePart(pls, objectif, "dessus")}${contraire}.`;
}

function partsRespectees({ plaiManquants, plsEnTrop }: Bilan): boolean {
  return plaiManquants + plsEnTrop === 0;
}
