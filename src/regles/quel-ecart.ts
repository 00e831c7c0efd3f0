import { lireNombre } from "./lire-saisie";
import { UNITE, enMillioniemes } from "./nombre";
import { quelTauxCible } from "./quel-taux-cible";
import { refuser, type Resultat, type Saisie } from "./resultat";

export interface Ecart {
  ok: true;
  /** Points ; négatif si la commune dépasse son taux légal. */
  valeur: number;
  /** Pour-cent. */
  cible: number;
  tauxLs: number;
}

/**
 * Écart au taux légal, en points : taux légal moins taux de logements sociaux. L'unité se déduit du taux légal (0,20 et 0,25, ou 20
 * et 25) ; un taux de logements sociaux qui n'est visiblement pas dans la même unité est refusé. Source : L. 302-8, VII.
 */
export function quelEcart(tauxCible: Saisie, tauxLs: Saisie): Resultat<Ecart> {
  const cible = quelTauxCible(tauxCible);
  const taux = lireNombre(tauxLs, "tauxLs");
  if ("code" in cible) return typeof taux === "number" ? refuser(cible) : refuser(cible, taux);
  if (typeof taux !== "number") return refuser(taux);
  const millioniemes = enMillioniemes(taux);
  if (millioniemes < 0) return refuser({ code: "negatif", argument: "tauxLs", valeur: taux });

  const { pourcent, enFraction } = cible;
  // En points, un taux entre 0 et 1 serait « 0,15 % de logements sociaux » : presque sûrement 15 % au format %.
  const melange = enFraction
    ? millioniemes > UNITE
    : millioniemes > 100 * UNITE || (millioniemes > 0 && millioniemes < UNITE);
  if (melange) {
    return refuser({
      code: "unites-melangees",
      tauxCible: enFraction ? pourcent / 100 : pourcent,
      tauxLs: taux,
    });
  }
  const enPoints = Math.round(taux * (enFraction ? 100 : 1) * UNITE);
  return {
    ok: true,
    valeur: (pourcent * UNITE - enPoints) / UNITE,
    cible: pourcent,
    tauxLs: enPoints / UNITE,
  };
}
