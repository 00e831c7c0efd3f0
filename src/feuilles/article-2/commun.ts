import { VERSION, mentionDuBareme, typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import type { Composition } from "../composer";
import { hauteurDuTexte } from "../lignes-de-texte";
import { estFormule, type Contenu, type Style } from "../plan";
import type { Matiere } from "./communes";
import { ecrirePhrase, enPourcent, type Calcul } from "./formes";

/** Au-delà, le tableau prend plus d'une page : ses titres se répètent, et les colonnes ajoutées à la trame y entrent. */
export const COMMUNES_PAR_PAGE = 12;

/** Largeur de la feuille, en points. */
export const LARGEUR = 720;
/** Corps qui sert à mesurer un texte : la mesure est celle d'Arial, plus large que la police d'Excel. */
const CORPS = 10;

export const TITRE: Style = { gras: true };
const LONG: Style = { renvoiALaLigne: true, vertical: "milieu" };
const NOTE: Style = { ...LONG, taille: 9 };
const BLANC: Style = {
  renvoiALaLigne: true,
  italique: true,
  vertical: "haut",
  bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" },
};

/** Un paragraphe sur toute la largeur, à la hauteur de son texte. */
export function paragraphe(page: Composition, contenu: Contenu, style: Style = {}): void {
  const dit = estFormule(contenu) ? contenu.valeurs[0]?.[0] : contenu;
  const texte = typeof dit === "string" ? dit : "";
  const hauteur = hauteurDuTexte(texte, LARGEUR, style.taille ?? CORPS);
  page.paragraphe(contenu, { ...LONG, ...style }, hauteur);
}

/** Une note sous un tableau, qui n'est pas de la trame. */
export function note(page: Composition, texte: string): void {
  paragraphe(page, typographier(texte), NOTE);
}

/** Un blanc de la trame, à remplir. */
export function blanc(page: Composition, texte: string): void {
  page.paragraphe(typographier(texte), BLANC, 40);
}

/** Le titre du contrat, celui de l'article et sa première phrase, de la trame. */
export function enTete(page: Composition, { controle: { epci, bareme } }: Matiere, sorte: string): void {
  const { periode, inventaire } = bareme;
  page.paragraphe(`Contrat de mixité sociale (${periode})`, { ...TITRE, taille: 14 }, 22);
  page.paragraphe(`${epci ?? "[nom de l’EPCI]"}, ${sorte}`, {}, 15);
  const annee = inventaire?.date.slice(0, 4);
  page.paragraphe(
    typographier(
      `Projet.${annee ? ` Inventaire de référence : 1er janvier ${annee}.` : ""}`
    ),
    { taille: 9, bordures: { bas: "moyen" } },
    16
  );
  const titre = `Article 2 - Les objectifs de rattrapage pour la période ${periode}`;
  page.paragraphe(titre, { ...TITRE, taille: 12 }, 24);
  paragraphe(
    page,
    typographier(
      "Conformément à l'article L. 302-8-1 du code de la construction et de l'habitation, le contrat de mixité sociale détermine, pour chacune des périodes triennales qu'il couvre et pour chacune des communes signataires, les objectifs de réalisation de logements locatifs sociaux à atteindre. Il facilite la réalisation d'objectifs de répartition équilibrée des logements locatifs sociaux pour chaque commune."
    )
  );
}

/** La phrase de la trame pour une commune : son taux de rattrapage légal, et ce qu'il donne. */
export function tauxLegalDUneCommune(
  page: Composition,
  { forme, controle: { bareme } }: Matiere,
  nom: Calcul,
  taux: Calcul,
  objectif: Calcul
): void {
  const phrase = ecrirePhrase(forme, [
    "Conformément à l'article L. 302-8 du code de la construction et de l'habitation, le taux de rattrapage légal de la commune de ",
    nom,
    " correspond à ",
    enPourcent(taux),
    " % du nombre de logements sociaux manquants, soit ",
    objectif,
    ` logements sociaux à réaliser sur la période triennale ${bareme.periode}.`,
  ]);
  paragraphe(page, phrase);
}

/** La phrase de la trame pour une commune : ce que le contrat retient. */
export function niveauRetenu(
  page: Composition,
  { forme, controle: { bareme } }: Matiere,
  taux: Calcul,
  objectif: Calcul
): void {
  const phrase = ecrirePhrase(forme, [
    `Il est décidé de retenir pour la période ${bareme.periode} des objectifs correspondant à `,
    enPourcent(taux),
    " % du nombre de logements sociaux manquants, soit ",
    objectif,
    ` logements sociaux à réaliser sur la période triennale ${bareme.periode}.`,
  ]);
  paragraphe(page, phrase);
}

/** Le titre des objectifs quantitatifs, puis la place où s'écrivent les critères du choix. */
export function auVuDe(page: Composition, { periode }: Bareme): void {
  page.paragraphe(`Objectifs quantitatifs de rattrapage pour ${periode}`, TITRE, 20);
  blanc(
    page,
    "Au vu de [préciser l'ensemble des éléments expliquant le choix final du niveau de rattrapage retenu dans le contrat de mixité sociale]"
  );
}

export const NOTIFICATION =
  "Ces objectifs feront l’objet d’une notification par le préfet à l’ensemble des signataires.";

/** Comment le bilan triennal sera établi, à écrire, puis les mentions. */
export function pied(page: Composition, { periode, ...bareme }: Bareme): void {
  page.paragraphe(`Modalités d’établissement du bilan triennal ${periode}`, TITRE, 28);
  blanc(
    page,
    `[Rappel des règles de comptabilisation des logements réalisés au titre du bilan triennal ${periode}]`
  );
  note(
    page,
    `Mentions. Objectifs arrondis à l'entier supérieur par commune, puis additionnés. ${mentionDuBareme({ periode, ...bareme })} Établi avec Complément CMS ${VERSION}.`
  );
}
