import { BAREMES, DATE_MAXIMUM, PERIODES, type Bareme } from "./bareme";
import { anneeDuJour } from "./calendrier";
import { lirePositif } from "./lire-saisie";
import type { Refus, Saisie } from "./resultat";

/** Les années qu'on lit comme telles : en numéros de série, ce sont des jours de 1905, qu'aucune période ne couvre. */
const ANNEE_MINIMUM = 2002;
const ANNEE_MAXIMUM = 2100;

/**
 * Le barème de la période triennale qui contient une date : numéro de série d'Excel (l'heure ne compte pas), ou année seule de 2002 à
 * 2100. Une date qu'aucun barème ne couvre est refusée. Vide, ou 0 : refusé. Source : L. 302-8, I (tranches de trois ans à compter du
 * 1er janvier 2002).
 */
export function quellePeriodeACetteDate(date: Saisie): Bareme | Refus {
  const nombre = lirePositif(date, "date", DATE_MAXIMUM);
  if (typeof nombre !== "number") return nombre;
  if (nombre === 0) return { code: "nul", argument: "date" };
  const seule = Number.isInteger(nombre) && nombre >= ANNEE_MINIMUM && nombre <= ANNEE_MAXIMUM;
  const annee = seule ? nombre : anneeDuJour(nombre);
  const periode = PERIODES.find((p) => BAREMES[p].debut <= annee && annee <= BAREMES[p].fin);
  if (periode) return BAREMES[periode];
  const refus = {
    code: "periode-hors-bareme",
    recue: triennale(annee),
    couvertes: PERIODES,
  } as const;
  return annee < ANNEE_MINIMUM ? { ...refus, jour: nombre } : refus;
}

/** « 2029-2031 » ; avant 2002, où aucune tranche ne commence, l'année seule. */
function triennale(annee: number): string {
  if (annee < ANNEE_MINIMUM) return String(annee);
  const debut = annee - ((annee - ANNEE_MINIMUM) % 3);
  return `${debut}-${debut + 2}`;
}
