import { typographier } from "../../redaction";
import type { Composition } from "../composer";
import { NOTIFICATION } from "./commun";
import type { Matiere } from "../matiere";
import type { CleDeContrat } from "./colonnes";
import { ecrirePhrase, enPourcent } from "../formes";
import { paragraphe } from "../textes";
import { enLigne, type Colonne } from "./tableau";

type Colonnes = Readonly<Record<CleDeContrat, Colonne>>;

const USAGE =
  "Il a été fait usage des possibilités d'abaissement de l'objectif de rattrapage précisées au IX de l'article L. 302-8 du code de la construction et de l'habitation";

/** La phrase de la trame pour une commune : son taux de rattrapage légal, et l'objectif qu'il donne. Entre parenthèses, nul « de Le Havre ». */
export function tauxLegalDUneCommune(
  page: Composition,
  matiere: Matiere,
  colonnes: Colonnes
): void {
  const phrase = ecrirePhrase(matiere.forme, [
    "Conformément à l'article L. 302-8 du code de la construction et de l'habitation, le taux de rattrapage légal de la commune (",
    enLigne(colonnes, matiere, "nom"),
    ") correspond à ",
    enPourcent(enLigne(colonnes, matiere, "tauxAvant")),
    " % du nombre de logements sociaux manquants, soit ",
    enLigne(colonnes, matiere, "avant"),
    ` logements sociaux à réaliser sur la période triennale ${matiere.controle.bareme.periode}.`,
  ]);
  paragraphe(page, phrase);
}

/** Les phrases de la trame pour une commune : ce que le contrat retient, et la notification. */
export function niveauRetenu(page: Composition, matiere: Matiere, colonnes: Colonnes): void {
  const { periode } = matiere.controle.bareme;
  const phrase = ecrirePhrase(matiere.forme, [
    `Il est décidé de retenir pour la période ${periode} des objectifs correspondant à `,
    enPourcent(enLigne(colonnes, matiere, "tauxApres")),
    " % du nombre de logements sociaux manquants, soit ",
    enLigne(colonnes, matiere, "apres"),
    ` logements sociaux à réaliser sur la période triennale ${periode}. ${NOTIFICATION}`,
  ]);
  paragraphe(page, phrase);
}

/** L'usage de l'abaissement, et le taux plancher qu'il était possible de fixer : dans la phrase pour une commune, au tableau pour plusieurs. */
export function plancherPossible(
  page: Composition,
  matiere: Matiere,
  colonnes: Colonnes,
  detaille: boolean
): void {
  if (matiere.communes.length > 1) {
    const ou = detaille
      ? "au tableau de détail, avec les objectifs qualitatifs"
      : "aux colonnes ajoutées à la trame";
    const rappel = `${USAGE}. Le taux plancher qu'il était possible de fixer en fonction de la situation de chaque commune${tauxPossibles(matiere)} figure ${ou}.`;
    paragraphe(page, typographier(rappel));
    return;
  }
  const phrase = ecrirePhrase(matiere.forme, [
    `${USAGE} : en fonction de la situation de la commune, le taux plancher de rattrapage qu'il était possible de fixer est de `,
    enPourcent(enLigne(colonnes, matiere, "tauxPlancher")),
    " % du nombre de logements sociaux manquants, soit ",
    enLigne(colonnes, matiere, "plancher"),
    " logements sociaux.",
  ]);
  paragraphe(page, phrase);
}

/** « (25 %, 40 % ou 80 %) » : les planchers de la période. */
function tauxPossibles({ controle }: Matiere): string {
  const planchers = controle.bareme.amenagements?.abaissant;
  if (!planchers) return "";
  const { plusDe4, de2a4, moinsDe2 } = planchers;
  return ` (${plusDe4} %, ${de2a4} % ou ${moinsDe2} %)`;
}
