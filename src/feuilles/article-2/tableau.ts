import { lettresDeColonne } from "../../tableau";
import type { Composition } from "../composer";
import { FORMAT_ENTIER, FORMAT_TEXTE, LIGNE_DE_TOTAL, TABLEAU, TITRES_DE_COLONNES } from "../page";
import type { Scalaire, Style } from "../plan";
import type { Commune, Matiere, Suite } from "../matiere";
import { hauteurSiLong, largeurDesNoms } from "./largeurs";
import { ecrireCellule, ecrireColonne, sommer, type Calcul } from "../formes";

export type Cle =
  | "nom"
  | "deficit"
  | "tauxAvant"
  | "avant"
  | "tauxApres"
  | "apres"
  | "tauxPlancher"
  | "plancher"
  | "plai"
  | "pls"
  | "tauxLs"
  | "prioritaire"
  | "part"
  | "signe"
  | "ecartSigne";

/** Où lire les autres colonnes : la cellule de la même ligne, ou la colonne entière. */
interface Voisines {
  ici: (cle: Cle) => string;
  entiere: (cle: Cle) => string;
}

export interface Colonne {
  cle: Cle;
  titre: string;
  /** Format de nombre ; celui d'un effectif si rien n'est dit. */
  format?: string;
  /** Sans « = » ; `null` : les valeurs. */
  formule: (suite: Suite, voisines: Voisines) => string | null;
  valeur: (commune: Commune) => Scalaire;
  /** Vrai : la ligne de total porte sa somme. */
  somme?: boolean;
}

/** Un tableau écrit sur la feuille. */
export interface TableauEcrit {
  /** Ligne des titres. */
  titres: number;
  /** La cellule d'une colonne sur la ligne de total, s'il en a une. */
  total: (cle: Cle) => string;
  a: (cle: Cle) => boolean;
  ici: (cle: Cle, suite: Suite) => string;
  entiere: (cle: Cle) => string;
}

interface Options {
  hauteur: number;
  /** Le nom de la ligne de total ; absent : pas de total. */
  total?: string;
  /** Un tableau déjà écrit, dont celui-ci reprend ou lit les colonnes. */
  suiteDe?: TableauEcrit;
  /** Sans bords à gauche ni à droite, titres plus petits : pour un tableau de plusieurs pages, qui a plus de colonnes. */
  ouvert?: boolean;
}

/** Un blanc, là où un nombre manque, s'aligne comme lui. */
const TEXTE_A_DROITE: Style = {
  format: `${FORMAT_ENTIER};-${FORMAT_ENTIER};${FORMAT_ENTIER};@_m`,
  horizontal: "droite",
};
/** Un nom qui prend deux lignes laisse ses nombres au milieu. */
const NOM_LONG: Style = { renvoiALaLigne: true, vertical: "milieu" };

/** Sans ligne de total, le tableau se referme sous sa dernière commune. */
const CADRE: Style = { bordures: { ...TABLEAU.bordures, bas: "moyen" } };
const OUVERT: Style = { bordures: { horizontales: "fin", verticales: "fin" } };

