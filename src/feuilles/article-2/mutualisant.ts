import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { NOTIFICATION, auVuDe, enTete, paragraphe } from "./commun";
import type { Matiere } from "./communes";
import { colonnesDuContrat } from "./colonnes";
import { detailler, poserLaTrame, type Corps } from "./detail";
import { ecrireChoix } from "./formes";
import { sommeDe } from "./tableau";

const EQUILIBRE = `La somme des objectifs après mutualisation n’est pas inférieure à celle des objectifs avant mutualisation (X, alinéa 3). ${NOTIFICATION}`;
const DESEQUILIBRE =
  "Attention : la somme des objectifs après mutualisation est inférieure à celle des objectifs avant mutualisation (X, alinéa 3).";
const SANS_CONCLUSION =
  "[Somme des objectifs avant et après mutualisation : à conclure, des données manquent au tableau contrôlé.]";

/** L'article 2 d'un contrat mutualisant : le tableau de la trame, et sa ligne de total. */
export function mutualisant(page: Composition, matiere: Matiere): Corps {
  const { bareme } = matiere.controle;
  const { periode } = bareme;
  enTete(page, matiere, "contrat mutualisant");
  paragraphe(
    page,
    typographier(
      `Le taux de rattrapage légal de chaque commune (article ${bareme.articleLegal}) et l'objectif qui en résulte sont dits « avant mutualisation ».`
    )
  );
  auVuDe(page, bareme);
  paragraphe(
    page,
    typographier(
      `Il a été fait usage des possibilités de mutualisation de l'objectif de rattrapage précisées au X de l'article L. 302-8 du même code. Les objectifs retenus pour la période ${periode} sont les suivants :`
    )
  );

  const c = colonnesDuContrat(matiere);
  const { nom, deficit, tauxAvant, avant, tauxApres, apres, plai, pls } = c;
  const trame = [
    nom,
    deficit,
    { ...tauxAvant, titre: "Taux de rattrapage avant mutualisation" },
    { ...avant, titre: `Objectifs ${periode} avant mutualisation` },
    { ...tauxApres, titre: "Taux de rattrapage après mutualisation" },
    { ...apres, titre: `Objectifs ${periode} après mutualisation` },
  ];
  const ajoutees = [plai, pls];
  const ecrit = poserLaTrame(page, matiere, trame, ajoutees, "Total");
  const [sommeAvant, sommeApres] = [avant, apres].map(
    (colonne) => sommeDe(ecrit, matiere, colonne).valeur
  );
  const conclu = typeof sommeAvant === "number" && typeof sommeApres === "number";
  paragraphe(
    page,
    conclu
      ? ecrireChoix(
          matiere.forme,
          `${ecrit.cellule("apres", ecrit.total)}>=${ecrit.cellule("avant", ecrit.total)}`,
          sommeApres >= sommeAvant,
          [EQUILIBRE, typographier(DESEQUILIBRE)]
        )
      : typographier(SANS_CONCLUSION)
  );
  return detailler(page, matiere, { colonnes: c, ecrit, detail: [nom, { ...apres, titre: "Objectif retenu" }, ...ajoutees] });
}
