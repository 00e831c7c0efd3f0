import { allureDe, type Graphique } from "../feuilles";
import type { FeuilleXlsx } from "./classeur";
import { absolue, nomPourFormule } from "../tableau";
import { relationsXml, xml } from "./enveloppe";
import { lirePlage } from "./reperes";
import { versTexteXml } from "./texte-xml";

const DESSIN = "http://schemas.openxmlformats.org/drawingml/2006";
const NOMS_DU_GRAPHIQUE = `xmlns:c="${DESSIN}/chart" xmlns:a="${DESSIN}/main"`;
const NOMS_DU_DESSIN = `xmlns:xdr="${DESSIN}/spreadsheetDrawing" xmlns:a="${DESSIN}/main"`;
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const MARQUES = { rond: "circle", losange: "diamond", carre: "square" } as const;
/** Corps des textes et du titre, en centièmes de point. */
const CORPS = 800;
const CORPS_DU_TITRE = 900;
const TRAIT_DE_COURBE = 19_050;
const TRAIT_DE_BARRE = 9_525;
/** Numéros des deux axes, propres à chaque graphique. */
const [HORIZONTAL, VERTICAL] = [1, 2];

/** Les parties de l'archive qui portent les graphiques d'un classeur, et le type de chacune qui en a un à elle. */
export function dessins(feuilles: readonly FeuilleXlsx[]): {
  parties: Record<string, string>;
  types: readonly (readonly [partie: string, type: string])[];
} {
  const parties: Record<string, string> = {};
  const types: [string, string][] = [];
  let dernier = 0;
  feuilles.forEach(({ nom, graphiques = [] }, rang) => {
    if (graphiques.length === 0) return;
    const dessin = `drawing${rang + 1}.xml`;
    const siens = graphiques.map((graphique) => {
      const partie = `charts/chart${++dernier}.xml`;
      parties[`xl/${partie}`] = xml(graphiqueXml(graphique, nom));
      types.push([partie, "drawingml.chart"]);
      return ["chart", `../${partie}`] as const;
    });
    types.push([`drawings/${dessin}`, "drawing"]);
    parties[`xl/drawings/${dessin}`] = xml(dessinXml(graphiques));
    parties[`xl/drawings/_rels/${dessin}.rels`] = relationsXml(siens);
    // Seule relation d'une feuille : `rId1`.
    const relation = relationsXml([["drawing", `../drawings/${dessin}`]]);
    parties[`xl/worksheets/_rels/sheet${rang + 1}.xml.rels`] = relation;
  });
  return { parties, types };
}

/** La partie « dessin » d'une feuille : où se pose chaque graphique ; `rId1` est le premier. */
function dessinXml(graphiques: readonly Graphique[]): string {
  const ancres = graphiques.map(({ titre, plage }, rang) => {
    const { haut = 0, gauche = 0, bas = 0, droite = 0 } = lirePlage(plage) ?? {};
    const coin = (ligne: number, colonne: number): string =>
      `<xdr:col>${colonne}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${ligne}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
    const texte = versTexteXml(titre);
    return [
      `<xdr:twoCellAnchor><xdr:from>${coin(haut, gauche)}</xdr:from><xdr:to>${coin(bas + 1, droite + 1)}</xdr:to>`,
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${rang + 2}" name="${texte}" descr="${texte}"/>`,
      "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>",
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${DESSIN}/chart">`,
      `<c:chart xmlns:c="${DESSIN}/chart" xmlns:r="${RELATIONS}" r:id="rId${rang + 1}"/>`,
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
    ].join("");
  });
  return `<xdr:wsDr ${NOMS_DU_DESSIN}>${ancres.join("")}</xdr:wsDr>`;
}

/** La partie d'un graphique. `feuille` : le nom de celle qui porte ses nombres. */
function graphiqueXml(graphique: Graphique, feuille: string): string {
  const { genre, titre, axes } = graphique;
  const series = graphique.series.map((serie, rang) => serieXml(serie, rang, genre, feuille));
  const numeros = `<c:axId val="${HORIZONTAL}"/><c:axId val="${VERTICAL}"/>`;
  const tracees =
    genre === "courbes"
      ? `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.join("")}${numeros}</c:scatterChart>`
      : barresXml(genre, series, numeros);
  const horizontal = axeXml(axes.horizontal, "b", genre === "courbes" ? "annees" : "groupes");
  return [
    `<c:chartSpace ${NOMS_DU_GRAPHIQUE}><c:roundedCorners val="0"/><c:chart>`,
    titreXml(titre, CORPS_DU_TITRE, true),
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${tracees}`,
    horizontal,
    axeXml(axes.vertical, "l", "nombres"),
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${uni("#FFFFFF")}<a:ln w="${TRAIT_DE_BARRE}">${uni("#BFBFBF")}</a:ln></c:spPr>`,
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${CORPS}"/></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`,
    "</c:chartSpace>",
  ].join("");
}

