import { TAUX_CIBLES } from "./bareme";
import { lireNombre } from "./lire-saisie";
import { enMillioniemes, pourcentEnMillioniemes } from "./nombre";
import type { Refus, Saisie } from "./resultat";

/** Le taux légal de logements sociaux, et l'unité dans laquelle il a été saisi. */
export interface TauxCible {
  /** 20 ou 25. */
  pourcent: number;
  /** Vrai si la cellule vaut 0,20 ou 0,25 (format %), faux si elle vaut 20 ou 25. */
  enFraction: boolean;
}

/** 20 % ou 25 %, saisis en fraction ou en points ; toute autre valeur est refusée (L. 302-5), et 0 comme une cellule vide. */
export function quelTauxCible(saisie: Saisie): TauxCible | Refus {
  const valeur = lireNombre(saisie, "tauxCible");
  if (typeof valeur !== "number") return valeur;
  const millioniemes = enMillioniemes(valeur);
  if (millioniemes === 0) return { code: "nul", argument: "tauxCible" };
  for (const pourcent of TAUX_CIBLES) {
    if (millioniemes === pourcentEnMillioniemes(pourcent)) return { pourcent, enFraction: true };
    if (millioniemes === enMillioniemes(pourcent)) return { pourcent, enFraction: false };
  }
  return { code: "cible-inconnue", recue: valeur };
}
