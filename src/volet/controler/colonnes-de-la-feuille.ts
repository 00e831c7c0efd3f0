import type { Colonnes, Rubrique } from "../../tableau";
import { lettresDeColonne, rectangleDe, type FeuilleLue } from "../../tableau";

/** Une colonne de la feuille, telle que l'agent la reconnaît. */
export interface ColonneOfferte {
  lettres: string;
  /** Vide si la colonne n'a pas de titre. */
  titre: string;
  /** Ses premières valeurs affichées, deux au plus. */
  valeurs: string[];
}

const VALEURS_MONTREES = 2;

/**
 * Les colonnes que l'agent peut désigner : celles qui ont quelque chose sous la ligne de titres.
 * @param colonnes Celles qui ont été reconnues : elles disent où sont les titres. Sans elles, c'est la ligne qui a le plus de textes.
 */
export function colonnesOffertes(feuille: FeuilleLue, colonnes: Colonnes): ColonneOfferte[] {
  const adresse = Object.values(colonnes)[0]?.adresse;
  const ligne = adresse === undefined ? undefined : rectangleDe(adresse)?.haut;
  const titres = ligne === undefined ? ligneLaPlusBavarde(feuille) : ligne - feuille.ligne;
  const dessous = feuille.cellules.slice(titres + 1);
  return (feuille.cellules[titres] ?? []).flatMap(({ texte }, j) => {
    const remplies = dessous.flatMap((rangee) => {
      const lu = rangee[j]?.texte.trim() ?? "";
      return lu === "" ? [] : [lu];
    });
    const titre = texte.trim().replace(/\s+/g, " ");
    if (titre === "" && remplies.length === 0) return [];
    const lettres = lettresDeColonne(feuille.colonne + j);
    return [{ lettres, titre, valeurs: remplies.slice(0, VALEURS_MONTREES) }];
  });
}

function ligneLaPlusBavarde({ cellules }: FeuilleLue): number {
  const comptes = cellules.map(
    (rangee) =>
      rangee.filter(({ valeur }) => typeof valeur === "string" && valeur.trim() !== "").length
  );
  return Math.max(
    0,
    comptes.findIndex((compte) => compte === comptes.reduce((a, b) => Math.max(a, b), 0))
  );
}

/** Les données d'un tableau d'article 2, dans l'ordre où il les range ; puis celles que l'agent peut vouloir désigner. */
const DESIGNABLES: readonly Rubrique[] = [
  "commune",
  "deficit",
  "ecart",
  "tauxLs",
  "tauxCible",
  "tauxAvant",
  "objectifAvant",
  "tauxApres",
  "objectifApres",
  "epci",
  "insee",
  "plai",
  "pls",
  "accord",
];

/** Les données à montrer : les usuelles, et toute autre déjà lue ou désignée. */
export function rubriquesDesignables(...connues: readonly object[]): Rubrique[] {
  const autres = connues.flatMap((connu) => Object.keys(connu)) as Rubrique[];
  return [...new Set([...DESIGNABLES, ...autres])];
}
