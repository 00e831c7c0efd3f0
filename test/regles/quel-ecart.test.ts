import fc from "fast-check";
import { quelEcart } from "../../src/regles/quel-ecart";

test.each([
  [0.2, 0.145, 5.5, 14.5],
  [20, 14.5, 5.5, 14.5],
  [0.25, 0.21, 4, 21],
  [25, 26, -1, 26],
  [0.2, 0, 20, 0],
  [20, 0, 20, 0],
  [20, 1, 19, 1],
  [0.2, 1, -80, 100],
  [20, 100, -80, 100],
])(
  "taux légal %d, taux de logements sociaux %d : écart de %d point(s)",
  (cible, ls, valeur, enPoints) => {
    expect(quelEcart(cible, ls)).toEqual({
      ok: true,
      valeur,
      cible: cible < 1 ? cible * 100 : cible,
      tauxLs: enPoints,
    });
  }
);

test("la même commune a le même écart en pour-cent et en points, au millionième", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 1_000_000 }), (dixMilliemes) => {
      const enPoints = quelEcart(25, dixMilliemes / 10_000);
      expect(quelEcart(0.25, dixMilliemes / 1_000_000)).toEqual(enPoints);
      expect(enPoints).toMatchObject({ valeur: (250_000 - dixMilliemes) / 10_000 });
    })
  );
});

test.each([
  [20, 0.145],
  [20, 0.999],
  [20, 100.5],
  [0.2, 14.5],
  [0.2, 1.001],
])("taux légal %d et taux de logements sociaux %d : pas la même unité", (tauxCible, tauxLs) => {
  expect(quelEcart(tauxCible, tauxLs)).toEqual({
    ok: false,
    refus: [{ code: "unites-melangees", tauxCible, tauxLs }],
  });
});

const PAS_UN_NOMBRE = { code: "pas-un-nombre", argument: "tauxLs", recu: "NC" };
const CIBLE_INCONNUE = { code: "cible-inconnue", recue: 30 };

test.each([
  [30, 14.5, [CIBLE_INCONNUE]],
  [20, "NC", [PAS_UN_NOMBRE]],
  [30, "NC", [CIBLE_INCONNUE, PAS_UN_NOMBRE]],
  [20, -1, [{ code: "negatif", argument: "tauxLs", valeur: -1 }]],
])("taux légal %p et taux %p : toutes les raisons du refus", (cible, taux, refus) => {
  expect(quelEcart(cible, taux)).toEqual({ ok: false, refus });
});
