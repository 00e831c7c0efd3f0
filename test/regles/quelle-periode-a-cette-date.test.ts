import { BAREMES } from "../../src/regles/bareme";
import { premierJanvier } from "../../src/regles/calendrier";
import { quellePeriodeACetteDate } from "../../src/regles/quelle-periode-a-cette-date";

test.each([
  ["2020-2022", 2020, 2022],
  ["2023-2025", 2023, 2025],
  ["2026-2028", 2026, 2028],
] as const)("%s va du 1er janvier %i au 31 décembre %i, minuit exclu", (periode, debut, fin) => {
  expect(quellePeriodeACetteDate(premierJanvier(debut))).toBe(BAREMES[periode]);
  expect(quellePeriodeACetteDate(premierJanvier(fin + 1) - 0.001)).toBe(BAREMES[periode]);
});

test("une année seule, de 2002 à 2100, a la période de ses jours, ou le même refus", () => {
  for (let annee = 2002; annee <= 2100; annee++) {
    expect(quellePeriodeACetteDate(annee)).toEqual(
      quellePeriodeACetteDate(premierJanvier(annee) + 180)
    );
  }
});

test.each([
  ["la veille de 2020", premierJanvier(2020) - 1, "2017-2019"],
  ["le lendemain de 2028", premierJanvier(2029), "2029-2031"],
  ["le premier jour compté", premierJanvier(2002), "2002-2004"],
])("hors du barème, la période est dite : %s", (_quand, date, recue) => {
  expect(quellePeriodeACetteDate(date)).toEqual({
    code: "periode-hors-bareme",
    recue,
    couvertes: ["2020-2022", "2023-2025", "2026-2028"],
  });
});

test.each([
  ["la veille du premier jour compté", premierJanvier(2002) - 1, "2001"],
  ["2001, qui n'est pas une année mais un jour", 2001, "1905"],
  ["2101, de même", 2101, "1905"],
  ["2026,5, de même", 2026.5, "1905"],
])("avant la première tranche, le jour lu est dit : %s", (_quand, jour, recue) => {
  expect(quellePeriodeACetteDate(jour)).toEqual({
    code: "periode-hors-bareme",
    recue,
    jour,
    couvertes: ["2020-2022", "2023-2025", "2026-2028"],
  });
});

test.each([
  [null, "nul"],
  [0, "nul"],
  [-1, "negatif"],
  ["15/06/2026", "pas-un-nombre"],
  [true, "pas-un-nombre"],
  [2_958_466, "trop-grand"],
  [2_958_465, "periode-hors-bareme"],
  [1, "periode-hors-bareme"],
  [{ erreur: "#REF!" }, "erreur-de-cellule"],
])("la date %p est refusée : %s", (saisie, code) => {
  expect(quellePeriodeACetteDate(saisie)).toMatchObject({ code });
});

test("un refus nomme l'argument « date »", () => {
  expect(quellePeriodeACetteDate(null)).toEqual({ code: "nul", argument: "date" });
  expect(quellePeriodeACetteDate(-1)).toEqual({ code: "negatif", argument: "date", valeur: -1 });
});
