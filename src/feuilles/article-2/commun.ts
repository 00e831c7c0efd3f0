import { VERSION, direEtat, mentionDuBareme, typographier } from "../../redaction";
import type { Controle } from "../../controle";
import type { Bareme } from "../../regles";
import type { Composition } from "../composer";
import { TITRE, blanc, note, paragraphe } from "../textes";
import type { Matiere } from "../matiere";

/** Le titre du contrat, celui de l'article et sa première phrase, de la trame. */
export function enTete(
  page: Composition,
  { controle: { epci, bareme }, etat }: Matiere,
  sorte: string
): void {
  const { periode, inventaire } = bareme;
  page.paragraphe(`Contrat de mixité sociale (${periode})`, { ...TITRE, taille: 14 }, 22);
  page.paragraphe(`${epci ?? "[nom de l’EPCI]"}, ${sorte}`, {}, 15);
  const annee = inventaire?.date.slice(0, 4);
  page.paragraphe(
    etat
      ? `${direEtat(etat.version)}.`
      : typographier(`Projet.${annee ? ` Inventaire de référence : 1er janvier ${annee}.` : ""}`),
    { taille: 9, bordures: { bas: "moyen" } },
    16
  );
  const titre = `Article 2 - Les objectifs de rattrapage pour la période ${periode}`;
  page.paragraphe(titre, { ...TITRE, taille: 12 }, 22);
  paragraphe(
    page,
    typographier(
      "Conformément à l'article L. 302-8-1 du code de la construction et de l'habitation, le contrat de mixité sociale détermine, pour chacune des périodes triennales qu'il couvre et pour chacune des communes signataires, les objectifs de réalisation de logements locatifs sociaux à atteindre. Il facilite la réalisation d'objectifs de répartition équilibrée des logements locatifs sociaux pour chaque commune."
    )
  );
}

/** Le titre des objectifs quantitatifs, puis la place où s'écrivent les critères du choix. */
export function auVuDe(page: Composition, { periode }: Bareme): void {
  page.paragraphe(`Objectifs quantitatifs de rattrapage pour ${periode}`, TITRE, 18);
  blanc(
    page,
    "Au vu de [préciser l'ensemble des éléments expliquant le choix final du niveau de rattrapage retenu dans le contrat de mixité sociale]"
  );
}

export const NOTIFICATION =
  "Ces objectifs feront l’objet d’une notification par le préfet à l’ensemble des signataires.";

/** Comment le bilan triennal sera établi : ce que disent la loi et le guide, la place d'y ajouter, puis les mentions. */
export function pied(
  page: Composition,
  { bareme, type }: Pick<Controle, "bareme" | "type">,
  ajout: string
): void {
  const { periode } = bareme;
  page.paragraphe(`Modalités d’établissement du bilan triennal ${periode}`, TITRE, 18);
  const annee = Number(periode.slice(-4)) + 1;
  blanc(
    page,
    `Établi en ${annee}, le bilan les compare aux logements financés dans la période (agrément, ou conventionnement d'un logement privé), en nombre puis en part de PLAI et de PLS. Un objectif manqué ouvre la procédure de carence.${REPORT[type] ?? ""} [Rappel des règles de comptabilisation, à compléter]`
  );
  note(
    page,
    `Mentions. ${ajout}Objectifs arrondis à l'entier supérieur par commune, puis additionnés. ${mentionDuBareme(bareme)} Établi avec Complément CMS ${VERSION}.`
  );
}

const REPORT: Partial<Record<Controle["type"], string>> = {
  mutualisant:
    " Une commune dont l'objectif a été relevé ne reporte un excédent qu'au-delà de l'objectif relevé.",
};
