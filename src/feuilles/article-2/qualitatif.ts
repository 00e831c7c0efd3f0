import { typographier } from "../../redaction";
import { QUALITE } from "../../regles";
import type { Composition } from "../composer";
import { TITRE, blanc, paragraphe } from "./commun";
import type { Matiere } from "./communes";
import { A_PRECISER, ecrirePhrase, type Calcul } from "./formes";
import { plsDe } from "./qualite";

/** Au-delà, les communes dont le plafond de PLS reste à préciser ne sont plus nommées. */
const NOMMEES = 8;

/** Les objectifs qualitatifs, avec les mots de la trame : un minimum de PLAI, un maximum de PLS. */
export function qualitatif(page: Composition, matiere: Matiere, plai: Calcul, pls: Calcul): void {
  const { plaiMinimum, plsMaximum, plsMaximumReduit, seuilDeReduction } = QUALITE;
  const condition =
    matiere.controle.type === "mutualisant"
      ? "(L. 302-8, III ; communes couvertes par un PLH)"
      : `(ou ${plsMaximumReduit} % si la commune dispose de moins de ${seuilDeReduction} % de logements sociaux et n'est pas couverte par un PLH ; L. 302-8, III)`;
  page.paragraphe("Objectifs qualitatifs de rattrapage", TITRE, 24);
  const phrase = ecrirePhrase(matiere.forme, [
    `Les logements réalisés pour concourir à l'atteinte de ces objectifs triennaux devront intégrer au moins ${plaiMinimum} % de PLAI et au plus ${plsMaximum} % de PLS et assimilés ${condition}, soit un objectif de rattrapage intégrant au moins `,
    plai,
    " logements PLAI et un maximum de ",
    pls,
    " logements en PLS ou assimilés.",
  ]);
  paragraphe(page, phrase);
  if (pls.valeur === A_PRECISER) blanc(page, resteAPreciser(matiere));
}

/** Ce qu'il faut savoir pour compter les PLS : rien n'est deviné. */
function resteAPreciser(matiere: Matiere): string {
  const { plsMaximum, plsMaximumReduit, seuilDeReduction } = QUALITE;
  const inconnues = matiere.communes.filter((commune) => plsDe(matiere, commune) === null);
  const ville = matiere.controle.type === "arrondissements";
  const noms =
    !ville && inconnues.length <= NOMMEES
      ? inconnues.map(({ nom }) => nom).join(", ")
      : `${inconnues.length} communes`;
  return typographier(
    `[PLS et assimilés à préciser${ville ? "" : ` (${noms})`} : ${plsMaximum} % de l'objectif retenu au plus si la commune est couverte par un PLH, ou si elle a au moins ${seuilDeReduction} % de logements sociaux ; ${plsMaximumReduit} % sinon. Le tableau contrôlé et les réponses données ne le disent pas.]`
  );
}
