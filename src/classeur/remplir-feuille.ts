import type { PlanDeFeuille } from "../feuilles";
import { plageDe } from "../tableau";
import { appliquerForme } from "./appliquer-style";
import { enBandes } from "./bandes";
import { pourExcel } from "./contenu";
import { dessiner } from "./dessiner";
import { enLignes } from "./former-lignes";
import { Plages } from "./plages";
import { valider } from "./valider";

/** Met en attente tout le contenu et la forme d'un plan ; rien ne part avant le prochain `sync`. */
export function remplirFeuille(feuille: Excel.Worksheet, plan: PlanDeFeuille): void {
  // D'abord, sur une feuille vide : aucune hauteur de ligne n'est à revoir, et un texte est renvoyé à la ligne à la bonne largeur.
  const plages = new Plages(feuille);
  plages
    .de(plageDe(0, 0, 1, plan.largeurs.length))
    .setColumnProperties(plan.largeurs.map((columnWidth) => ({ format: { columnWidth } })));
  remplirCellules(plages, plan);
  for (const fusion of plan.fusions) plages.de(fusion).merge(true);
  for (const graphique of plan.graphiques ?? []) dessiner(feuille, plages, graphique);
  if (plan.lignesFigees > 0) feuille.freezePanes.freezeRows(plan.lignesFigees);
  if (!plan.quadrillage) feuille.showGridlines = false;
}

/** Met en attente des contenus, leurs formes et leurs validations, sans toucher au reste de la feuille. */
export function remplirCellules(
  plages: Plages,
  plan: Pick<PlanDeFeuille, "blocs" | "styles" | "validations">
): void {
  for (const { adresse, contenus } of enBandes(plan.blocs)) {
    plages.de(adresse).formulas = contenus.map((ligne) => ligne.map(pourExcel));
  }
  for (const groupe of enLignes(plan.styles)) {
    if ("formes" in groupe) plages.formerLignes(groupe.adresse, groupe.formes);
    else appliquerForme(plages.de(groupe.plage), groupe);
  }
  for (const validation of plan.validations ?? []) {
    valider(plages.de(validation.plage), validation);
  }
}
