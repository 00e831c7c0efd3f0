import { adresseDe, estErreur, type ValeurDeCellule } from "../tableau";
import type { CelluleXlsx, FeuilleXlsx } from "./classeur";
import type { Styles } from "./ecrire-styles";
import { appelleCms, versFichier } from "./formule";
import { ajustementXml, miseEnPageXml } from "./mise-en-page";
import { echapper, versTexteXml } from "./texte-xml";
import { pointsVersLargeur } from "./unites";
import { validationsXml } from "./validations";

/** Textes du classeur, écrits une fois et désignés par leur rang. */
export class TextesPartages {
  private readonly rangs = new Map<string, number>();

  rang(texte: string): number {
    const rang = this.rangs.get(texte) ?? this.rangs.size;
    this.rangs.set(texte, rang);
    return rang;
  }

  /** Contenu de l'élément `sst`. */
  xml(): string {
    const textes = [...this.rangs.keys()];
    return textes
      .map((texte) => `<si><t xml:space="preserve">${versTexteXml(texte)}</t></si>`)
      .join("");
  }
}

/** Largeur qu'Excel donne à une colonne dont on ne dit rien. */
const POINTS_PAR_DEFAUT = 48;

/** Contenu de l'élément `worksheet`, dans l'ordre que le format impose. */
export function feuilleXml(
  feuille: FeuilleXlsx,
  active: boolean,
  textes: TextesPartages,
  styles: Styles
): string {
  return [
    ajustementXml(feuille.impression),
    `<sheetViews>${vueXml(feuille, active)}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    colonnesXml(feuille),
    `<sheetData>${lignesXml(feuille, (cellule) => celluleXml(cellule, textes, styles))}</sheetData>`,
    fusionsXml(feuille.fusions),
    validationsXml(feuille.validations ?? []),
    feuille.impression ? miseEnPageXml(feuille.impression) : "",
    feuille.graphiques?.length ? '<drawing r:id="rId1"/>' : "",
  ].join("");
}

function vueXml(feuille: FeuilleXlsx, active: boolean): string {
  const { lignesFigees, colonnesFigees, quadrillage } = feuille;
  const vue = `showGridLines="${Number(quadrillage)}" tabSelected="${Number(active)}" workbookViewId="0"`;
  if (lignesFigees === 0 && colonnesFigees === 0) return `<sheetView ${vue}/>`;
  const volet = [
    colonnesFigees > 0 ? `xSplit="${colonnesFigees}"` : "",
    lignesFigees > 0 ? `ySplit="${lignesFigees}"` : "",
    `topLeftCell="${adresseDe(lignesFigees, colonnesFigees)}"`,
    `activePane="${lignesFigees > 0 ? "bottom" : "top"}${colonnesFigees > 0 ? "Right" : "Left"}"`,
    'state="frozen"',
  ];
  return `<sheetView ${vue}><pane ${volet.filter(Boolean).join(" ")}/></sheetView>`;
}

function colonnesXml({ largeurs, colonnesMasquees }: FeuilleXlsx): string {
  const numeros = [...new Set([...largeurs.keys(), ...colonnesMasquees])].sort((a, b) => a - b);
  if (numeros.length === 0) return "";
  const colonnes = numeros.map((numero) => {
    const points = largeurs.get(numero);
    const largeur = pointsVersLargeur(points ?? POINTS_PAR_DEFAUT);
    const attributs = [
      `min="${numero + 1}" max="${numero + 1}" width="${largeur}"`,
      points === undefined ? "" : ' customWidth="1"',
      colonnesMasquees.has(numero) ? ' hidden="1"' : "",
    ];
    return `<col ${attributs.join("")}/>`;
  });
  return `<cols>${colonnes.join("")}</cols>`;
}

function lignesXml(feuille: FeuilleXlsx, ecrire: (cellule: CelluleXlsx) => string): string {
  const { cellules, hauteurs, lignesMasquees } = feuille;
  const parLigne = new Map<number, CelluleXlsx[]>();
  for (const numero of [...hauteurs.keys(), ...lignesMasquees]) parLigne.set(numero, []);
  for (const cellule of cellules) {
    const ligne = parLigne.get(cellule.ligne);
    if (ligne) ligne.push(cellule);
    else parLigne.set(cellule.ligne, [cellule]);
  }
  return [...parLigne]
    .sort(([a], [b]) => a - b)
    .map(([numero, ligne]) => {
      const points = hauteurs.get(numero);
      const hauteur = points === undefined ? "" : ` ht="${points}" customHeight="1"`;
      const masquee = lignesMasquees.has(numero) ? ' hidden="1"' : "";
      const contenu = ligne.sort((a, b) => a.colonne - b.colonne).map(ecrire);
      return `<row r="${numero + 1}"${hauteur}${masquee}>${contenu.join("")}</row>`;
    })
    .join("");
}

function celluleXml(cellule: CelluleXlsx, textes: TextesPartages, styles: Styles): string {
  const { valeur, formule, style = {} } = cellule;
  const adresse = adresseDe(cellule.ligne, cellule.colonne);
  const numero = styles.numero(style, formule === undefined && ressembleAUneFormule(valeur));
  const [type, v] =
    formule !== undefined && typeof valeur === "string"
      ? ["str", versTexteXml(valeur)]
      : typeEtValeur(valeur, textes);
  const etendue = cellule.etendue ?? (formule && appelleCms(formule) ? adresse : undefined);
  return [
    `<c r="${adresse}" s="${numero}" t="${type}"${etendue === undefined ? "" : METADONNEES}>`,
    formule === undefined ? "" : formuleXml(formule, etendue),
    v === undefined ? "" : `<v>${v}</v>`,
    "</c>",
  ].join("");
}

/** Désigne, dans les métadonnées du classeur, les formules qui s'étalent d'elles-mêmes. */
const METADONNEES = ' cm="1"';

function typeEtValeur(valeur: ValeurDeCellule, textes: TextesPartages): [string, string?] {
  if (valeur === null) return ["n"];
  if (estErreur(valeur)) return ["e", echapper(valeur.erreur)];
  if (typeof valeur === "boolean") return ["b", valeur ? "1" : "0"];
  if (typeof valeur === "string") return ["s", String(textes.rang(valeur))];
  return Number.isFinite(valeur) ? ["n", String(valeur)] : ["e", "#NUM!"];
}

/** Excel enregistre en matrice toute formule qui s'étale ou qui appelle un complément. */
function formuleXml(formule: string, etendue: string | undefined): string {
  const matrice = etendue === undefined ? "" : ` t="array" ref="${echapper(etendue)}"`;
  return `<f${matrice}>${versTexteXml(versFichier(formule))}</f>`;
}

/** Excel prendrait ce texte pour une formule si l'on validait à nouveau la cellule. */
function ressembleAUneFormule(valeur: ValeurDeCellule): boolean {
  return typeof valeur === "string" && /^[=+\-@]/.test(valeur);
}

function fusionsXml(fusions: string[]): string {
  if (fusions.length === 0) return "";
  const plages = fusions.map((plage) => `<mergeCell ref="${echapper(plage)}"/>`);
  return `<mergeCells count="${fusions.length}">${plages.join("")}</mergeCells>`;
}
