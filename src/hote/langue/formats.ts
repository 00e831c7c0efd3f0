import { numfmt } from "@univerjs/core";
import { ERREURS } from "./noms-francais";

/** Texte qu'un Excel français affiche pour une valeur, selon son format de nombre. */
export function afficher(valeur: number | string | boolean, format: string): string {
  if (typeof valeur === "boolean") return valeur ? "VRAI" : "FAUX";
  if (typeof valeur === "number") return numfmt.format(format, valeur, { locale: "fr" });
  return ERREURS.get(valeur) ?? valeur;
}

/** Vrai pour « #N/A », « #VALUE! »… */
export function estCodeDErreur(valeur: unknown): valeur is string {
  return typeof valeur === "string" && ERREURS.has(valeur);
}
