import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { NOTIFICATION, auVuDe, enTete } from "./commun";
import type { Matiere } from "../matiere";
import { colonnesDuContrat } from "./colonnes";
import { poserLaTrame, type Corps } from "./corps";
import { ecrireChoix, type Calcul } from "../formes";
import { blanc, paragraphe } from "../textes";
import { sommeDe, type TableauEcrit } from "./tableau";

const EQUILIBRE = `La somme des objectifs après mutualisation n’est pas inférieure à celle des objectifs avant mutualisation (X, alinéa 3). ${NOTIFICATION}`;
const DESEQUILIBRE = typographier(
  "Attention : la somme des objectifs après mutualisation est inférieure à celle des objectifs avant mutualisation (X, alinéa 3)."
);
const SANS_CONCLUSION =
  "[Somme des objectifs avant et après mutualisation : à conclure, des données manquent au tableau contrôlé.]";

/** Le contrat mutualisant : le tableau de la trame, sa ligne de total, et ce qu'elle conclut. */
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
  const colonnes = colonnesDuContrat(matiere);
  const { nom, deficit, tauxAvant, avant, tauxApres, apres, plai, pls } = colonnes;
  const trame = [
    nom,
    deficit,
    { ...tauxAvant, titre: "Taux de rattrapage avant mutualisation" },
    { ...avant, titre: `Objectifs ${periode} avant mutualisation` },
    { ...tauxApres, titre: "Taux de rattrapage après mutualisation" },
    { ...apres, titre: `Objectifs ${periode} après mutualisation` },
  ];
  const ecrit = poserLaTrame(page, matiere, trame, [plai, pls], "Total");
  conclure(page, matiere, ecrit, sommeDe(ecrit, matiere, avant), sommeDe(ecrit, matiere, apres));
  const detail = [nom, { ...apres, titre: "Objectif retenu" }, plai, pls];
  return { ecrit, colonnes, detail };
}

/** La phrase qui conclut le bilan suit les totaux : elle change avec eux. */
function conclure(
  page: Composition,
  { forme }: Matiere,
  ecrit: TableauEcrit,
  { valeur: avant }: Calcul,
  { valeur: apres }: Calcul
): void {
  if (typeof avant !== "number" || typeof apres !== "number") {
    blanc(page, SANS_CONCLUSION);
    return;
  }
  const test = `${ecrit.total("apres")}>=${ecrit.total("avant")}`;
  paragraphe(page, ecrireChoix(forme, test, apres >= avant, [EQUILIBRE, DESEQUILIBRE]));
}
