/* global CustomFunctions */
import { UNITE, type Resultat } from "../regles";
import { erreurDeRefus } from "./erreurs";
import type { Sortie } from "./etaler";
import { lecteurDeMots, sontLus, type Mots, type SaisiesDeMots } from "./vocabulaire";

/** La valeur d'un résultat, ou l'erreur de son refus. */
export function rendre(resultat: Resultat<{ ok: true; valeur: number | boolean }>): Sortie {
  return resultat.ok ? resultat.valeur : erreurDeRefus(resultat.refus);
}

/** Le taux d'un résultat, en fraction, ou l'erreur de son refus. */
export function rendreTaux(resultat: Resultat<{ ok: true; taux: number }>): Sortie {
  return resultat.ok ? resultat.taux / UNITE : erreurDeRefus(resultat.refus);
}

/** Un calcul qui demande aussi des mots (type, arrondi, lecture, période) : s'ils ne se lisent pas, la cellule est refusée. */
export function avecMots<S extends SaisiesDeMots, Reponse>(
  calculer: (saisies: S, mots: Mots) => Reponse
): (saisies: S) => Reponse | CustomFunctions.Error {
  const lire = lecteurDeMots();
  return (saisies) => {
    const mots = lire(saisies);
    return sontLus(mots) ? calculer(saisies, mots) : erreurDeRefus(mots);
  };
}
