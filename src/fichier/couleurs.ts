import { enfant, type ElementXml } from "./xml";

/** Ordre des couleurs d'un thème dans les numéros d'un .xlsx ; le clair et le sombre y sont intervertis. */
const ORDRE = ["lt1", "dk1", "lt2", "dk2", ...[1, 2, 3, 4, 5, 6].map((rang) => `accent${rang}`)];

/** Couleurs « RRVVBB » du thème, dans l'ordre où les styles les numérotent. */
export function couleursDuTheme(theme: ElementXml): (string | undefined)[] {
  const palette = enfant(enfant(theme, "themeElements"), "clrScheme");
  return ORDRE.map((nom) => {
    const couleur = enfant(palette, nom)?.enfants[0];
    return couleur?.attributs.lastClr ?? couleur?.attributs.val;
  });
}

/** Couleur « #RRVVBB » d'un élément `color`, `fgColor`… ; `undefined` si elle est automatique ou indexée. */
export function lireCouleur(
  element: ElementXml | undefined,
  theme: readonly (string | undefined)[]
): string | undefined {
  if (!element) return undefined;
  const { rgb, theme: numero, tint } = element.attributs;
  const base = rgb?.slice(-6) ?? (numero === undefined ? undefined : theme[Number(numero)]);
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return nuancer(base, Number(tint) || 0);
}

/**
 * Éclaircit (nuance > 0, vers le blanc) ou assombrit (< 0, vers le noir) chaque composante. Excel nuance la luminosité,
 * ce qui revient au même pour un gris et en est très proche pour les autres teintes.
 */
function nuancer(couleur: string, nuance: number): string {
  const cible = nuance > 0 ? 255 : 0;
  const composantes = [0, 2, 4].map((debut) =>
    Number.parseInt(couleur.slice(debut, debut + 2), 16)
  );
  const melange = composantes.map((niveau) => niveau + (cible - niveau) * Math.abs(nuance));
  return `#${melange.map(enHexadecimal).join("")}`.toUpperCase();
}

function enHexadecimal(niveau: number): string {
  return Math.round(Math.min(255, Math.max(0, niveau)))
    .toString(16)
    .padStart(2, "0");
}
