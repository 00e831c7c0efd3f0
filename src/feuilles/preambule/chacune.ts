import type { Bareme } from "../../regles";
import type { Rubrique } from "../../tableau";
import type { Composition } from "../composer";
import { PETIT, reprendreNombres, reprendreNoms, titrer } from "../dossier/commun";
import { hauteurDuTexte } from "../lignes-de-texte";
import type { Matiere } from "../matiere";
import { FORMAT_ENTIER, FORMAT_TAUX, FORMAT_TAUX_PRECIS } from "../page";
import type { Style, Validation } from "../plan";
import { TITRE } from "../textes";
import { largeursDe } from "./largeurs";
import { anneeDEntree } from "./situation";

/** De quoi écrire trois lignes d'enjeux, en points. */
const HAUTEUR = 42;

/** Une colonne du tableau : ce qu'elle reprend de la source, ou rien si elle est à remplir. */
interface Colonne {
  titre: string;
  style: Style;
  rubrique?: Rubrique;
}

/**
 * La situation de chaque commune, une ligne chacune : ses nombres, et la place d'écrire ses enjeux.
 * @returns La ligne des titres, et les cellules des manquants, s'ils y sont.
 */
export function situerChacune(
  page: Composition,
  matiere: Matiere,
  validations: Validation[]
): { titres: number; deficits: string | null } {
  const { controle, communes } = matiere;
  const parArrondissement = controle.type === "arrondissements";
  const nombre = communes.length;
  page.paragraphe(
    parArrondissement ? "Situation de chaque arrondissement" : "Situation de chaque commune",
    { ...TITRE, vertical: "haut" },
    20
  );
  const titres = page.ligne;
  const colonnes = parArrondissement ? [TAUX] : colonnesDUneCommune(controle.bareme);
  const hauteur = Math.max(
    HAUTEUR,
    ...communes.map(({ nom }) => hauteurDuTexte(nom, largeursDe(matiere)[0] ?? 0, PETIT))
  );
  titrer(
    page,
    [
      parArrondissement ? "Arrondissement" : "Commune",
      ...colonnes.map(({ titre }) => titre),
      "Difficultés et enjeux propres",
    ],
    { lignes: nombre, hauteur, titre: 42 }
  );
  reprendreNoms(page, matiere, 0);
  let deficits: string | null = null;
  colonnes.forEach(({ style, rubrique }, rang) => {
    page.styler(rang + 1, 1, nombre, style);
    if (rubrique) reprendreNombres(page, matiere, rang + 1, rubrique);
    else
      validations.push({
        plage: page.plage(rang + 1, 1, nombre),
        ...anneeDEntree(controle.bareme.fin),
      });
    if (rubrique === "deficit") deficits = page.plage(rang + 1, 1, nombre);
  });
  page.sauter(nombre);
  return { titres, deficits };
}

const TAUX: Colonne = {
  titre: "Taux de LS",
  style: { format: FORMAT_TAUX_PRECIS },
  rubrique: "tauxLs",
};

function colonnesDUneCommune({ inventaire }: Bareme): Colonne[] {
  const au = inventaire ? ` au 1er janvier ${inventaire.date.slice(0, 4)}` : "";
  return [
    { titre: "Soumise depuis (année)", style: { horizontal: "centre" } },
    TAUX,
    { titre: "Taux à atteindre", style: { format: FORMAT_TAUX }, rubrique: "tauxCible" },
    { titre: `LS manquants${au}`, style: { format: FORMAT_ENTIER }, rubrique: "deficit" },
  ];
}
