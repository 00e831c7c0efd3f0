import { typographier } from "../../redaction";
import { QUALITE } from "../../regles";
import type { Composition } from "../composer";
import type { Contenu } from "../plan";
import type { Matiere } from "../matiere";
import type { Corps, CorpsDeVille } from "./corps";
import { A_PRECISER, ecrirePhrase, type Calcul } from "../formes";
import { TITRE, blanc, paragraphe, reserver } from "../textes";
import { plsDe } from "./qualite";
import { enLigne, poserTableau, sommeDe, type TableauEcrit } from "./tableau";

/** Au-delà, les communes dont le plafond de PLS reste à préciser ne sont plus nommées. */
const NOMMEES = 8;

/** Les objectifs qualitatifs, avec les mots de la trame, et leur détail par commune. */
export function qualitatif(page: Composition, matiere: Matiere, corps: Corps | CorpsDeVille): void {
  page.paragraphe("Objectifs qualitatifs de rattrapage", TITRE, 20);
  if ("plai" in corps) {
    direEtPreciser(page, matiere, corps.plai, corps.pls);
    return;
  }
  const { ecrit, colonnes } = corps;
  const { plai, pls } = colonnes;
  if (matiere.communes.length === 1) {
    direEtPreciser(
      page,
      matiere,
      enLigne(colonnes, matiere, "plai"),
      enLigne(colonnes, matiere, "pls")
    );
  } else if (ecrit?.a("plai")) {
    direEtPreciser(page, matiere, sommeDe(ecrit, matiere, plai), sommeDe(ecrit, matiere, pls));
  } else if (ecrit) {
    detailler(page, matiere, corps, ecrit);
  }
}

/** La phrase, comme dans la trame, vient avant les nombres qu'elle additionne. */
function detailler(
  page: Composition,
  matiere: Matiere,
  { colonnes: { plai, pls }, detail }: Corps,
  suiteDe: TableauEcrit
): void {
  const total = (ecrit: TableauEcrit): Contenu =>
    phrase(matiere, sommeDe(ecrit, matiere, plai), sommeDe(ecrit, matiere, pls));
  const dire = reserver(page, total(suiteDe));
  const ecrit = poserTableau(page, matiere, detail, { hauteur: 30, total: "Total", suiteDe });
  dire(total(ecrit));
  if (sommeDe(ecrit, matiere, pls).valeur === A_PRECISER) blanc(page, resteAPreciser(matiere));
}

function direEtPreciser(page: Composition, matiere: Matiere, plai: Calcul, pls: Calcul): void {
  paragraphe(page, phrase(matiere, plai, pls));
  if (pls.valeur === A_PRECISER) blanc(page, resteAPreciser(matiere));
}

/** Un minimum de PLAI, un maximum de PLS : « au moins 30 % de PLS », dans la trame, est une coquille. */
function phrase({ forme, controle }: Matiere, plai: Calcul, pls: Calcul): Contenu {
  const { plaiMinimum, plsMaximum, plsMaximumReduit, seuilDeReduction } = QUALITE;
  const condition =
    controle.type === "mutualisant"
      ? "(L. 302-8, III ; communes couvertes par un PLH)"
      : `(ou ${plsMaximumReduit} % si la commune dispose de moins de ${seuilDeReduction} % de logements sociaux et n'est pas couverte par un PLH ; L. 302-8, III)`;
  return ecrirePhrase(forme, [
    `Les logements réalisés pour concourir à l'atteinte de ces objectifs triennaux devront intégrer au moins ${plaiMinimum} % de PLAI et au plus ${plsMaximum} % de PLS et assimilés ${condition}, soit un objectif de rattrapage intégrant au moins `,
    plai,
    " logements PLAI et un maximum de ",
    pls,
    " logements en PLS ou assimilés.",
  ]);
}

/** Ce qu'il faut savoir pour compter les PLS : rien n'est deviné. */
function resteAPreciser(matiere: Matiere): string {
  const { plsMaximum, plsMaximumReduit, seuilDeReduction } = QUALITE;
  const inconnues = matiere.communes.filter((commune) => plsDe(matiere, commune) === null);
  const ville = matiere.controle.type === "arrondissements";
  const noms =
    inconnues.length <= NOMMEES
      ? inconnues.map(({ nom }) => nom).join(", ")
      : `${inconnues.length} communes`;
  return typographier(
    `[PLS et assimilés à préciser${ville ? "" : ` (${noms})`} : au plus ${plsMaximum} % de l'objectif retenu si la commune est couverte par un PLH, ou si elle a au moins ${seuilDeReduction} % de logements sociaux ; sinon ${plsMaximumReduit} %. Ni le tableau contrôlé ni les réponses données ne le disent.]`
  );
}
