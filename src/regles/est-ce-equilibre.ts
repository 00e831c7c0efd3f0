import { DEFICIT_MAXIMUM } from "./bareme";
import { lirePositif } from "./lire-saisie";
import { UNITE, enMillioniemes } from "./nombre";
import { refuser, type Argument, type Refus, type Resultat, type Saisie } from "./resultat";

export interface Equilibre {
  ok: true;
  avant: number;
  apres: number;
  /** Logements de trop (≥ 0 : équilibré) ou manquants (< 0). */
  marge: number;
}

/**
 * L'équilibre d'un EPCI : somme des objectifs après mutualisation moins somme des objectifs légaux. L'égalité suffit.
 * Une cellule vide ne compte pas ; une cellule illisible rend le bilan impossible. Source : L. 302-8, X, al. 3.
 */
export function estCeEquilibre(
  avant: readonly Saisie[],
  apres: readonly Saisie[]
): Resultat<Equilibre> {
  const refus: Refus[] = [];
  const sommeAvant = sommer(avant, "objectifsAvant", refus);
  const sommeApres = sommer(apres, "objectifsApres", refus);
  const [premier, ...autres] = refus;
  if (premier) return refuser(premier, ...autres);
  return {
    ok: true,
    avant: sommeAvant / UNITE,
    apres: sommeApres / UNITE,
    marge: (sommeApres - sommeAvant) / UNITE,
  };
}

/** En millionièmes, pour que des objectifs décimaux s'additionnent sans erreur. */
function sommer(saisies: readonly Saisie[], argument: Argument, refus: Refus[]): number {
  let somme = 0;
  let lus = 0;
  for (const saisie of saisies) {
    if (saisie === null || saisie === "") continue;
    const nombre = lirePositif(saisie, argument, DEFICIT_MAXIMUM);
    if (typeof nombre !== "number") refus.push(nombre);
    else somme += enMillioniemes(nombre);
    lus += 1;
  }
  if (lus === 0) refus.push({ code: "vide", argument });
  return somme;
}
