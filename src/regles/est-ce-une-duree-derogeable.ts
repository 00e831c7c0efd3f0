import { DEROGATION, POPULATION_MAXIMUM } from "./bareme";
import { lireEffectif, lirePart } from "./lire-saisie";
import { enMillioniemes, pourcentEnMillioniemes } from "./nombre";
import { refuserTout, type Refus, type Resultat, type Saisie } from "./resultat";

export interface DureeDerogeable {
  ok: true;
  valeur: boolean;
}

/**
 * Le préfet peut-il, sur demande motivée de la commune, déroger à la durée d'un contrat abaissant ? Oui sous 5 000 habitants (5 000
 * exclus), ou si 30 à 50 % du territoire urbanisé est inconstructible (bornes comprises).
 *
 * `population` : habitants, entier de 1 à 10 000 000 ; 0 est refusé, c'est ce que donne une cellule vide. `inconstructibilite` :
 * fraction de 0 à 1 du territoire urbanisé ; vide, 0 %. Source : L. 302-8, IX, dernier alinéa.
 */
export function estCeUneDureeDerogeable(
  population: Saisie,
  inconstructibilite: Saisie
): Resultat<DureeDerogeable> {
  const habitants = lirePopulation(population);
  const part = lirePart(inconstructibilite, "inconstructibilite");
  if (typeof habitants !== "number" || typeof part !== "number") {
    return refuserTout(habitants, part);
  }
  const peuPeuplee = habitants < DEROGATION.population;
  const contrainte =
    enMillioniemes(part) >= pourcentEnMillioniemes(DEROGATION.inconstructibiliteMinimum) &&
    enMillioniemes(part) <= pourcentEnMillioniemes(DEROGATION.inconstructibiliteMaximum);
  return { ok: true, valeur: peuPeuplee || contrainte };
}

function lirePopulation(saisie: Saisie): number | Refus {
  const habitants = lireEffectif(saisie, "population", POPULATION_MAXIMUM);
  return habitants === 0 ? { code: "nul", argument: "population" } : habitants;
}
