import { RESIDENCES_MAXIMUM } from "./bareme";
import { lireEffectif } from "./lire-saisie";
import { refuser, refuserTout, type Resultat, type Saisie } from "./resultat";

export interface TauxDeLogementsSociaux {
  ok: true;
  /** Fraction de 0 à 1. */
  valeur: number;
  logementsSociaux: number;
  residencesPrincipales: number;
}

/** Lit un parc : logements sociaux et résidences principales, entiers, les premiers parmi les secondes. */
export function lireParc(
  logementsSociaux: Saisie,
  residencesPrincipales: Saisie
): Resultat<{ ok: true; ls: number; rp: number }> {
  const ls = lireEffectif(logementsSociaux, "logementsSociaux", RESIDENCES_MAXIMUM);
  const rp = lireEffectif(residencesPrincipales, "residencesPrincipales", RESIDENCES_MAXIMUM);
  if (typeof ls !== "number" || typeof rp !== "number") {
    return refuserTout(ls, rp);
  }
  if (rp === 0) return refuser({ code: "sans-residence" });
  if (ls > rp)
    return refuser({ code: "inverses", logementsSociaux: ls, residencesPrincipales: rp });
  return { ok: true, ls, rp };
}

/**
 * Part des logements sociaux dans les résidences principales. Refuse plus de logements sociaux que de résidences (« inversés ? »).
 * Source : L. 302-5.
 */
export function quelTauxDeLogementsSociaux(
  logementsSociaux: Saisie,
  residencesPrincipales: Saisie
): Resultat<TauxDeLogementsSociaux> {
  const parc = lireParc(logementsSociaux, residencesPrincipales);
  if (!parc.ok) return parc;
  return {
    ok: true,
    valeur: parc.ls / parc.rp,
    logementsSociaux: parc.ls,
    residencesPrincipales: parc.rp,
  };
}