function barresXml(genre: Graphique["genre"], series: string[], numeros: string): string {
  const empilees = genre === "barres empilées";
  return [
    `<c:barChart><c:barDir val="col"/><c:grouping val="${empilees ? "stacked" : "clustered"}"/>`,
    `<c:varyColors val="0"/>${series.join("")}<c:gapWidth val="80"/>`,
    empilees ? '<c:overlap val="100"/>' : "",
    `${numeros}</c:barChart>`,
  ].join("");
}

function serieXml(
  { nom, abscisses, valeurs }: Graphique["series"][number],
  rang: number,
  genre: Graphique["genre"],
  feuille: string
): string {
  const reference = (plage: string): string =>
    `<c:f>${versTexteXml(`${nomPourFormule(feuille)}!${absolue(plage)}`)}</c:f>`;
  const nombres = (plage: string): string => `<c:numRef>${reference(plage)}</c:numRef>`;
  const debut = `<c:idx val="${rang}"/><c:order val="${rang}"/><c:tx><c:v>${versTexteXml(nom)}</c:v></c:tx>`;
  const { trait, fond, tirets, marque } = allureDe(rang);
  const corps =
    genre === "courbes"
      ? [
          `<c:spPr><a:ln w="${TRAIT_DE_COURBE}">${uni(trait)}<a:prstDash val="${tirets ? "dash" : "solid"}"/></a:ln></c:spPr>`,
          `<c:marker><c:symbol val="${MARQUES[marque]}"/><c:size val="5"/>`,
          `<c:spPr>${uni(fond)}<a:ln w="${TRAIT_DE_BARRE}">${uni(trait)}</a:ln></c:spPr></c:marker>`,
          `<c:xVal>${nombres(abscisses)}</c:xVal><c:yVal>${nombres(valeurs)}</c:yVal><c:smooth val="0"/>`,
        ]
      : [
          `<c:spPr>${uni(fond)}<a:ln w="${TRAIT_DE_BARRE}">${uni(trait)}</a:ln></c:spPr><c:invertIfNegative val="0"/>`,
          `<c:cat><c:strRef>${reference(abscisses)}</c:strRef></c:cat><c:val>${nombres(valeurs)}</c:val>`,
        ];
  return `<c:ser>${debut}${corps.join("")}</c:ser>`;
}

type Genre = "annees" | "groupes" | "nombres";

function axeXml(
  { titre, format = "General", minimum, maximum }: Graphique["axes"]["vertical"],
  place: "b" | "l",
  genre: Genre
): string {
  const numero = place === "b" ? HORIZONTAL : VERTICAL;
  const borne = (nom: string, valeur: number | undefined): string =>
    valeur === undefined ? "" : `<c:${nom} val="${valeur}"/>`;
  const balise = genre === "groupes" ? "c:catAx" : "c:valAx";
  return [
    `<${balise}><c:axId val="${numero}"/><c:scaling><c:orientation val="minMax"/>`,
    `${borne("max", maximum)}${borne("min", minimum)}</c:scaling><c:delete val="0"/><c:axPos val="${place}"/>`,
    genre === "nombres"
      ? `<c:majorGridlines><c:spPr><a:ln w="${TRAIT_DE_BARRE}">${uni("#D9D9D9")}</a:ln></c:spPr></c:majorGridlines>`
      : "",
    titre === "" ? "" : titreXml(titre, CORPS, false),
    `<c:numFmt formatCode="${versTexteXml(format)}" sourceLinked="0"/>`,
    // Sous le graphique, même quand une valeur est négative.
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:crossAx val="${numero === HORIZONTAL ? VERTICAL : HORIZONTAL}"/><c:crosses val="${genre === "nombres" ? "min" : "autoZero"}"/>`,
    genre === "nombres" ? '<c:crossBetween val="between"/>' : "",
    genre === "annees" ? '<c:crossBetween val="midCat"/><c:majorUnit val="1"/>' : "",
    `</${balise}>`,
  ].join("");
}

function titreXml(texte: string, corps: number, gras: boolean): string {
  const police = `sz="${corps}" b="${Number(gras)}"`;
  return [
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${police}/></a:pPr>`,
    `<a:r><a:rPr lang="fr-FR" ${police}/><a:t>${versTexteXml(texte)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title>',
  ].join("");
}

function uni(couleur: string): string {
  return `<a:solidFill><a:srgbClr val="${couleur.slice(1)}"/></a:solidFill>`;
}
