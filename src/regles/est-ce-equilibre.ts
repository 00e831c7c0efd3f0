import { DEFICIT_MAXIMUM } from "./bareme";
import { lirePositif } from "./lire-saisie";
import { UNITE, enMillioniemes, sommer } from "./nombre";
import { estRefus, refuser, refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

export interface Equilibre {
  ok: true;
  avant: number;
  apres: number;
  /** Logements de trop (≥ 0 : équilibré) ou manquants (< 0). */
  marge: number;
}

/**
 * L'équilibre d'un EPCI : somme des objectifs après mutualisation moins somme des objectifs légaux. L'égalité suffit.
 * Une cellule vide ou à 0 ne compte pas, et une plage qui n'a qu'elles est refusée : sans objectif, rien n'est équilibré. Une cellule
 * illisible rend le bilan impossible. Source : L. 302-8, X, al. 3.
 */
export function estCeEquilibre(
  avant: readonly Saisie[],
  apres: readonly Saisie[]
): Resultat<Equilibre> {
  const lusAvant = avant.map((saisie) => lirePositif(saisie, "objectifsAvant", DEFICIT_MAXIMUM));
  const lusApres = apres.map((saisie) => lirePositif(saisie, "objectifsApres", DEFICIT_MAXIMUM));
  const plusLongue = avant.length < apres.length ? apres : avant;
  const lignes = plusLongue.flatMap((_, rang) => {
    const refus = [lusAvant[rang], lusApres[rang]].filter(estRefus);
    return refus.length > 0 ? [{ ligne: rang + 1, refus }] : [];
  });
  if (lignes.length > 0) return refuser({ code: "lignes-illisibles", lignes });

  const [sommeAvant, sommeApres] = [sommerLus(lusAvant), sommerLus(lusApres)];
  const vides: Refus[] = [];
  if (sommeAvant === 0) vides.push({ code: "vide", argument: "objectifsAvant" });
  if (sommeApres === 0) vides.push({ code: "vide", argument: "objectifsApres" });
  if (vides.length > 0) return refuserTout(...vides);
  return {
    ok: true,
    avant: sommeAvant / UNITE,
    apres: sommeApres / UNITE,
    marge: (sommeApres - sommeAvant) / UNITE,
  };
}

/** En millionièmes, pour que des objectifs décimaux s'additionnent sans erreur. */
function sommerLus(lus: readonly (number | Refus)[]): number {
  return sommer(lus.map((lu) => (estRefus(lu) ? 0 : enMillioniemes(lu))));
}
