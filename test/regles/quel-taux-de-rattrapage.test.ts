import { BAREMES } from "../../src/regles/bareme";
import { quelTauxDeRattrapage, tauxLegal } from "../../src/regles/quel-taux-de-rattrapage";

/** Guide, annexe 1 : le taux pour un écart de plus de 4 points, de 2 à 4, de moins de 2. Lecture « loi » : L. 302-8, X, al. 2. */
describe.each(["2023-2025", "2026-2028"] as const)("barème %s", (periode) => {
  const bareme = BAREMES[periode];

  test.each([
    ["legal", "guide", 0.33, 0.5, 1],
    ["abaissant", "guide", 0.25, 0.4, 0.8],
    ["abaissant", "loi", 0.25, 0.4, 0.8],
    ["mutualisant", "guide", 0.17, 0.25, 0.5],
    ["mutualisant", "loi", 0.165, 0.25, 0.5],
    ["rehausse", "guide", 0.33, 0.5, 1],
  ] as const)("%s, lecture « %s » : %d, %d ou %d", (type, lecture, plusDe4, de2a4, moinsDe2) => {
    for (const [ecart, tranche, taux] of [
      [5, "plusDe4", plusDe4],
      [3, "de2a4", de2a4],
      [1, "moinsDe2", moinsDe2],
    ] as const) {
      expect(quelTauxDeRattrapage(ecart, type, lecture, bareme)).toEqual({
        ok: true,
        taux: Math.round(taux * 1_000_000),
        ecart,
        tranche,
        type,
        lecture,
        bareme,
      });
    }
  });

  test.each([
    ["entrante-1", 150_000],
    ["entrante-2", 250_000],
    ["entrante-cours", 100_000],
  ] as const)("%s : %d millionièmes, sans lire l'écart", (type, taux) => {
    for (const saisie of [5, 1, null, "NC"]) {
      expect(quelTauxDeRattrapage(saisie, type, "guide", bareme)).toEqual({
        ok: true,
        taux,
        ecart: null,
        tranche: null,
        type,
        lecture: "guide",
        bareme,
      });
    }
  });
});

test("avant la loi 3DS, 50 % quel que soit l'écart (plaquette)", () => {
  for (const tranche of ["plusDe4", "de2a4", "moinsDe2"] as const) {
    expect(tauxLegal(tranche, BAREMES["2020-2022"])).toBe(500_000);
  }
});

test.each([
  ["écart nul", 0, [{ code: "ecart-nul", deficit: null, ecart: 0 }]],
  ["écart illisible", "NC", [{ code: "pas-un-nombre", argument: "ecart", recu: "NC" }]],
])("refusé : %s", (_cas, ecart, refus) => {
  const reponse = quelTauxDeRattrapage(ecart, "legal", "guide", BAREMES["2026-2028"]);
  expect(reponse).toEqual({ ok: false, refus });
});

test("un contrat d'avant la loi 3DS est refusé, avec les autres raisons", () => {
  const horsPeriode = { code: "type-hors-periode", type: "abaissant", periode: "2020-2022" };
  const bareme = BAREMES["2020-2022"];
  expect(quelTauxDeRattrapage(5, "abaissant", "guide", bareme)).toEqual({
    ok: false,
    refus: [horsPeriode],
  });
  expect(quelTauxDeRattrapage(0, "abaissant", "guide", bareme)).toEqual({
    ok: false,
    refus: [{ code: "ecart-nul", deficit: null, ecart: 0 }, horsPeriode],
  });
});
