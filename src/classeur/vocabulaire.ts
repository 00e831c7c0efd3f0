import type { Style, Trait } from "../feuilles";

/** Les mots du plan, en mots d'Excel. */

export type Cote = keyof NonNullable<Style["bordures"]>;

/** Côtés d'une plage. */
export const COTES = {
  haut: "EdgeTop",
  bas: "EdgeBottom",
  gauche: "EdgeLeft",
  droite: "EdgeRight",
  horizontales: "InsideHorizontal",
  verticales: "InsideVertical",
} as const satisfies Record<Cote, string>;

/** Les mêmes, là où Excel reçoit les propriétés par ligne. */
export const COTES_DE_CELLULE = {
  haut: "top",
  bas: "bottom",
  gauche: "left",
  droite: "right",
  horizontales: "horizontal",
  verticales: "vertical",
} as const satisfies Record<Cote, keyof Excel.CellBorderCollection>;

export const HORIZONTAL = { gauche: "Left", centre: "Center", droite: "Right" } as const;
export const VERTICAL = { haut: "Top", milieu: "Center", bas: "Bottom" } as const;

/** L'épaisseur est toujours dite : deux plages voisines partagent un trait, qui garderait celle que la première lui a donnée. */
export function bordureDe(trait: Trait): {
  style: "Double" | "Continuous";
  weight?: "Thin" | "Medium";
} {
  if (trait === "double") return { style: "Double" };
  return { style: "Continuous", weight: trait === "moyen" ? "Medium" : "Thin" };
}
