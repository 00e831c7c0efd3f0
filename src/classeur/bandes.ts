import type { Bloc, Contenu } from "../feuilles";
import { plageDe } from "../tableau";
import { LIGNES_VIDES } from "./plages";

/** Un rectangle à écrire d'un coup. */
export interface Bande {
  adresse: string;
  /** `null` laisse la cellule telle quelle : vide, ou prise par une formule qui s'étale. */
  contenus: Contenu[][];
}

/** Réunit les blocs voisins d'un plan en quelques grands rectangles. */
export function enBandes(blocs: readonly Bloc[]): Bande[] {
  const lignes = ranger(blocs);
  const rangs = [...lignes.keys()].sort((a, b) => a - b);
  const bandes: Bande[] = [];
  let debut = 0;
  rangs.forEach((rang, i) => {
    const suivant = rangs[i + 1];
    if (suivant !== undefined && suivant - rang <= LIGNES_VIDES) return;
    bandes.push(tracer(lignes, rangs.slice(debut, i + 1)));
    debut = i + 1;
  });
  return bandes;
}

/** Contenus par ligne puis par colonne, comptées à partir de 0. */
type Lignes = Map<number, Map<number, Contenu>>;

function ranger(blocs: readonly Bloc[]): Lignes {
  const lignes: Lignes = new Map();
  for (const { ancre, contenus } of blocs) {
    const { ligne, colonne } = lireAncre(ancre);
    contenus.forEach((rangee, i) => {
      const cases = lignes.get(ligne + i) ?? new Map<number, Contenu>();
      rangee.forEach((contenu, j) => cases.set(colonne + j, contenu));
      lignes.set(ligne + i, cases);
    });
  }
  return lignes;
}

function tracer(lignes: Lignes, rangs: readonly number[]): Bande {
  const colonnes = rangs.flatMap((rang) => [...(lignes.get(rang)?.keys() ?? [])]);
  const haut = Math.min(...rangs);
  const gauche = Math.min(...colonnes);
  const hauteur = Math.max(...rangs) - haut + 1;
  const largeur = Math.max(...colonnes) - gauche + 1;
  const contenus = Array.from({ length: hauteur }, (_, i) =>
    Array.from({ length: largeur }, (_, j) => lignes.get(haut + i)?.get(gauche + j) ?? null)
  );
  return { adresse: plageDe(haut, gauche, hauteur, largeur), contenus };
}

/** « B4 » → ligne 3, colonne 1. */
function lireAncre(ancre: string): { ligne: number; colonne: number } {
  const [, lettres = "", numero = ""] = /^([A-Z]+)(\d+)$/.exec(ancre) ?? [];
  const colonne = [...lettres].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64, 0);
  return { ligne: Number(numero) - 1, colonne: colonne - 1 };
}
