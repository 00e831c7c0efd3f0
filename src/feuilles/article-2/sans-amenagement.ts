import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { NOTIFICATION, auVuDe, enTete } from "./commun";
import type { Matiere } from "../matiere";
import { note, paragraphe } from "../textes";
import { colonnesDeLAvenant } from "./avenant";
import { colonnesDuContrat } from "./colonnes";
import type { Corps } from "./corps";
import { niveauRetenu, tauxLegalDUneCommune } from "./phrases";
import { poserTableau } from "./tableau";

/** Le contrat sans aménagement : les phrases de la trame pour une commune ; pour plusieurs, un tableau que la trame n'a pas. */
export function sansAmenagement(page: Composition, matiere: Matiere): Corps {
  const { bareme } = matiere.controle;
  const colonnes = colonnesDuContrat(matiere);
  enTete(page, matiere, "contrat sans aménagement");
  if (matiere.communes.length === 1) {
    tauxLegalDUneCommune(page, matiere, colonnes);
    auVuDe(page, bareme);
    niveauRetenu(page, matiere, colonnes);
    return { ecrit: null, colonnes, detail: [] };
  }
  paragraphe(
    page,
    typographier(
      "Conformément à l'article L. 302-8 du code de la construction et de l'habitation, le taux de rattrapage légal de chaque commune et le nombre de logements sociaux qui en résulte figurent au tableau ci-dessous."
    )
  );
  auVuDe(page, bareme);
  const retenus = `Il est décidé de retenir pour la période ${bareme.periode} les objectifs du tableau ci-dessous.`;
  paragraphe(page, `${retenus} ${NOTIFICATION}`);
  const { nom, deficit, tauxAvant, avant, apres, plai, pls } = colonnes;
  const trame = [nom, deficit, tauxAvant, avant, apres, plai, pls];
  const comparees = colonnesDeLAvenant(matiere);
  const ecrit = poserTableau(page, matiere, [...trame, ...comparees], {
    hauteur: comparees.length > 0 ? 62 : 40,
    ouvert: comparees.length > 0,
    total: "Total",
  });
  note(
    page,
    "La trame officielle n'a pas de tableau pour un contrat sans aménagement : celui-ci lui est ajouté."
  );
  return { ecrit, colonnes, detail: [] };
}
