import { allureDe, type Graphique } from "../feuilles";
import { lireRectangle, type Plages } from "./plages";

const GENRES = {
  courbes: "XYScatterLines",
  barres: "ColumnClustered",
  "barres empilées": "ColumnStacked",
} as const satisfies Record<Graphique["genre"], `${Excel.ChartType}`>;

const MARQUES = { rond: "Circle", losange: "Diamond", carre: "Square" } as const;

/** Corps des textes et du titre, en points. */
const CORPS = 8;
const CORPS_DU_TITRE = 9;

/** Met en attente un graphique : séries désignées une à une, en noir et blanc, posé sur ses cellules. ExcelApi 1.8. */
export function dessiner(feuille: Excel.Worksheet, plages: Plages, voulu: Graphique): void {
  const graphique = feuille.charts.add(GENRES[voulu.genre], plages.de(voulu.amorce), "Rows");
  graphique.name = voulu.titre;
  graphique.format.font.size = CORPS;
  graphique.title.text = voulu.titre;
  graphique.title.format.font.size = CORPS_DU_TITRE;
  graphique.legend.position = "Bottom";
  const rectangle = lireRectangle(voulu.plage);
  if (rectangle) {
    const { gauche, haut, droite, bas } = rectangle;
    graphique.setPosition(`${gauche}${haut}`, `${droite}${bas}`);
  }

  voulu.series.forEach(({ nom, abscisses, valeurs }, rang) => {
    // L'amorce a donné la première.
    const serie = rang === 0 ? graphique.series.getItemAt(0) : graphique.series.add(nom);
    serie.name = nom;
    serie.setValues(plages.de(valeurs));
    serie.setXAxisValues(plages.de(abscisses));
    if (voulu.genre === "courbes") tracer(serie, rang);
    else remplir(serie, rang);
  });

  const { horizontal, vertical } = voulu.axes;
  // Elle compte les abscisses d'une courbe une à une.
  if (voulu.genre === "courbes") graphique.axes.categoryAxis.majorUnit = 1;
  graduer(graphique.axes.categoryAxis, horizontal);
  graduer(graphique.axes.valueAxis, vertical);
}

function tracer(serie: Excel.ChartSeries, rang: number): void {
  const { trait, fond, tirets, marque } = allureDe(rang);
  serie.format.line.color = trait;
  serie.format.line.weight = 1.5;
  serie.format.line.lineStyle = tirets ? "Dash" : "Continuous";
  serie.markerStyle = MARQUES[marque];
  serie.markerSize = 5;
  serie.markerForegroundColor = trait;
  serie.markerBackgroundColor = fond;
}

function remplir(serie: Excel.ChartSeries, rang: number): void {
  const { trait, fond } = allureDe(rang);
  serie.format.fill.setSolidColor(fond);
  serie.format.line.color = trait;
}

function graduer(
  axe: Excel.ChartAxis,
  { titre, format, minimum, maximum }: Graphique["axes"]["vertical"]
): void {
  if (titre !== "") axe.title.text = titre;
  if (format !== undefined) axe.numberFormat = format;
  if (minimum !== undefined) axe.minimum = minimum;
  if (maximum !== undefined) axe.maximum = maximum;
}
