import { ECART_MAXIMUM, FRACTION_PROBABLE, type Bareme, type Tranche } from "./bareme";
import { lireDeficit, lireNombre } from "./lire-saisie";
import { UNITE, enMillioniemes } from "./nombre";
import { estEntrante, type TypeDeSituation } from "./quel-type-de-situation";
import { quelleTranche } from "./quelle-tranche";
import { refuser, refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

/** Une commune et son déficit, vérifiés. */
export interface Situation {
  ok: true;
  deficit: number;
  /** En points ; `null` pour une nouvelle entrante, dont le taux n'en dépend pas. */
  ecart: number | null;
  /** `null` si l'écart ne joue pas : nouvelle entrante, ou aucun logement manquant. */
  tranche: Tranche | null;
}

/** Vérifie qu'un écart lu en points est plausible (arbitrage 7). `deficit` : nombre de manquants, ou `null` s'il n'est pas connu. */
export function lireEcart(saisie: Saisie, deficit: number | null): number | Refus {
  const ecart = lireNombre(saisie, "ecart");
  if (typeof ecart !== "number") return ecart;
  const millioniemes = enMillioniemes(ecart);
  if (millioniemes > ECART_MAXIMUM * UNITE) {
    return { code: "trop-grand", argument: "ecart", valeur: ecart, maximum: ECART_MAXIMUM };
  }
  if (deficit === 0) return ecart;
  if (millioniemes <= 0) return { code: "ecart-nul", deficit, ecart };
  if (
    deficit !== null &&
    millioniemes <= FRACTION_PROBABLE.ecart * UNITE &&
    deficit * 100 * UNITE > FRACTION_PROBABLE.residences * millioniemes
  ) {
    return { code: "ecart-en-fraction", deficit, ecart };
  }
  return ecart;
}

/** Un type aménagé n'existe que dans une période où la loi l'a prévu. */
export function verifierType(type: TypeDeSituation, bareme: Bareme): Refus | null {
  if (type === "legal" || bareme.amenagements) return null;
  return { code: "type-hors-periode", type, periode: bareme.periode };
}

/**
 * La situation d'une commune : nombre de logements manquants (entier) et écart au taux légal (points).
 * Déficit et écart tous deux nuls : aucune obligation. L'un sans l'autre est contradictoire, et refusé : c'est aussi ce que donne
 * une cellule vide.
 */
export function quelleSituation(
  deficit: Saisie,
  ecart: Saisie,
  type: TypeDeSituation,
  bareme: Bareme
): Resultat<Situation> {
  const nombre = lireDeficit(deficit);
  const horsPeriode = verifierType(type, bareme);
  const connu = typeof nombre === "number" ? nombre : null;
  // Une nouvelle entrante a un taux de droit : son écart n'est pas lu.
  const points = estEntrante(type) ? null : lireEcart(ecart, connu);

  if (
    typeof nombre !== "number" ||
    horsPeriode ||
    (points !== null && typeof points !== "number")
  ) {
    return refuserTout(nombre, points, horsPeriode);
  }
  if (points === null) return { ok: true, deficit: nombre, ecart: null, tranche: null };
  if (nombre > 0)
    return { ok: true, deficit: nombre, ecart: points, tranche: quelleTranche(points) };
  if (enMillioniemes(points) > 0) return refuser({ code: "deficit-nul", ecart: points });
  return { ok: true, deficit: 0, ecart: points, tranche: null };
}
