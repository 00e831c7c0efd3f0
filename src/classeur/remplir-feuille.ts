import type { PlanDeFeuille } from "../feuilles";
import { plageDe } from "../tableau";
import { appliquerStyle } from "./appliquer-style";
import { enBandes } from "./bandes";
import { pourExcel } from "./contenu";
import { Plages } from "./plages";

/** Met en attente tout le contenu et la forme d'un plan ; rien ne part avant le prochain `sync`. */
export function remplirFeuille(feuille: Excel.Worksheet, plan: PlanDeFeuille): void {
  const plages = new Plages(feuille);
  for (const { adresse, contenus } of enBandes(plan.blocs)) {
    plages.de(adresse).formulas = contenus.map((ligne) => ligne.map(pourExcel));
  }
  for (const { plage, style } of plan.styles) appliquerStyle(plages.de(plage), style);
  for (const fusion of plan.fusions) plages.de(fusion).merge();
  for (const { adresse, points } of enGroupes(plan.largeurs)) {
    plages.de(adresse).format.columnWidth = points;
  }
  for (const { ligne, points } of plan.hauteurs) {
    plages.de(plageDe(ligne - 1, 0, 1, plan.largeurs.length)).format.rowHeight = points;
  }
  if (plan.lignesFigees > 0) feuille.freezePanes.freezeRows(plan.lignesFigees);
  if (!plan.quadrillage) feuille.showGridlines = false;
}

/** Les colonnes voisines de même largeur, par les cellules de leur première ligne. */
function enGroupes(largeurs: readonly number[]): { adresse: string; points: number }[] {
  const debuts = largeurs.flatMap((points, i) => (points === largeurs[i - 1] ? [] : [i]));
  return debuts.map((debut, rang) => {
    const fin = debuts[rang + 1] ?? largeurs.length;
    return { adresse: plageDe(0, debut, 1, fin - debut), points: largeurs[debut] ?? 0 };
  });
}
