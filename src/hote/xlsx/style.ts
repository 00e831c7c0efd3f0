import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { StyleXlsx } from "./types";

type Trait = NonNullable<NonNullable<StyleXlsx["bordures"]>["haut"]>;
type Cote = "haut" | "bas" | "gauche" | "droite";

const HORIZONTAL = {
  gauche: HorizontalAlign.LEFT,
  centre: HorizontalAlign.CENTER,
  droite: HorizontalAlign.RIGHT,
} as const;
const VERTICAL = {
  haut: VerticalAlign.TOP,
  milieu: VerticalAlign.MIDDLE,
  bas: VerticalAlign.BOTTOM,
} as const;
const TRAITS: Record<Trait, BorderStyleTypes> = {
  fin: BorderStyleTypes.THIN,
  moyen: BorderStyleTypes.MEDIUM,
  double: BorderStyleTypes.DOUBLE,
};
const BORDS: Record<Cote, "t" | "b" | "l" | "r"> = {
  haut: "t",
  bas: "b",
  gauche: "l",
  droite: "r",
};
const COTES = Object.keys(BORDS) as Cote[];

/** Style d'une cellule du fichier, dans les abréviations d'Univer. */
export function versUniver(style: StyleXlsx): IStyleData {
  return {
    ...(style.gras !== undefined && { bl: oui(style.gras) }),
    ...(style.italique !== undefined && { it: oui(style.italique) }),
    ...(style.taille !== undefined && { fs: style.taille }),
    ...(style.couleur !== undefined && { cl: { rgb: style.couleur } }),
    ...(style.fond !== undefined && { bg: { rgb: style.fond } }),
    ...(style.horizontal && { ht: HORIZONTAL[style.horizontal] }),
    ...(style.vertical && { vt: VERTICAL[style.vertical] }),
    ...(style.renvoiALaLigne && { tb: WrapStrategy.WRAP }),
    ...(style.format !== undefined && { n: { pattern: style.format } }),
    ...(style.bordures && { bd: bordures(style.bordures) }),
  };
}

/** Style d'une cellule d'Univer ; `undefined` s'il n'y a rien à en garder. */
export function depuisUniver(style: Nullable<IStyleData>): StyleXlsx | undefined {
  if (!style) return undefined;
  const traits = style.bd ? traitsDe(style.bd) : undefined;
  const horizontal = cleDe(HORIZONTAL, style.ht);
  const vertical = cleDe(VERTICAL, style.vt);
  const garde: StyleXlsx = {
    ...(style.bl === BooleanNumber.TRUE && { gras: true }),
    ...(style.it === BooleanNumber.TRUE && { italique: true }),
    ...(style.fs !== undefined && { taille: style.fs }),
    ...(style.cl?.rgb && { couleur: enHexa(style.cl.rgb) }),
    ...(style.bg?.rgb && { fond: enHexa(style.bg.rgb) }),
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(style.tb === WrapStrategy.WRAP && { renvoiALaLigne: true }),
    ...(style.n?.pattern && { format: style.n.pattern }),
    ...(traits && { bordures: traits }),
  };
  return Object.keys(garde).length ? garde : undefined;
}

function oui(vrai: boolean): BooleanNumber {
  return vrai ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function bordures(traits: NonNullable<StyleXlsx["bordures"]>): IBorderData {
  return Object.fromEntries(
    COTES.flatMap((cote) => {
      const trait = traits[cote];
      return trait ? [[BORDS[cote], { s: TRAITS[trait], cl: { rgb: "#000000" } }]] : [];
    })
  );
}

function traitsDe(bords: IBorderData): StyleXlsx["bordures"] {
  const traits = COTES.flatMap((cote) => {
    const style = bords[BORDS[cote]]?.s;
    return style ? [[cote, traitDe(style)] as const] : [];
  });
  return traits.length ? Object.fromEntries(traits) : undefined;
}

/** Les traits du plan ne sont que trois : les autres deviennent le plus proche. */
function traitDe(style: BorderStyleTypes): Trait {
  if (style === BorderStyleTypes.DOUBLE) return "double";
  return style >= BorderStyleTypes.MEDIUM ? "moyen" : "fin";
}

function cleDe<C extends string>(table: Record<C, unknown>, valeur: unknown): C | undefined {
  return (Object.keys(table) as C[]).find((cle) => table[cle] === valeur);
}

/** Univer écrit parfois « rgb(15, 108, 189) ». */
function enHexa(couleur: string): string {
  const nombres = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(couleur)?.slice(1, 4);
  if (!nombres) return couleur.toUpperCase();
  return `#${nombres.map((n) => Number(n).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
