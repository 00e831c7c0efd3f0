import { ATTRIBUTIONS } from "../../regles";
import type { Feuillets } from "../feuillets";
import { calculer } from "../grille";
import type { Matiere } from "../matiere";
import { LIGNE_DE_TOTAL, TABLEAU } from "../page";
import type { Style, Validation } from "../plan";
import { manquantes, part, somme } from "./formules";
import {
  NOMBRE,
  PART,
  colonneDe,
  entiers,
  ouvrirPartie,
  poserLignes,
  poserTitres,
  type Colonne,
  type LignesEcrites,
} from "./grille";

/** Les cellules de la ligne de total, par objectif. */
export type Totaux = Record<
  "q1-hors-qpv" | "q234-qpv",
  Record<"total" | "partie" | "part" | "manquantes", string>
>;

const COLONNES: readonly Colonne[] = [
  { titre: "Nom" },
  { titre: "Attributions hors QPV", saisie: true, style: NOMBRE },
  { titre: "dont 1er quartile", saisie: true, style: NOMBRE },
  { titre: titreDePart("q1-hors-qpv"), style: PART },
  { titre: "Manquantes", style: NOMBRE },
  { titre: "Attributions en QPV", saisie: true, style: NOMBRE },
  { titre: "dont 2e à 4e quartiles", saisie: true, style: NOMBRE },
  { titre: titreDePart("q234-qpv"), style: PART },
  { titre: "Manquantes", style: NOMBRE },
  { titre: "Observations", saisie: true },
];

function titreDePart(objectif: "q1-hors-qpv" | "q234-qpv"): string {
  return `Part (${ATTRIBUTIONS[objectif].objectif} %)`;
}

/** L'objectif s'apprécie sur l'EPCI, dont toutes les communes ne sont pas du contrat. */
const LES_AUTRES = "Autres communes de l’EPCI, ou EPCI entier";

/** Le tableau ne commence pas au bas d'une page. */
const LIGNES_ENSEMBLE = 12;

interface Ecrites {
  /** Ligne des titres. */
  titres: number;
  totaux: Totaux;
  validations: Validation[];
}

/** Les attributions de chaque commune, et leur total, en dernier : seules ses lignes peuvent passer la page. */
export function ecrireCommunes(feuillets: Feuillets, { communes }: Matiere): Ecrites {
  const { page } = feuillets;
  const noms = [...communes.map(({ nom }) => nom), LES_AUTRES];
  ouvrirPartie(
    feuillets,
    "5) Attributions par commune",
    "Les objectifs s'apprécient sur l'EPCI : renseignez aussi ses autres communes, ou l'EPCI entier sur une seule ligne. La part d'une commune est un repère. Les noms sont copiés du tableau contrôlé, pour que vos saisies restent en face d'eux.",
    COLONNES,
    noms.slice(0, LIGNES_ENSEMBLE)
  );
  const titres = page.ligne;
  poserTitres(feuillets, COLONNES);
  const lignes = poserLignes(
    feuillets,
    COLONNES,
    noms,
    (ligne) => [
      null,
      null,
      ...resultats(ligne, "B", "C", "D", "q1-hors-qpv"),
      null,
      null,
      ...resultats(ligne, "F", "G", "H", "q234-qpv"),
    ],
    HAUTEUR_DU_TOTAL
  );
  const totaux = ecrireTotal(feuillets, lignes);
  return {
    titres,
    totaux,
    validations: [
      entiers(colonneDe(lignes, 1), "Hors QPV", "Toutes les attributions hors QPV, dans l'année."),
      entiers(
        colonneDe(lignes, 2),
        "1er quartile",
        "Parmi elles, celles de ménages du 1er quartile de ressources, ou relogés du renouvellement urbain."
      ),
      entiers(colonneDe(lignes, 5), "En QPV", "Toutes les attributions en QPV, dans l'année."),
      entiers(
        colonneDe(lignes, 6),
        "2e à 4e quartiles",
        "Parmi elles, celles de ménages des 2e, 3e et 4e quartiles de ressources."
      ),
    ],
  };
}

function resultats(
  ligne: number,
  total: string,
  partie: string,
  colonneDePart: string,
  cle: keyof Totaux
) {
  const comptes = { total: `${total}${ligne}`, partie: `${partie}${ligne}` };
  const { objectif } = ATTRIBUTIONS[cle];
  return [
    calculer(part(comptes)),
    calculer(manquantes(comptes, `${colonneDePart}${ligne}`, objectif)),
  ];
}

const HAUTEUR_DU_TOTAL = 20;
const TOTAL: Style = {
  ...LIGNE_DE_TOTAL,
  taille: 9,
  vertical: "milieu",
  bordures: { ...TABLEAU.bordures, ...LIGNE_DE_TOTAL.bordures },
};

function ecrireTotal(feuillets: Feuillets, lignes: LignesEcrites): Totaux {
  const { page } = feuillets;
  const ligne = page.ligne;
  const sommer = (colonne: number, parts: number) =>
    calculer(somme(colonneDe(lignes, colonne), colonneDe(lignes, parts)));
  feuillets.prendre(HAUTEUR_DU_TOTAL);
  COLONNES.forEach(({ style }, rang) => {
    if (style) page.styler(rang, 1, 1, style);
  });
  page.rangee(
    [
      "Total saisi",
      sommer(1, 3),
      sommer(2, 3),
      ...resultats(ligne, "B", "C", "D", "q1-hors-qpv"),
      sommer(5, 7),
      sommer(6, 7),
      ...resultats(ligne, "F", "G", "H", "q234-qpv"),
      null,
    ],
    TOTAL,
    HAUTEUR_DU_TOTAL
  );
  const cellules = (
    total: string,
    partie: string,
    colonneDePart: string,
    colonneDeManque: string
  ) => ({
    total: `${total}${ligne}`,
    partie: `${partie}${ligne}`,
    part: `${colonneDePart}${ligne}`,
    manquantes: `${colonneDeManque}${ligne}`,
  });
  return {
    "q1-hors-qpv": cellules("B", "C", "D", "E"),
    "q234-qpv": cellules("F", "G", "H", "I"),
  };
}
