import { DEFICIT_MAXIMUM, QUALITE } from "./bareme";
import type { PartQualitative } from "./combien-de-plai-au-moins";
import { lireNombre, lirePositif, normaliserMot } from "./lire-saisie";
import { UNITE, enMillioniemes, pourcentEnMillioniemes } from "./nombre";
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
  const pourcent = quelPlafond(tauxLs, plh);
  if (typeof nombre !== "number") {
    return typeof pourcent === "number" ? refuser(nombre) : refuser(nombre, pourcent);
  }
  if (typeof pourcent !== "number") return refuser(pourcent);
  const valeur = Math.floor((enMillioniemes(nombre) * pourcent) / (UNITE * 100));
  return { ok: true, valeur, objectif: nombre, taux: pourcentEnMillioniemes(pourcent) };
}

function quelPlafond(tauxLs: Saisie, plh: Saisie): number | Refus {
  const couverte = lireOuiNon(plh);
  if (typeof couverte === "object" && couverte !== null) return couverte;
  if (tauxLs === null || tauxLs === "") {
    return couverte === false ? { code: "taux-ls-requis" } : QUALITE.plsMaximum;
  }
  const taux = lireNombre(tauxLs, "tauxLs");
  if (typeof taux !== "number") return taux;
  if (taux < 0) return { code: "negatif", argument: "tauxLs", valeur: taux };
  if (taux > 1) return { code: "taux-superieur-a-1", argument: "tauxLs", valeur: taux };
  if (couverte === true) return QUALITE.plsMaximum;
  if (enMillioniemes(taux) >= pourcentEnMillioniemes(QUALITE.seuilDeReduction))
    return QUALITE.plsMaximum;
  return couverte === false ? QUALITE.plsMaximumReduit : { code: "plh-requis", tauxLs: taux };
}

const OUI_NON: ReadonlyMap<string, boolean> = new Map([
  ["oui", true],
  ["vrai", true],
  ["non", false],
  ["faux", false],
]);

/** `null` : pas de réponse. Une cellule vide (0 sur Excel de bureau) n'est pas une réponse. */
function lireOuiNon(saisie: Saisie): boolean | Refus | null {
  if (typeof saisie === "boolean") return saisie;
  if (saisie === null || saisie === "" || saisie === 0) return null;
  if (typeof saisie === "object")
    return { code: "erreur-de-cellule", argument: "plh", erreur: saisie.erreur };
  const mot = OUI_NON.get(normaliserMot(String(saisie)));
  return (
    mot ?? {
      code: "mot-inconnu",
      argument: "plh",
      recu: String(saisie),
      acceptes: ["VRAI", "FAUX"],
    }
  );
}
