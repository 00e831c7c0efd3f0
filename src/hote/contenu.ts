import { CellValueType, type ICellData } from "@univerjs/core";
import { argumentInvalide } from "./fil/protocole";
import { lireNombre } from "./langue/nombres";

/** Vide la cellule de tout contenu, sans toucher à sa mise en forme. */
const VIDE: ICellData = { v: null, f: null, si: null, p: null, t: null };

/**
 * Ce qu'Excel fait d'une valeur qu'on lui écrit : « = » (ou « + », « - » devant autre chose qu'un
 * nombre) ouvre une formule, l'apostrophe force un texte, un texte qui a l'air d'un nombre, d'un
 * pourcentage, d'une date ou d'un booléen en devient un. `undefined` : la cellule n'est pas touchée.
 */
export function lireContenu(valeur: unknown): ICellData | undefined {
  if (valeur === null || valeur === undefined) return undefined;
  if (valeur === "") return VIDE;
  if (typeof valeur === "number") return { ...VIDE, v: valeur, t: CellValueType.NUMBER };
  if (typeof valeur === "boolean") return booleen(valeur);
  if (typeof valeur === "string") return lireTexte(valeur);
  throw argumentInvalide();
}

function lireTexte(texte: string): ICellData {
  if (texte.startsWith("'")) return enTexte(texte.slice(1));
  if (texte.startsWith("=") && texte.length > 1) return { ...VIDE, f: texte };
  if (/^(vrai|true)$/i.test(texte)) return booleen(true);
  if (/^(faux|false)$/i.test(texte)) return booleen(false);
  const lu = lireNombre(texte);
  if (lu) {
    const style = lu.format ? { s: { n: { pattern: lu.format } } } : {};
    return { ...VIDE, v: lu.valeur, t: CellValueType.NUMBER, ...style };
  }
  if (/^[+-]./.test(texte)) return { ...VIDE, f: `=${texte}` };
  return enTexte(texte);
}

function booleen(valeur: boolean): ICellData {
  return { ...VIDE, v: valeur ? 1 : 0, t: CellValueType.BOOLEAN };
}

function enTexte(texte: string): ICellData {
  return { ...VIDE, v: texte, t: CellValueType.STRING };
}
