import type { ValeurDeCellule } from "../tableau";

/** Excel rend une erreur comme un texte (« #N/A ») et une cellule vide comme "" : seul le type les distingue. */
export function enValeur(
  valeur: number | string | boolean,
  type: string | undefined
): ValeurDeCellule {
  if (type === "Empty") return null;
  return type === "Error" ? { erreur: String(valeur) } : valeur;
}