/** Écrit un tableau d'une ligne par commune ; la première colonne porte les noms. */
export function poserTableau(
  page: Composition,
  matiere: Matiere,
  colonnes: readonly Colonne[],
  { hauteur, total, suiteDe, ouvert = false }: Options
): TableauEcrit {
  const { communes, suites, forme } = matiere;
  const nombre = communes.length;
  const lignes = nombre + (total === undefined ? 0 : 1);
  page.fond(colonnes.length, lignes + 1, ouvert ? OUVERT : total === undefined ? CADRE : TABLEAU);
  page.rangee(
    colonnes.map(({ titre }) => titre),
    ouvert ? { ...TITRES_DE_COLONNES, taille: 9 } : TITRES_DE_COLONNES,
    hauteur
  );
  const ecrit = reperer(colonnes, page.ligne, nombre);
  if (!ouvert) page.styler(0, 1, lignes, { format: FORMAT_TEXTE });
  page.styler(1, colonnes.length - 1, lignes, { format: FORMAT_ENTIER });
  colonnes.forEach(({ format, valeur, somme }, rang) => {
    if (rang === 0) return;
    if (format) page.styler(rang, 1, somme ? lignes : nombre, { format });
    if (communes.some((commune) => typeof valeur(commune) === "string"))
      page.styler(rang, 1, lignes, TEXTE_A_DROITE);
  });

  const ou = (cle: Cle): TableauEcrit => (suiteDe && !ecrit.a(cle) ? suiteDe : ecrit);
  for (const suite of suites) {
    const voisines: Voisines = {
      ici: (cle) => ou(cle).ici(cle, suite),
      entiere: (cle) => ou(cle).entiere(cle),
    };
    colonnes.forEach(({ cle, formule, valeur }, rang) => {
      const ecrite = ecrireColonne(
        forme,
        suiteDe?.a(cle) ? suiteDe.ici(cle, suite) : formule(suite, voisines),
        suite.communes.map((commune) => valeur(commune))
      );
      if (Array.isArray(ecrite)) page.ranger(rang, ecrite);
      else page.poser(rang, ecrite);
    });
    for (const { nom } of suite.communes) {
      const hauteurDuNom = hauteurSiLong(nom, largeurDesNoms(matiere));
      if (hauteurDuNom !== null) page.ligneHaute(colonnes.length, NOM_LONG, hauteurDuNom);
      page.sauter();
    }
  }
  if (total !== undefined) {
    const sommes = colonnes.map((colonne, rang) => {
      if (rang === 0) return total;
      return colonne.somme ? ecrireCellule(forme, sommeDe(ecrit, matiere, colonne)) : null;
    });
    page.rangee(sommes, LIGNE_DE_TOTAL);
  }
  return ecrit;
}

/** La somme d'une colonne d'un tableau écrit. */
export function sommeDe(ecrit: TableauEcrit, { communes }: Matiere, colonne: Colonne): Calcul {
  return sommer(ecrit.entiere(colonne.cle), communes.map(colonne.valeur));
}

/** Le calcul d'une colonne sans tableau, pour la phrase d'une commune seule : les colonnes voisines s'y écrivent en toutes lettres. */
export function enLigne(
  colonnes: Readonly<Partial<Record<Cle, Colonne>>>,
  { suites: [suite] }: Matiere,
  cle: Cle
): Calcul {
  const [commune] = suite?.communes ?? [];
  const calculer = (demandee: Cle): Calcul => {
    const colonne = colonnes[demandee];
    if (!suite || !commune || !colonne) return { formule: null, valeur: null };
    const formule = colonne.formule(suite, { ici, entiere: ici });
    return { formule, valeur: colonne.valeur(commune) };
  };
  const ici = (voisine: Cle): string => {
    const { formule, valeur } = calculer(voisine);
    return formule ?? String(valeur);
  };
  return calculer(cle);
}

function reperer(colonnes: readonly Colonne[], debut: number, nombre: number): TableauEcrit {
  const lettres = new Map(colonnes.map(({ cle }, rang) => [cle, lettresDeColonne(rang)]));
  const plage = (cle: Cle, rang: number, lignes: number): string => {
    const colonne = lettres.get(cle) ?? "";
    const premiere = `${colonne}${debut + rang}`;
    return lignes === 1 ? premiere : `${premiere}:${colonne}${debut + rang + lignes - 1}`;
  };
  return {
    titres: debut - 1,
    total: (cle) => plage(cle, nombre, 1),
    a: (cle) => lettres.has(cle),
    ici: (cle, { rang, communes }) => plage(cle, rang, communes.length),
    entiere: (cle) => plage(cle, 0, nombre),
  };
}
