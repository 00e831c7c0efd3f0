import { typographier } from "../../redaction";
import { sommer as additionner } from "../../regles";
import type { Rubrique, TypeDeTableau } from "../../tableau";
import type { Composition } from "../composer";
import { ecrireColonne } from "../formes";
import { hauteurDuTexte } from "../lignes-de-texte";
import { source, sourceDuTaux, type Commune, type Matiere, type Suite } from "../matiere";
import { TABLEAU, TITRES_DE_COLONNES, paysage } from "../page";
import { epciEtEtat } from "../pied";
import type { Contenu, PlanDeFeuille, Scalaire, Style, Validation } from "../plan";
import { TITRE } from "../textes";

/** Corps des tableaux à remplir, en points. */
export const PETIT = 9;

/** Une case à remplir dans un tableau. */
const CASE: Style = { taille: PETIT, vertical: "milieu", renvoiALaLigne: true };

const ENCADRE: Style = { bordures: { haut: "fin", bas: "fin", gauche: "fin", droite: "fin" } };

const SORTES: Readonly<Record<TypeDeTableau, string>> = {
  mutualisant: "contrat de mixité sociale mutualisant",
  abaissant: "contrat de mixité sociale abaissant",
  "sans aménagement": "contrat de mixité sociale sans aménagement",
  arrondissements: "contrat de mixité sociale, objectifs par arrondissement",
};

/** Le nom de l'EPCI, ou un blanc. */
export function epciDe({ controle: { epci } }: Matiere): string {
  return epci ?? "[nom de l’EPCI]";
}

/** Les deux lignes qui ouvrent une feuille : son titre, puis l'EPCI, le contrat et la période. */
export function ouvrir(page: Composition, matiere: Matiere, titre: string): void {
  const { type, bareme } = matiere.controle;
  page.paragraphe(titre, { ...TITRE, taille: 14 }, 22);
  page.paragraphe(
    `${epciDe(matiere)}, ${SORTES[type]}, ${bareme.periode}`,
    { taille: PETIT, bordures: { bas: "moyen" } },
    16
  );
}

interface Presentation {
  nom: string;
  /** En pied de page : « article 4 ». */
  titre: string;
  largeurs: readonly number[];
  /** Lignes à répéter en haut de chaque page, la première puis la dernière. */
  repetees?: readonly [number, number];
  /** Lignes figées en haut : jusqu'à celle-ci. */
  figeeJusqua?: number;
  /** Lignes avant lesquelles couper la page ; absent : le tableur coupe entre deux lignes. */
  sauts?: readonly number[];
  validations?: Validation[];
}

/** La feuille d'une page composée : A4 paysage, une page de large, l'EPCI, l'état et la période en pied. */
export function enFeuille(
  { blocs, styles, fusions }: Composition,
  matiere: Matiere,
  { nom, titre, largeurs, repetees, figeeJusqua = 0, sauts, validations }: Presentation
): PlanDeFeuille {
  const { periode } = matiere.controle.bareme;
  return {
    nom,
    blocs,
    styles,
    fusions,
    largeurs: [...largeurs],
    lignesFigees: figeeJusqua,
    quadrillage: false,
    impression: {
      ...paysage(epciEtEtat(matiere), `Contrat de mixité sociale ${periode}, ${titre}`),
      // Excel ignore les sauts de page quand il ajuste ; les colonnes tiennent dans la page.
      pagesEnLargeur: sauts ? 0 : 1,
      lignesRepetees: repetees?.join(":"),
      sauts: [...(sauts ?? [])],
    },
    ...(validations ? { validations } : {}),
  };
}

/** Les titres d'un tableau, puis le cadre et la hauteur des `lignes` qui suivent, sans avancer sur elles. */
export function titrer(
  page: Composition,
  titres: readonly Contenu[],
  { lignes, hauteur, titre = 30 }: { lignes: number; hauteur: number; titre?: number }
): void {
  page.rangee([...titres], { ...TITRES_DE_COLONNES, taille: PETIT }, titre);
  page.styler(0, titres.length, lignes, {
    ...CASE,
    bordures: { ...TABLEAU.bordures, bas: "moyen" },
  });
  page.dimensionner(lignes, hauteur);
}

