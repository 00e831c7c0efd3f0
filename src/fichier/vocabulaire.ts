import type { Style, Trait } from "../feuilles";

/** Police de nos fichiers : partout présente ou remplacée par une autre de mêmes mesures, LibreOffice compris. */
export const POLICE = "Arial";
/** La taille qu'Excel donne à un texte dont on ne dit rien. */
export const TAILLE_PAR_DEFAUT = 11;

/** Nos mots et ceux du format. */
export const HORIZONTAL = {
  gauche: "left",
  centre: "center",
  droite: "right",
} as const satisfies Record<NonNullable<Style["horizontal"]>, string>;

export const VERTICAL = { haut: "top", milieu: "center", bas: "bottom" } as const satisfies Record<
  NonNullable<Style["vertical"]>,
  string
>;

export const TRAIT = { fin: "thin", moyen: "medium", double: "double" } as const satisfies Record<
  Trait,
  string
>;

/** Côtés d'une cellule, dans l'ordre où le format les veut. */
export const COTES = [
  ["gauche", "left"],
  ["droite", "right"],
  ["haut", "top"],
  ["bas", "bottom"],
] as const;

/** Le même vocabulaire, du format vers nous. */
export function traducteur<Mot extends string>(
  vocabulaire: Record<Mot, string>
): ReadonlyMap<string | undefined, Mot> {
  const mots = Object.entries(vocabulaire) as [Mot, string][];
  return new Map(mots.map(([mot, stocke]) => [stocke, mot]));
}
