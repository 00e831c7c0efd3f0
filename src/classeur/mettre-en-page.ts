import type { MiseEnPage } from "../feuilles";

/** Met en attente les réglages d'impression d'une feuille : A4, marges, pied de page, zone, titres répétés, sauts. */
export function mettreEnPage(feuille: Excel.Worksheet, miseEnPage: MiseEnPage): void {
  const { marges, piedDePage } = miseEnPage;
  const page = feuille.pageLayout;
  page.paperSize = "A4";
  page.orientation = miseEnPage.orientation === "paysage" ? "Landscape" : "Portrait";
  // Ajusté, Excel ignorerait les sauts de page.
  if (miseEnPage.pagesEnLargeur > 0) {
    page.zoom = { horizontalFitToPages: miseEnPage.pagesEnLargeur };
  }
  page.setPrintMargins("Points", {
    top: marges.haut,
    bottom: marges.bas,
    left: marges.gauche,
    right: marges.droite,
  });

  const pied = page.headersFooters.defaultForAllPages;
  pied.leftFooter = piedDePage.gauche;
  pied.centerFooter = piedDePage.centre;
  pied.rightFooter = piedDePage.droite;

  if (miseEnPage.zone) page.setPrintArea(miseEnPage.zone);
  if (miseEnPage.lignesRepetees) page.setPrintTitleRows(miseEnPage.lignesRepetees);
  for (const ligne of miseEnPage.sauts) feuille.horizontalPageBreaks.add(`A${ligne}`);
}
