/** Ce qu'un code de format de nombre dit de la valeur stockée. */
export type SensDuFormat = "fraction" | "pourcent" | "date" | "nombre";

/**
 * « 0 % » affiche une fraction ; « 0" %" », où le signe n'est qu'un texte, affiche des pour-cent ; un format de date n'affiche pas un nombre de
 * logements. Les codes sont ceux d'Excel en écriture internationale.
 */
export function sensDuFormat(format: string): SensDuFormat {
  if (format === "General" || format === "@") return "nombre";
  const textes = format.match(/"[^"]*"|\\./g)?.join("") ?? "";
  const nu = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, "");
  if (nu.includes("%")) return "fraction";
  if (textes.includes("%")) return "pourcent";
  return /[ymdhs]/i.test(nu) && !/general|standard|[0#]/i.test(nu) ? "date" : "nombre";
}
