import { lettresDeColonne } from "../../tableau";
import type { Composition } from "../composer";
import { FORMAT_ENTIER, FORMAT_TEXTE, LIGNE_DE_TOTAL, TABLEAU, TITRES_DE_COLONNES } from "../page";
import type { Scalaire, Style } from "../plan";
import type { Commune, Matiere, Suite } from "./communes";
import { ecrireCellule, ecrireColonne, sommer, type Calcul } from "./formes";

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
  | "part";

/** Où lire les autres colonnes : la cellule de la même ligne, ou la colonne entière. */
export interface Voisines {
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
  /** Ligne de total, s'il en a une. */
  total: number;
  a: (cle: Cle) => boolean;
  ici: (cle: Cle, suite: Suite) => string;
  entiere: (cle: Cle) => string;
}

interface Options {
  hauteur: number;
  /** Le nom de la ligne de total ; absent : pas de total. */
  total?: string;
  /** Un tableau déjà écrit, dont les formules lisent les colonnes. */
  suiteDe?: TableauEcrit;
  titres?: Style;
}

/** Sans ligne de total, le tableau se referme sous sa dernière commune. */
const CADRE: Style = { bordures: { ...TABLEAU.bordures, bas: "moyen" } };

/** Écrit un tableau d'une ligne par commune ; la première colonne porte les noms. */
export function poserTableau(
  page: Composition,
  matiere: Matiere,
  colonnes: readonly Colonne[],
  { hauteur, total, suiteDe, titres = {} }: Options
): TableauEcrit {
  const { communes, suites, forme } = matiere;
  const nombre = communes.length;
  const lignes = nombre + (total === undefined ? 0 : 1);
  page.fond(colonnes.length, lignes + 1, total === undefined ? CADRE : TABLEAU);
  page.rangee(
    colonnes.map(({ titre }) => titre),
    { ...TITRES_DE_COLONNES, ...titres },
    hauteur
  );
  const ecrit = reperer(colonnes, page.ligne, nombre);
  page.styler(0, 1, lignes, { format: FORMAT_TEXTE });
  page.styler(1, colonnes.length - 1, lignes, { format: FORMAT_ENTIER });
  colonnes.forEach(({ format }, rang) => {
    if (rang > 0 && format) page.styler(rang, 1, nombre, { format });
  });

  const ou = (cle: Cle): TableauEcrit => (suiteDe && !ecrit.a(cle) ? suiteDe : ecrit);
  for (const suite of suites) {
    const voisines: Voisines = {
      ici: (cle) => ou(cle).ici(cle, suite),
      entiere: (cle) => ou(cle).entiere(cle),
    };
    colonnes.forEach(({ formule, valeur }, rang) => {
      const ecrite = ecrireColonne(
        forme,
        formule(suite, voisines),
        suite.communes.map((commune) => valeur(commune))
      );
      if (Array.isArray(ecrite)) page.ranger(rang, ecrite);
      else page.poser(rang, ecrite);
    });
    page.sauter(suite.communes.length);
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
  colonnes: Readonly<Record<Cle, Colonne>>,
  { suites: [suite] }: Matiere,
  cle: Cle
): Calcul {
  const [commune] = suite?.communes ?? [];
  if (!suite || !commune) return { formule: null, valeur: null };
  const ici = (autre: Cle): string => formuler(autre) ?? String(colonnes[autre].valeur(commune));
  const formuler = (autre: Cle): string | null =>
    colonnes[autre].formule(suite, { ici, entiere: ici });
  return { formule: formuler(cle), valeur: colonnes[cle].valeur(commune) };
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
    total: debut + nombre,
    a: (cle) => lettres.has(cle),
    ici: (cle, { rang, communes }) => plage(cle, rang, communes.length),
    entiere: (cle) => plage(cle, 0, nombre),
  };
}
