import { rectangleDe } from "./adresse";
import type { Cellule, FeuilleLue } from "./cellule";

/** Une feuille lue, sans ses lignes vides du bas, avec de quoi lire ses titres. Les rangs sont comptés à partir de 0 dans le rectangle lu. */
export interface Grille {
  feuille: FeuilleLue;
  hauteur: number;
  largeur: number;
  cellule(i: number, j: number): Cellule | undefined;
  /** Texte de la cellule pour un titre : celui d'une fusion vaut pour toutes ses colonnes, sur sa première ligne. Vide sans texte. */
  titre(i: number, j: number): string;
  /** Vrai si la cellule est dans une fusion de plusieurs colonnes. */
  estFusionnee(i: number, j: number): boolean;
  /** Première ligne de la fusion verticale qui couvre la cellule ; `i` sinon. */
  debutDeFusion(i: number, j: number): number;
}

/** Excel a 16 384 colonnes. */
function cle(i: number, j: number): number {
  return i * 16_384 + j;
}

interface Fusion {
  i: number;
  j: number;
  colonnes: number;
}

export function grilleDe(feuille: FeuilleLue): Grille {
  const { cellules } = feuille;
  const fusions = lireFusions(feuille);
  const cellule = (i: number, j: number): Cellule | undefined => cellules[i]?.[j];
  const fusionEn = (i: number, j: number): Fusion | undefined =>
    fusions.size === 0 ? undefined : fusions.get(cle(i, j));
  let hauteur = cellules.length;
  while (hauteur > 0 && (cellules[hauteur - 1] ?? []).every(estVide)) hauteur -= 1;
  return {
    feuille,
    hauteur,
    largeur: cellules
      .slice(0, hauteur)
      .reduce((largeur, ligne) => Math.max(largeur, ligne.length), 0),
    cellule,
    titre: (i, j) => {
      const fusion = fusionEn(i, j);
      if (!fusion) return texteDe(cellule(i, j));
      return fusion.i === i ? texteDe(cellule(i, fusion.j)) : "";
    },
    estFusionnee: (i, j) => (fusionEn(i, j)?.colonnes ?? 1) > 1,
    debutDeFusion: (i, j) => fusionEn(i, j)?.i ?? i,
  };
}

/** Vide, ou faite d'espaces. */
export function estVide(cellule: Cellule | undefined): boolean {
  const valeur = cellule?.valeur ?? null;
  return valeur === null || (typeof valeur === "string" && valeur.trim() === "");
}

/** Le texte d'une cellule de texte ; une année seule compte aussi, pour les titres. */
function texteDe(cellule: Cellule | undefined): string {
  const valeur = cellule?.valeur;
  if (typeof valeur === "string") return valeur.trim();
  return typeof valeur === "number" && /^20\d\d$/.test(String(valeur)) ? String(valeur) : "";
}

/** Les fusions de la partie lue, cellule par cellule ; bornées, pour qu'une colonne entière fusionnée ne coûte rien. */
function lireFusions({ fusions = [], ligne, colonne, cellules }: FeuilleLue): Map<number, Fusion> {
  const parCellule = new Map<number, Fusion>();
  for (const plage of fusions) {
    const rectangle = rectangleDe(plage);
    if (!rectangle) continue;
    const i = rectangle.haut - ligne;
    const j = rectangle.gauche - colonne;
    const colonnes = rectangle.droite - rectangle.gauche + 1;
    const bas = Math.min(rectangle.bas - ligne, cellules.length - 1);
    const droite = Math.min(rectangle.droite - colonne, (cellules[0]?.length ?? 0) - 1);
    for (let k = Math.max(i, 0); k <= bas; k++) {
      for (let l = Math.max(j, 0); l <= droite; l++) parCellule.set(cle(k, l), { i, j, colonnes });
    }
  }
  return parCellule;
}
