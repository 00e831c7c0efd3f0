import type { Contenu } from "../feuilles";

/**
 * Ce qu'il faut donner à `range.formulas` pour obtenir ce contenu. Une formule part telle quelle ; un texte qu'Excel
 * lirait autrement (formule, nombre, date, erreur) part derrière une apostrophe, qu'Excel retire et qui force le texte.
 */
export function pourExcel(contenu: Contenu): string | number | boolean | null {
  if (typeof contenu === "string") return estDuTexteSur(contenu) ? contenu : `'${contenu}`;
  return typeof contenu === "object" && contenu !== null ? contenu.formule : contenu;
}

/** Au-delà de cette longueur, un texte qui commence par une lettre n'est plus une date (« 3 septembre 2026 »). */
const PLUS_LONG_QU_UNE_DATE = 24;

/** Commence par une lettre, ne peut être ni une date (« mars 2026 ») ni un booléen. */
function estDuTexteSur(texte: string): boolean {
  if (texte === "") return true;
  if (!/^\p{L}/u.test(texte) || /^(true|false|vrai|faux)$/i.test(texte.trim())) return false;
  return !/\d/.test(texte) || texte.length > PLUS_LONG_QU_UNE_DATE;
}
