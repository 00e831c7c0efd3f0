import { lireMot } from "./lire-saisie";
import type { Refus, Saisie } from "./resultat";

/**
 * Comment lire le plancher mutualisant (arbitrage 4) : « guide », 17 % du déficit, par défaut ; « loi », la moitié de l'objectif
 * légal (500 manquants : 82,5, donc 83, et non 85).
 */
export type Lecture = "guide" | "loi";

export const MOTS_DE_LA_LECTURE = ["guide", "loi"] as const;

const VOCABULAIRE: ReadonlyMap<string, Lecture> = new Map(
  MOTS_DE_LA_LECTURE.map((mot) => [mot, mot])
);

/** La lecture saisie ; vide ou omise : le guide. */
export function quelleLecture(saisie: Saisie): Lecture | Refus {
  return lireMot(saisie, "lecture", VOCABULAIRE, MOTS_DE_LA_LECTURE, "guide");
}
