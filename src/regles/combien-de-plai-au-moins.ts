import { DEFICIT_MAXIMUM, QUALITE } from "./bareme";
import { UNITE, enMillioniemes, pourcentEnMillioniemes } from "./nombre";
import { lirePositif } from "./lire-saisie";
import { refuser, type Resultat, type Saisie } from "./resultat";

export interface PartQualitative {
  ok: true;
  /** Logements, entier. */
  valeur: number;
  objectif: number;
  /** Millionièmes. */
  taux: number;
}

/**
 * Nombre minimal de PLAI pour un objectif : 30 %, arrondi à l'entier supérieur (arbitrages 3 et 11).
 * `objectif` : l'objectif retenu, en logements, de 0 à 1 000 000. Source : L. 302-8, III.
 */
export function combienDePlaiAuMoins(objectif: Saisie): Resultat<PartQualitative> {
  const nombre = lirePositif(objectif, "objectif", DEFICIT_MAXIMUM);
  if (typeof nombre !== "number") return refuser(nombre);
  const taux = pourcentEnMillioniemes(QUALITE.plaiMinimum);
  // L'objectif peut être décimal (option « aucun » arrondi) : le produit se fait au millionième, et reste sous 2^53.
  const valeur = Math.ceil((enMillioniemes(nombre) * QUALITE.plaiMinimum) / (UNITE * 100));
  return { ok: true, valeur, objectif: nombre, taux };
}
