import { VERSION, mentionDuBareme, typographier } from "../../redaction";
import type { Bareme } from "../../regles";
import type { Composition } from "../composer";
import { hauteurDuTexte } from "../lignes-de-texte";
import { estFormule, type Contenu, type Style } from "../plan";
import type { Matiere } from "./communes";
import { LARGEUR } from "./largeurs";

/** Corps des paragraphes, en points. Écrit comme leur hauteur, car la police par défaut change d'un poste à l'autre. */
const CORPS = 10;

export const TITRE: Style = { gras: true };
const LONG: Style = { taille: CORPS, renvoiALaLigne: true };
const NOTE: Style = { ...LONG, taille: 9 };
/** De quoi écrire deux lignes, en points ; l'agent agrandit. */
const BLANC_MINIMUM = 34;
const BLANC: Style = {
  taille: CORPS,
  renvoiALaLigne: true,
  italique: true,
  vertical: "haut",
  bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" },
};

/** Un paragraphe sur toute la largeur, à la hauteur de son texte. */
export function paragraphe(page: Composition, contenu: Contenu, style: Style = {}): void {
  page.paragraphe(contenu, { ...LONG, ...style }, hauteurDe(contenu, style));
}

/** La place d'un paragraphe de la longueur de `modele`, à écrire plus tard. */
export function reserver(page: Composition, modele: Contenu): (contenu: Contenu) => void {
  return page.reserver(LONG, hauteurDe(modele));
}

function hauteurDe(contenu: Contenu, { taille = CORPS }: Style = {}): number {
  const dit = estFormule(contenu) ? contenu.valeurs[0]?.[0] : contenu;
  return hauteurDuTexte(typeof dit === "string" ? dit : "", LARGEUR, taille);
}

/** Une note sous un tableau, qui n'est pas de la trame. */
export function note(page: Composition, texte: string): void {
  paragraphe(page, typographier(texte), NOTE);
}

/** Un blanc de la trame, à remplir. */
export function blanc(page: Composition, texte: string): void {
  const contenu = typographier(texte);
  page.paragraphe(contenu, BLANC, Math.max(BLANC_MINIMUM, hauteurDe(contenu, BLANC)));
}

/** Le titre du contrat, celui de l'article et sa première phrase, de la trame. */
export function enTete(
  page: Composition,
  { controle: { epci, bareme } }: Matiere,
  sorte: string
): void {
  const { periode, inventaire } = bareme;
  page.paragraphe(`Contrat de mixité sociale (${periode})`, { ...TITRE, taille: 14 }, 22);
  page.paragraphe(`${epci ?? "[nom de l’EPCI]"}, ${sorte}`, {}, 15);
  const annee = inventaire?.date.slice(0, 4);
  page.paragraphe(
    typographier(`Projet.${annee ? ` Inventaire de référence : 1er janvier ${annee}.` : ""}`),
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

/** Comment le bilan triennal sera établi, à écrire, puis les mentions. */
export function pied(page: Composition, bareme: Bareme, ajout: string): void {
  const { periode } = bareme;
  page.paragraphe(`Modalités d’établissement du bilan triennal ${periode}`, TITRE, 22);
  blanc(
    page,
    `[Rappel des règles de comptabilisation des logements réalisés au titre du bilan triennal ${periode}]`
  );
  note(
    page,
    `Mentions. ${ajout}Objectifs arrondis à l'entier supérieur par commune, puis additionnés. ${mentionDuBareme(bareme)} Établi avec Complément CMS ${VERSION}.`
  );
}
