import { PROJECTION_ANNEES_MAXIMUM, RESIDENCES_MAXIMUM } from "./bareme";
import { lireEffectif, lirePart, lirePositif } from "./lire-saisie";
import { UNITE, enMillioniemes } from "./nombre";
import { lireParc } from "./quel-taux-de-logements-sociaux";
import { refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

export interface Projection {
  ok: true;
  /** Taux de logements sociaux, en fraction, à la fin de la 1re année, de la 2e, etc. */
  taux: number[];
}

/**
 * Taux futurs de logements sociaux, année par année : chaque année ajoute `croissanceRp` résidences principales, dont `partSociale`
 * de logements sociaux.
 *
 * `croissanceRp` : résidences principales de plus par an, 0 ou au moins 1, au millionième (une moyenne de 133,33) ; un taux (0,01) est refusé, avec le nombre à saisir.
 * `partSociale` : fraction de 0 à 1. `annees` : entier de 1 à 30.
 * Arbitrage : linéaire, et indicatif ; aucune source ne fixe la méthode. Source : guide, trame du contrat, volet 1, 3 (« projeter les
 * tendances actuelles de l'augmentation des résidences principales et de la part du logement social dans celles-ci »).
 */
export function quelleProjection(
  logementsSociaux: Saisie,
  residencesPrincipales: Saisie,
  croissanceRp: Saisie,
  partSociale: Saisie,
  annees: Saisie
): Resultat<Projection> {
  const parc = lireParc(logementsSociaux, residencesPrincipales);
  const croissance = lireCroissance(croissanceRp, parc.ok ? parc.rp : null);
  const part = lirePart(partSociale, "partSociale");
  const duree = lireDuree(annees);
  if (
    !parc.ok ||
    typeof croissance !== "number" ||
    typeof part !== "number" ||
    typeof duree !== "number"
  ) {
    return refuserTout(...(parc.ok ? [] : parc.refus), croissance, part, duree);
  }

  // Résidences et part en millionièmes : leur produit dépasse 2^53, d'où les entiers longs.
  const [unite, pas] = [BigInt(UNITE), BigInt(enMillioniemes(croissance))];
  const [ls, rp] = [BigInt(parc.ls) * unite, BigInt(parc.rp) * unite];
  const sociale = BigInt(enMillioniemes(part));
  const taux = Array.from({ length: duree }, (_, rang) => {
    const ajoutees = pas * BigInt(rang + 1);
    return diviser(ls * unite + ajoutees * sociale, (rp + ajoutees) * unite);
  });
  return { ok: true, taux };
}

/** La fraction est d'abord réduite : ses termes, sous 2^53 pour une croissance entière, n'ont plus à être arrondis avant la division. */
function diviser(numerateur: bigint, denominateur: bigint): number {
  let [diviseur, reste] = [denominateur, numerateur % denominateur];
  while (reste > 0n) [diviseur, reste] = [reste, diviseur % reste];
  return Number(numerateur / diviseur) / Number(denominateur / diviseur);
}

/** Entre 0 et 1, la croissance a été saisie en taux : 1 % par an au lieu d'un nombre de résidences. */
function lireCroissance(saisie: Saisie, residencesPrincipales: number | null): number | Refus {
  const valeur = lirePositif(saisie, "croissanceRp", RESIDENCES_MAXIMUM);
  return typeof valeur === "number" && valeur > 0 && valeur < 1
    ? { code: "croissance-en-taux", recue: valeur, residencesPrincipales }
    : valeur;
}

function lireDuree(saisie: Saisie): number | Refus {
  const annees = lireEffectif(saisie, "annees", PROJECTION_ANNEES_MAXIMUM);
  return annees === 0 ? { code: "nul", argument: "annees" } : annees;
}
