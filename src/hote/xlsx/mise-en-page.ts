import type { Impression } from "../impression";
import type { MiseEnPageXlsx } from "./types";

/** Note dans l'hôte la mise en page lue dans un fichier. */
export function noter(impression: Impression, lue: MiseEnPageXlsx): void {
  const { haut, bas, gauche, droite } = lue.marges;
  impression.orientation = lue.orientation === "paysage" ? "Landscape" : "Portrait";
  impression.zoom = { horizontalFitToPages: lue.pagesEnLargeur };
  Object.assign(impression.marges, { Top: haut, Bottom: bas, Left: gauche, Right: droite });
  impression.textes.Left.Footer = lue.piedDePage.gauche;
  impression.textes.Center.Footer = lue.piedDePage.centre;
  impression.textes.Right.Footer = lue.piedDePage.droite;
  impression.zone = lue.zone;
  impression.lignesRepetees = lue.lignesRepetees;
  impression.sauts = lue.sauts.map((ligne) => ligne - 1);
}

/** Mise en page à écrire dans un fichier. */
export function depuisImpression(impression: Impression): MiseEnPageXlsx {
  const { Top, Bottom, Left, Right } = impression.marges;
  const { textes, zone, lignesRepetees } = impression;
  return {
    orientation: impression.orientation === "Landscape" ? "paysage" : "portrait",
    marges: { haut: Top, bas: Bottom, gauche: Left, droite: Right },
    pagesEnLargeur: impression.zoom.horizontalFitToPages ?? 1,
    piedDePage: {
      gauche: textes.Left.Footer,
      centre: textes.Center.Footer,
      droite: textes.Right.Footer,
    },
    ...(zone !== undefined && { zone }),
    ...(lignesRepetees !== undefined && { lignesRepetees }),
    sauts: impression.sauts.map((ligne) => ligne + 1),
  };
}
