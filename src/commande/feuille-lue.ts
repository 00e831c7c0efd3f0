import type { FeuilleXlsx } from "../fichier";
import type { Cellule, FeuilleLue } from "../tableau";
import { texteAffiche } from "./texte-affiche";

/** Ce qui est lu d'une feuille : de quoi tenir la liste nationale, et non une cellule égarée à la millionième ligne. */
export const LIGNES_LUES = 20_000;
export const COLONNES_LUES = 256;

const VIDE: Cellule = { valeur: null, texte: "", format: "General" };

/** Une feuille du fichier telle que la lecture des tableaux l'attend : un rectangle depuis A1, sans les lignes ni les colonnes vides de la fin. */
export function feuilleLue(feuille: FeuilleXlsx): FeuilleLue {
  const remplies = feuille.cellules.filter(
    ({ valeur, formule, ligne, colonne }) =>
      (valeur !== null || formule !== undefined) && ligne < LIGNES_LUES && colonne < COLONNES_LUES
  );
  let hauteur = 0;
  let largeur = 0;
  for (const { ligne, colonne } of remplies) {
    hauteur = Math.max(hauteur, ligne + 1);
    largeur = Math.max(largeur, colonne + 1);
  }
  const cellules = Array.from({ length: hauteur }, () => Array<Cellule>(largeur).fill(VIDE));
  for (const { ligne, colonne, valeur, formule, style } of remplies) {
    const rangee = cellules[ligne];
    if (!rangee) continue;
    const format = style?.format ?? "General";
    rangee[colonne] = {
      valeur,
      texte: texteAffiche(valeur, format),
      format,
      ...(formule === undefined ? {} : { formule }),
    };
  }
  const { nom, lignesMasquees, colonnesMasquees, fusions } = feuille;
  return { nom, ligne: 0, colonne: 0, cellules, lignesMasquees, colonnesMasquees, fusions };
}

/** Vrai si la feuille porte quelque chose au-delà de ce qui est lu. */
export function deborde({ cellules }: FeuilleXlsx): boolean {
  return cellules.some(
    ({ valeur, ligne, colonne }) =>
      valeur !== null && (ligne >= LIGNES_LUES || colonne >= COLONNES_LUES)
  );
}
