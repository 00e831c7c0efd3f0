/**
 * Ce que XML 1.0 ne sait pas porter (caractères de contrôle, moitiés d'émoji) s'écrit « _x0007_ » dans un .xlsx, et un
 * texte qui ressemble déjà à cela protège son tiret bas : « _x005F_ » (ECMA-376, ST_Xstring).
 */
const A_CODER = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/gu;
const CODE = /_x([0-9a-fA-F]{4})_/g;

/** Texte de cellule → texte XML échappé. */
export function versTexteXml(texte: string): string {
  return echapper(texte.replace(A_CODER, coder));
}

/** Texte XML (entités déjà décodées) → texte de cellule. */
export function depuisTexteXml(texte: string): string {
  if (!texte.includes("_x")) return texte;
  return texte.replace(CODE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Échappe pour un texte ou un attribut XML, et retire ce que XML n'admet pas. */
export function echapper(texte: string): string {
  const admis = IMPRIMABLE.test(texte) ? texte : texte.replace(A_RETIRER, "");
  return admis.replace(/[&<>"\t\n]/g, (lettre) => ENTITES[lettre as keyof typeof ENTITES]);
}

/** Presque toutes les formules : rien à y chercher d'autre. */
const IMPRIMABLE = /^[ -~]*$/;
const A_RETIRER = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const ENTITES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
} as const;

function coder(lettre: string): string {
  const code = lettre.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `_x${code}_`;
}
