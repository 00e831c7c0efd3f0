import { BORNE_BASSE, BORNE_HAUTE, type Tranche } from "./bareme";
import { UNITE, enMillioniemes } from "./nombre";

/**
 * La tranche de rythme d'un écart en points, strictement positif : plus de 4, de 2 à 4 (bornes comprises), moins de 2.
 * L'écart est ramené au millionième avant toute comparaison : 25 − 21 et (0,25 − 0,21) × 100 valent tous deux 4.
 */
export function quelleTranche(ecart: number): Tranche {
  const millioniemes = enMillioniemes(ecart);
  if (millioniemes > BORNE_HAUTE * UNITE) return "plusDe4";
  return millioniemes >= BORNE_BASSE * UNITE ? "de2a4" : "moinsDe2";
}

/** Vrai à 4,00 points exactement, où les annexes 1 et 2 du guide se contredisent (arbitrage 2). */
export function estALaBorneHaute(ecart: number): boolean {
  return enMillioniemes(ecart) === BORNE_HAUTE * UNITE;
}
