import type { Style, Trait } from "../feuilles";

type Cote = keyof NonNullable<Style["bordures"]>;

const COTES = {
  haut: "EdgeTop",
  bas: "EdgeBottom",
  gauche: "EdgeLeft",
  droite: "EdgeRight",
  horizontales: "InsideHorizontal",
  verticales: "InsideVertical",
} as const satisfies Record<Cote, string>;

const HORIZONTAL = { gauche: "Left", centre: "Center", droite: "Right" } as const;
const VERTICAL = { haut: "Top", milieu: "Center", bas: "Bottom" } as const;

/** Met en attente la mise en forme d'une plage. */
export function appliquerStyle(plage: Excel.Range, style: Style): void {
  const { format } = plage;
  if (style.format !== undefined) plage.numberFormat = partout(style.format);
  if (style.gras !== undefined) format.font.bold = style.gras;
  if (style.italique !== undefined) format.font.italic = style.italique;
  if (style.taille !== undefined) format.font.size = style.taille;
  if (style.couleur !== undefined) format.font.color = style.couleur;
  if (style.fond !== undefined) format.fill.color = style.fond;
  if (style.horizontal) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.renvoiALaLigne !== undefined) format.wrapText = style.renvoiALaLigne;
  for (const [cote, trait] of Object.entries(style.bordures ?? {}) as [Cote, Trait][]) {
    tracer(format.borders.getItem(COTES[cote]), trait);
  }
}

function tracer(bordure: Excel.RangeBorder, trait: Trait): void {
  bordure.style = trait === "double" ? "Double" : "Continuous";
  if (trait === "moyen") bordure.weight = "Medium";
}

/** Excel étend une valeur seule à toute la plage ; les types d'Office.js n'admettent que des tableaux. */
function partout(format: string): string[][] {
  return format as unknown as string[][];
}
