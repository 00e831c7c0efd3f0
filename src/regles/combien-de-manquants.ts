import { partSuperieure, pourcentEnMillioniemes } from "./nombre";
import { quelTauxCible } from "./quel-taux-cible";
import { lireParc } from "./quel-taux-de-logements-sociaux";
import { refuser, type Resultat, type Saisie } from "./resultat";

export interface Manquants {
  ok: true;
  /** Logements, entier ≥ 0. */
  valeur: number;
  logementsSociaux: number;
  residencesPrincipales: number;
  /** 20 ou 25. */
  cible: number;
}

/**
 * Nombre de logements sociaux manquants : le plus petit entier qui atteint le taux légal, jamais négatif (arbitrage 5).
 * Le nombre notifié par le préfet prime sur ce recalcul. Source : L. 302-5 ; L. 302-8, I.
 */
export function combienDeManquants(
  logementsSociaux: Saisie,
  residencesPrincipales: Saisie,
  tauxCible: Saisie
): Resultat<Manquants> {
  const parc = lireParc(logementsSociaux, residencesPrincipales);
  const cible = quelTauxCible(tauxCible);
  if (!parc.ok) return "code" in cible ? { ok: false, refus: [...parc.refus, cible] } : parc;
  if ("code" in cible) return refuser(cible);
  const requis = partSuperieure(parc.rp, pourcentEnMillioniemes(cible.pourcent));
  return {
    ok: true,
    valeur: Math.max(0, requis - parc.ls),
    logementsSociaux: parc.ls,
    residencesPrincipales: parc.rp,
    cible: cible.pourcent,
  };
}