/** Une colonne des prochaines lignes, une par commune, sans avancer : une formule par suite, ou les valeurs. */
function reprendre(
  page: Composition,
  { forme, suites }: Matiere,
  colonne: number,
  formule: (suite: Suite) => string | null,
  valeur: (commune: Commune) => Scalaire
): void {
  const contenus = suites.flatMap((suite): Contenu[] => {
    const ecrite = ecrireColonne(forme, formule(suite), suite.communes.map(valeur));
    return Array.isArray(ecrite) ? ecrite : [ecrite, ...suite.communes.slice(1).map(() => null)];
  });
  page.blocs.push({
    ancre: page.cellule(colonne),
    contenus: contenus.map((contenu) => [contenu]),
  });
}

/** Les noms des communes, repris du tableau. */
export function reprendreNoms(page: Composition, matiere: Matiere, colonne: number): void {
  reprendre(
    page,
    matiere,
    colonne,
    (suite) => source(matiere, suite, "commune"),
    ({ nom }) => nom
  );
}

/** Les nombres d'une rubrique du tableau, repris tels quels ; vides là où il n'en a pas. */
export function reprendreNombres(
  page: Composition,
  matiere: Matiere,
  colonne: number,
  rubrique: Rubrique
): void {
  reprendre(
    page,
    matiere,
    colonne,
    (suite) => formuleDe(matiere, suite, rubrique),
    (commune) => nombreDe(commune, rubrique)
  );
}

/** Les cellules d'une rubrique, ou le calcul du taux de logements sociaux quand le tableau ne donne que le parc. */
export function formuleDe(matiere: Matiere, suite: Suite, rubrique: Rubrique): string | null {
  const lue = source(matiere, suite, rubrique);
  return rubrique === "tauxLs" ? (lue ?? sourceDuTaux(matiere, suite)) : lue;
}

export function nombreDe({ donnees }: Commune, rubrique: Rubrique): number | null {
  const lu = donnees[rubrique]?.valeur;
  return typeof lu === "number" ? lu : null;
}

/** Une ligne à renseigner : ce qu'on demande, puis une case encadrée, puis ce qu'il faut savoir. */
interface Champ {
  libelle: string;
  contenu?: Contenu;
  style?: Style;
  aide?: string;
}

/** Où commencent, en rang de colonne, la case et l'aide d'un champ. */
export interface Tabulations {
  caseAPartirDe: number;
  aideAPartirDe: number;
}

/** @returns La cellule à remplir. */
export function demander(
  page: Composition,
  largeurs: readonly number[],
  { caseAPartirDe, aideAPartirDe }: Tabulations,
  { libelle, contenu = null, style = {}, aide = "" }: Champ
): string {
  const bornes = [0, caseAPartirDe, aideAPartirDe, largeurs.length];
  const [ecrit, dit] = [typographier(libelle), typographier(aide)];
  const largeurDe = (rang: number): number =>
    additionner(largeurs.slice(bornes[rang], bornes[rang + 1]));
  const hauteur = Math.max(
    20,
    hauteurDuTexte(ecrit, largeurDe(0), PETIT),
    hauteurDuTexte(typeof contenu === "string" ? contenu : "", largeurDe(1), PETIT),
    hauteurDuTexte(dit, largeurDe(2), PETIT)
  );
  page.ligneHaute(largeurs.length, CASE, hauteur);
  [ecrit, contenu, dit].forEach((valeur, rang) => {
    const [debut = 0, fin = 0] = bornes.slice(rang, rang + 2);
    if (fin - debut > 1) page.fusionnerColonnes(debut, fin - debut, 1);
    if (valeur !== "" && valeur !== null) page.poser(debut, valeur);
  });
  page.styler(caseAPartirDe, aideAPartirDe - caseAPartirDe, 1, { ...ENCADRE, ...style });
  const cellule = page.cellule(caseAPartirDe);
  page.sauter();
  return cellule;
}
