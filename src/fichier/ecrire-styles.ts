import type { Style, Trait } from "../feuilles";
import { numeroPredefini } from "./formats";
import { echapper, versTexteXml } from "./texte-xml";
import { COTES, HORIZONTAL, POLICE, TAILLE_PAR_DEFAUT, TRAIT, VERTICAL } from "./vocabulaire";

const PREMIER_FORMAT_LIBRE = 164;

const BASE_DES_STYLES =
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const STYLE_NORMAL =
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** Éléments d'un même genre, chacun écrit une fois et désigné par son rang. */
class Collection {
  private readonly rangs = new Map<string, number>();

  constructor(...initiaux: string[]) {
    for (const element of initiaux) this.rang(element);
  }

  rang(element: string): number {
    const rang = this.rangs.get(element) ?? this.rangs.size;
    this.rangs.set(element, rang);
    return rang;
  }

  elements(): string[] {
    return [...this.rangs.keys()];
  }
}

/** Recueille les styles des cellules et en fait la partie « styles » du fichier. */
export class Styles {
  private readonly formats = new Collection();
  private readonly polices = new Collection(policeXml({}));
  /** Excel réserve les deux premiers fonds. */
  private readonly fonds = new Collection(fondXml("none"), fondXml("gray125"));
  private readonly bordures = new Collection(borduresXml({}));
  private readonly xfs = new Collection();

  constructor() {
    this.numero({}, false);
  }

  /** Numéro à porter sur une cellule. `texteForce` : validé à nouveau dans Excel, le contenu reste un texte. */
  numero(style: Style, texteForce: boolean): number {
    const fond = style.fond === undefined ? 0 : this.fonds.rang(fondXml("solid", style.fond));
    const attributs = [
      `numFmtId="${this.numeroDeFormat(style.format)}"`,
      `fontId="${this.polices.rang(policeXml(style))}"`,
      `fillId="${fond}"`,
      `borderId="${this.bordures.rang(borduresXml(style.bordures ?? {}))}"`,
      'xfId="0"',
      `quotePrefix="${texteForce ? 1 : 0}"`,
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    return this.xfs.rang(`<xf ${attributs.join(" ")}>${alignementXml(style)}</xf>`);
  }

  /** Contenu de l'élément `styleSheet`. */
  xml(): string {
    return [
      liste("numFmts", this.formats.elements().map(formatXml)),
      liste("fonts", this.polices.elements()),
      liste("fills", this.fonds.elements()),
      liste("borders", this.bordures.elements()),
      BASE_DES_STYLES,
      liste("cellXfs", this.xfs.elements()),
      STYLE_NORMAL,
    ].join("");
  }

  private numeroDeFormat(code = "General"): number {
    return numeroPredefini(code) ?? PREMIER_FORMAT_LIBRE + this.formats.rang(code);
  }
}

function liste(balise: string, elements: string[]): string {
  if (elements.length === 0) return "";
  return `<${balise} count="${elements.length}">${elements.join("")}</${balise}>`;
}

function formatXml(code: string, rang: number): string {
  return `<numFmt numFmtId="${PREMIER_FORMAT_LIBRE + rang}" formatCode="${versTexteXml(code)}"/>`;
}

function policeXml({ gras, italique, taille = TAILLE_PAR_DEFAUT, couleur }: Style): string {
  return [
    "<font>",
    gras ? "<b/>" : "",
    italique ? "<i/>" : "",
    `<sz val="${taille}"/>`,
    couleur === undefined ? "" : `<color ${rgb(couleur)}/>`,
    `<name val="${POLICE}"/>`,
    "</font>",
  ].join("");
}

function fondXml(motif: "none" | "gray125" | "solid", couleur?: string): string {
  const teinte = couleur === undefined ? "" : `<fgColor ${rgb(couleur)}/>`;
  return `<fill><patternFill patternType="${motif}">${teinte}</patternFill></fill>`;
}

function borduresXml(bordures: NonNullable<Style["bordures"]>): string {
  const cotes = COTES.map(([cote, stocke]) => traitXml(stocke, bordures[cote]));
  return `<border>${cotes.join("")}<diagonal/></border>`;
}

function traitXml(cote: string, trait: Trait | undefined): string {
  if (trait === undefined) return `<${cote}/>`;
  return `<${cote} style="${TRAIT[trait]}"><color rgb="FF000000"/></${cote}>`;
}

function alignementXml({ horizontal, vertical, renvoiALaLigne }: Style): string {
  const attributs = [
    horizontal && `horizontal="${HORIZONTAL[horizontal]}"`,
    vertical && `vertical="${VERTICAL[vertical]}"`,
    renvoiALaLigne && 'wrapText="1"',
  ].filter(Boolean);
  return attributs.length > 0 ? `<alignment ${attributs.join(" ")}/>` : "";
}

function rgb(couleur: string): string {
  return `rgb="FF${echapper(couleur.replace("#", "").toUpperCase())}"`;
}
