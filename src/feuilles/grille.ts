import type { Feuillets } from "./feuillets";
import type { Matiere } from "./matiere";
import { TABLEAU, TITRES_DE_COLONNES, paysage } from "./page";
import { epciEtEtat } from "./pied";
import type { Contenu, PlanDeFeuille, Style, Validation } from "./plan";

/** Corps des grilles, en points. */
const CORPS = 9;

const CADRE: Style = { bordures: { ...TABLEAU.bordures, haut: "fin", bas: "fin" } };

/** Une case à remplir, encadrée. */
export const CASE: Style = { ...CADRE, taille: CORPS, renvoiALaLigne: true, vertical: "haut" };

/** Un texte ou un résultat de la grille : grisé, pour qu'on n'y écrive pas. */
export const FIXE: Style = { ...CASE, fond: "#F7F7F7", vertical: "milieu" };

export const TITRES_DE_GRILLE: Style = {
  ...TITRES_DE_COLONNES,
  taille: CORPS,
  bordures: { ...TITRES_DE_COLONNES.bordures, gauche: "fin", droite: "fin", verticales: "fin" },
};

/** La ligne qui ouvre un thème. */
export const BANDE: Style = {
  gras: true,
  taille: 11,
  fond: "#D9D9D9",
  vertical: "milieu",
  bordures: { haut: "moyen", bas: "fin", gauche: "fin", droite: "fin" },
};

/** Hauteur d'un A4 paysage sans ses marges, ni la ligne de titres répétée, ni l'écart d'une imprimante à l'autre, en points. */
export const HAUTEUR_UTILE = 440;

interface FeuilleDeGrille {
  nom: string;
  /** Ce que la feuille est dans le contrat, pour le pied de page. */
  partie: string;
  largeurs: number[];
  lignesFigees: number;
  /** Ligne des titres, répétée en haut de chaque page qui la suit. */
  titres: number;
  validations: Validation[];
}

/** Le nom de l'EPCI, ou le blanc de la trame. */
export function nomDeLEpci({ controle: { epci } }: Matiere): string {
  return epci ?? "[nom de l’EPCI]";
}

/** Une feuille à remplir, à partir de ce qui y est composé. */
export function assembler(
  matiere: Matiere,
  { page, sauts }: Feuillets,
  { nom, partie, largeurs, lignesFigees, titres, validations }: FeuilleDeGrille
): PlanDeFeuille {
  const { periode } = matiere.controle.bareme;
  return {
    nom,
    blocs: page.blocs,
    styles: page.styles,
    fusions: page.fusions,
    largeurs,
    lignesFigees,
    quadrillage: false,
    validations,
    impression: {
      ...paysage(epciEtEtat(matiere), `Contrat de mixité sociale ${periode}, ${partie}`),
      // Les colonnes tiennent dans la page, et Excel ignore les sauts de page quand il ajuste.
      pagesEnLargeur: 0,
      lignesRepetees: `${titres}:${titres}`,
      sauts,
    },
  };
}

/**
 * Ce qui se calcule de saisies à venir reste une formule ordinaire, quelle que soit la forme choisie : en valeurs, la feuille ne servirait
 * plus. `avant` : son résultat tant que rien n'est saisi.
 */
export function calculer(formule: string, avant: string | number = ""): Contenu {
  return { formule: `=${formule}`, valeurs: [[avant]] };
}
