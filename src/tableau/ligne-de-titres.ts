import type { Cellule } from "./cellule";
import type { Entete, Zone } from "./entetes";
import { estVide, type Grille } from "./grille";
import { estUnTotal } from "./nature-de-ligne";
import { periodeDe } from "./periode";

/** Une ligne de titres porte des textes et pas de nombres (une année seule se lit comme un titre). */
export function estLigneDeTitres(
  grille: Grille,
  i: number,
  { gauche, droite }: Zone,
  au: number
): boolean {
  let textes = 0;
  let nombres = 0;
  for (let j = gauche; j <= droite; j++) {
    const cellule = grille.cellule(i, j);
    if (estVide(cellule)) continue;
    if (grille.titre(i, j) !== "" && !ressembleAUnNombre(cellule)) textes += 1;
    else nombres += 1;
  }
  return textes >= au && nombres * 3 <= textes;
}

/** Un nombre écrit en texte, qui n'est ni une période ni une année. */
function ressembleAUnNombre(cellule: Cellule | undefined): boolean {
  const valeur = cellule?.valeur;
  if (typeof valeur !== "string" || !/^[\s\d.,%+-]*\d[\s\d.,%+-]*$/.test(valeur)) return false;
  return periodeDe(valeur) === null && !/^\s*20\d\d\s*$/.test(valeur);
}

/** Les mêmes titres, répétés en cours de tableau (haut de page) : sous une ligne de données, et non sous un titre ou un total. */
export function estRepete(grille: Grille, entete: Entete, precedent: Entete | undefined): boolean {
  if (!precedent || entete.titres.join("|") !== precedent.titres.join("|")) return false;
  for (let i = entete.haut - 1; i > precedent.bas; i--) {
    let nombres = 0;
    let libelle = "";
    for (let j = entete.gauche; j <= entete.droite; j++) {
      const cellule = grille.cellule(i, j);
      if (typeof cellule?.valeur === "number" || ressembleAUnNombre(cellule)) nombres += 1;
      libelle ||= grille.titre(i, j);
    }
    if (nombres > 0 || libelle !== "") return nombres > 0 && libelle !== "" && !estUnTotal(libelle);
  }
  return false;
}
