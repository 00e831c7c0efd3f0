import { DEFICIT_MAXIMUM, QUALITE } from "./bareme";
import type { PartQualitative } from "./combien-de-plai-au-moins";
import { lireOuiNon, lirePart, lirePositif } from "./lire-saisie";
import { enMillioniemes, partInferieure, pourcentEnMillioniemes } from "./nombre";
import { refuser, type Refus, type Resultat, type Saisie } from "./resultat";

/**
 * Nombre maximal de PLS et assimilés pour un objectif : 30 %, ramenés à 20 % si la commune a moins de 10 % de logements sociaux et
 * n'est pas couverte par un PLH ; arrondi à l'entier inférieur (arbitrages 3, 9 et 11).
 *
 * `tauxLs` : fraction de 0 à 1. `plh` : VRAI ou FAUX (« oui », « non »). Sans l'un ni l'autre, le cas général : 30 %. Sous 10 % sans
 * savoir s'il y a un PLH, ou sans PLH ni taux : refus qui demande ce qui manque. Source : L. 302-8, III.
 */
export function combienDePlsAuPlus(
  objectif: Saisie,
  tauxLs: Saisie,
  plh: Saisie
): Resultat<PartQualitative> {
  const nombre = lirePositif(objectif, "objectif", DEFICIT_MAXIMUM);
  const pourcent = quelPlafondDePls(tauxLs, plh);
  if (typeof nombre !== "number") {
    return typeof pourcent === "number" ? refuser(nombre) : refuser(nombre, pourcent);
  }
  if (typeof pourcent !== "number") return refuser(pourcent);
  const taux = pourcentEnMillioniemes(pourcent);
  return { ok: true, valeur: partInferieure(nombre, taux), objectif: nombre, taux };
}

/** La part maximale de PLS et assimilés, en pour-cent : 30, ou 20 sous 10 % de logements sociaux et sans PLH. */
export function quelPlafondDePls(tauxLs: Saisie, plh: Saisie): number | Refus {
  const couverte = lireOuiNon(plh, "plh");
  if (typeof couverte === "object" && couverte !== null) return couverte;
  if (tauxLs === null || tauxLs === "") {
    return couverte === false ? { code: "taux-ls-requis" } : QUALITE.plsMaximum;
  }
  const taux = lirePart(tauxLs, "tauxLs");
  if (typeof taux !== "number") return taux;
  if (couverte === true) return QUALITE.plsMaximum;
  if (enMillioniemes(taux) >= pourcentEnMillioniemes(QUALITE.seuilDeReduction))
    return QUALITE.plsMaximum;
  return couverte === false ? QUALITE.plsMaximumReduit : { code: "plh-requis", tauxLs: taux };
}
