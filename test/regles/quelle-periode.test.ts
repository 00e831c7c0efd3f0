import { BAREMES } from "../../src/regles/bareme";
import { quellePeriode } from "../../src/regles/quelle-periode";

test.each([
  ["2020-2022", "2020-2022"],
  ["2023-2025", "2023-2025"],
  ["2026-2028", "2026-2028"],
  ["2023 – 2025", "2023-2025"],
] as const)("« %s » : le barème de %s", (saisie, periode) => {
  expect(quellePeriode(saisie)).toBe(BAREMES[periode]);
});

test.each([null, "", 0])("%p, aucune période : la dernière couverte (arbitrage 10)", (saisie) => {
  expect(quellePeriode(saisie)).toBe(BAREMES["2026-2028"]);
});

test.each([
  ["2029-2031", "2029-2031"],
  [2027, 2027],
  [true, true],
])("%p n'est pas couverte : le barème ne s'extrapole pas", (saisie, recue) => {
  expect(quellePeriode(saisie)).toEqual({
    code: "periode-hors-bareme",
    recue,
    couvertes: ["2020-2022", "2023-2025", "2026-2028"],
  });
});

test("une cellule en erreur est refusée comme telle", () => {
  expect(quellePeriode({ erreur: "#REF!" })).toEqual({
    code: "erreur-de-cellule",
    argument: "periode",
    erreur: "#REF!",
  });
});
