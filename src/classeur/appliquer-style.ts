import type { Forme, Trait } from "../feuilles";
import { COTES, HORIZONTAL, VERTICAL, bordureDe, type Cote } from "./vocabulaire";

/** Met en attente la mise en forme d'une plage. */
export function appliquerForme(plage: Excel.Range, { style, hauteur }: Forme): void {
  if (style.format !== undefined) plage.numberFormat = partout(style.format);
  if (style.gras !== undefined) plage.format.font.bold = style.gras;
  if (style.italique !== undefined) plage.format.font.italic = style.italique;
  if (style.taille !== undefined) plage.format.font.size = style.taille;
  if (style.couleur !== undefined) plage.format.font.color = style.couleur;
  if (style.fond !== undefined) plage.format.fill.color = style.fond;
  if (style.horizontal) plage.format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical) plage.format.verticalAlignment = VERTICAL[style.vertical];
  if (style.renvoiALaLigne !== undefined) plage.format.wrapText = style.renvoiALaLigne;
  if (hauteur !== undefined) plage.format.rowHeight = hauteur;
  for (const [cote, trait] of Object.entries(style.bordures ?? {}) as [Cote, Trait][]) {
    plage.format.borders.getItem(COTES[cote]).set(bordureDe(trait));
  }
}

/** Excel étend une valeur seule à toute la plage ; les types d'Office.js n'admettent que des tableaux. */
function partout(format: string): string[][] {
  return format as unknown as string[][];
}
