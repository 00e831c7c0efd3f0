import { anneeDuJour, premierJanvier } from "../../src/regles/calendrier";

const JOUR = 86_400_000;
/** Le numéro de série d'Excel, par l'horloge de JavaScript : les règles comptent sans elle. */
const serie = (annee: number, mois: number, jour: number): number =>
  (Date.UTC(annee, mois - 1, jour) - Date.UTC(1899, 11, 30)) / JOUR;

test("le 1er janvier 2026 est le 46 023 ; tous ceux de 1901 à 2400 sont ceux de l'horloge", () => {
  expect(premierJanvier(2026)).toBe(46_023);
  const annees = Array.from({ length: 500 }, (_, rang) => 1901 + rang);
  expect(annees.map(premierJanvier)).toEqual(annees.map((annee) => serie(annee, 1, 1)));
});

test("chaque jour, du 1er mars 1900 à la fin de 2100, a l'année de l'horloge, jusqu'à minuit", () => {
  const faux: number[] = [];
  for (let jour = serie(1900, 3, 1); jour <= serie(2100, 12, 31); jour++) {
    const annee = new Date(Date.UTC(1899, 11, 30) + jour * JOUR).getUTCFullYear();
    if (anneeDuJour(jour) !== annee || anneeDuJour(jour + 0.999) !== annee) faux.push(jour);
  }
  expect(faux).toEqual([]);
});

test("le dernier jour qu'Excel sache écrire est en 9999, le premier en 1900", () => {
  expect([anneeDuJour(1), anneeDuJour(2_958_465)]).toEqual([1900, 9999]);
});
