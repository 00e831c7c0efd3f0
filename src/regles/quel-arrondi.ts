import { lireMot } from "./lire-saisie";
import type { Arrondi } from "./nombre";
import type { Refus, Saisie } from "./resultat";

const VOCABULAIRE: ReadonlyMap<string, Arrondi> = new Map([
  ["superieur", "superieur"],
  ["auplusproche", "au plus proche"],
  ["aucun", "aucun"],
]);

export const MOTS_DE_L_ARRONDI = ["supérieur", "au plus proche", "aucun"] as const;

/** L'arrondi saisi ; vide ou omis : à l'entier supérieur (arbitrage 3 : aucun texte ne le fixe). */
export function quelArrondi(saisie: Saisie): Arrondi | Refus {
  return lireMot(saisie, "arrondi", VOCABULAIRE, MOTS_DE_L_ARRONDI, "superieur");
}
