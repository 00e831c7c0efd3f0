import { numfmt } from "@univerjs/core";

interface NombreLu {
  valeur: number;
  /** Format qu'Excel donnerait à la cellule (« 0% », « dd/mm/yyyy »). */
  format?: string;
}

const INTERNATIONAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const FRANCAIS =
  /^([-+]?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d*)?|[-+]?\d*,\d+)[ \u00a0\u202f]?(%?)$/;
const DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/** Lit un nombre, un pourcentage ou une date tapés à la française ; `null` si ce n'en est pas. */
export function lireNombre(texte: string): NombreLu | null {
  const net = texte.trim();
  if (INTERNATIONAL.test(net)) return { valeur: Number(net) };
  const francais = FRANCAIS.exec(net);
  if (francais) return lireFrancais(francais[1] ?? "", francais[2] === "%");
  if (!DATE.test(net)) return null;
  const date = numfmt.parseValue(net, { locale: "fr" });
  return typeof date?.v === "number" ? { valeur: date.v, format: "dd/mm/yyyy" } : null;
}

function lireFrancais(chiffres: string, pourcentage: boolean): NombreLu {
  const decimales = (chiffres.split(",")[1] ?? "").length;
  const net = chiffres.replace(/[ \u00a0\u202f]/g, "").replace(",", ".");
  if (!pourcentage) return { valeur: Number(net) };
  // « 33,3 % » se lit 333e-3 / 100 : l'exposant évite l'erreur d'une division en virgule flottante.
  return { valeur: Number(`${net}e-2`), format: decimales > 0 ? "0.00%" : "0%" };
}
