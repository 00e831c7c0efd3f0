import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { NOTIFICATION, auVuDe, enTete } from "./commun";
import type { Matiere } from "../matiere";
import { paragraphe } from "../textes";
import { colonnesDuContrat } from "./colonnes";
import { poserLaTrame, type Corps } from "./corps";
import { tientSurUnePage } from "./largeurs";
import { niveauRetenu, plancherPossible, tauxLegalDUneCommune } from "./phrases";

/** Le contrat abaissant : le plancher qu'il était possible de fixer, et le tableau de la trame. */
export function abaissant(page: Composition, matiere: Matiere): Corps {
  const { bareme } = matiere.controle;
  const { periode } = bareme;
  const colonnes = colonnesDuContrat(matiere);
  const { nom, deficit, tauxAvant, avant, tauxApres, apres, plai, pls } = colonnes;
  const { tauxPlancher, plancher } = colonnes;
  const seule = matiere.communes.length === 1;

  enTete(page, matiere, "contrat abaissant");
  if (seule) tauxLegalDUneCommune(page, matiere, colonnes);
  else {
    paragraphe(
      page,
      typographier(
        `Le taux de rattrapage légal de chaque commune (article ${bareme.articleLegal}) et l'objectif qui en résulte sont dits « avant CMS ».`
      )
    );
  }
  auVuDe(page, bareme);
  if (seule) niveauRetenu(page, matiere, colonnes);
  else {
    const retenus = `Il est décidé de retenir pour la période ${periode} les objectifs du tableau ci-dessous.`;
    paragraphe(page, `${retenus} ${NOTIFICATION}`);
  }
  plancherPossible(page, matiere, colonnes, tientSurUnePage(matiere));

  const trame = [
    nom,
    deficit,
    { ...tauxAvant, titre: "Taux de rattrapage avant CMS" },
    { ...avant, titre: `Objectifs ${periode} avant CMS` },
    { ...tauxApres, titre: "Taux de rattrapage retenu" },
    { ...apres, titre: `Objectifs ${periode} retenus` },
  ];
  const ajoutees = [tauxPlancher, plancher, plai, pls];
  const ecrit = poserLaTrame(page, matiere, trame, ajoutees, undefined);
  const retenu = { ...apres, titre: "Objectif retenu" };
  return { ecrit, colonnes, detail: [nom, tauxPlancher, plancher, retenu, plai, pls] };
}
