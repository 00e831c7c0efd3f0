/** Les formules natives du parc : taux, manquants, écart ; part sociale et tension. */
import {
  RESIDENCES_MAXIMUM,
  TAUX_CIBLES,
  UNITE,
  enMillioniemes,
  estRefus,
  pourcentEnMillioniemes,
  quelTauxCible,
} from "../regles";
import {
  DEMI,
  HORS_TABLE,
  REFUS,
  entierSuperieur,
  lireLitteral,
  nombre,
  refuserSi,
  si,
  table,
} from "./ecrire-formule";
import {
  effectif,
  effectifNonNul,
  effectifSous,
  refusDeLaPart,
  variation,
  zeroSiVide,
} from "./lire-arguments";

export function tauxDeLogementsSociaux(logementsSociaux: string, residences: string): string {
  const { refus, ls, rp } = lireParc(logementsSociaux, residences);
  return refuserSi(refus, `${ls}/${rp}`);
}

export function manquants(logementsSociaux: string, residences: string, cible: string): string {
  const { refus, ls, rp } = lireParc(logementsSociaux, residences);
  const aAtteindre = (pourcent: number) => `(${rp}*${pourcent}-${ls}*100)`;
  return selonLaCible(cible, ({ pourcent }) =>
    refuserSi(
      refus,
      si(`${aAtteindre(pourcent)}>0`, entierSuperieur(`ROUND(${aAtteindre(pourcent)}/100,6)`), "0")
    )
  );
}

export function ecart(cible: string, tauxLs: string): string {
  return selonLaCible(cible, ({ pourcent, enFraction }) => {
    const refus = refusDeLaPart(tauxLs, enFraction ? 1 : 100);
    if (!enFraction) refus.push(`(${tauxLs}>=${nombre(DEMI)})*(${tauxLs}<${nombre(1 - DEMI)})`);
    const points = `ROUND(${zeroSiVide(tauxLs)}*${enFraction ? 100 : 1},6)`;
    return refuserSi(refus, `ROUND(${pourcent}-${points},6)`);
  });
}

export function partSociale(variationLs: string, variationRp: string): string {
  const ls = variation(variationLs, RESIDENCES_MAXIMUM);
  const rp = effectifNonNul(variationRp, RESIDENCES_MAXIMUM);
  return refuserSi([...rp.refus, ...ls.refus], `${ls.valeur}/${rp.valeur}`);
}

export function tension(demandes: string, attributions: string): string {
  const demandeurs = effectif(demandes, RESIDENCES_MAXIMUM);
  const satisfaites = effectifNonNul(attributions, RESIDENCES_MAXIMUM);
  return refuserSi(
    [...satisfaites.refus, ...demandeurs.refus],
    `${demandeurs.valeur}/${satisfaites.valeur}`
  );
}

/** Les logements sociaux ne dépassent pas les résidences : c'est aussi leur maximum. Entre deux entiers, un demi suffit. */
function lireParc(logementsSociaux: string, residences: string) {
  const ls = effectifSous(logementsSociaux, `${residences}+0.5`);
  const rp = effectifNonNul(residences, RESIDENCES_MAXIMUM);
  return { refus: [...rp.refus, ...ls.refus], ls: ls.valeur, rp: rp.valeur };
}

interface Cible {
  pourcent: number;
  enFraction: boolean;
}

/** La formule d'un taux légal : 20 ou 25 %, en fraction ou en points ; toute autre valeur est une erreur. */
function selonLaCible(cible: string, formuleDe: (cible: Cible) => string): string {
  const litteral = lireLitteral(cible);
  if (litteral !== undefined) {
    const lue = quelTauxCible(litteral);
    return estRefus(lue) ? REFUS : formuleDe(lue);
  }
  const admises = [true, false].flatMap((enFraction) =>
    TAUX_CIBLES.map((pourcent) => ({ pourcent, enFraction }))
  );
  const formules = [...new Set(admises.map(formuleDe))];
  const seuils = admises.flatMap((admise): [number, string][] => {
    const { pourcent, enFraction } = admise;
    const valeur =
      (enFraction ? pourcentEnMillioniemes(pourcent) : enMillioniemes(pourcent)) / UNITE;
    return [
      [valeur - DEMI, String(formules.indexOf(formuleDe(admise)) + 1)],
      [valeur + DEMI, HORS_TABLE],
    ];
  });
  return `CHOOSE(${table(cible, seuils)},${formules.join(",")})`;
}
