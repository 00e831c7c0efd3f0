import fc from "fast-check";
import { estCeUneDureeDerogeable } from "../../src/regles/est-ce-une-duree-derogeable";

test("moins de 5 000 habitants, ou de 30 à 50 % inconstructibles, bornes comprises", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 1000 }),
      (population, milliemes) => {
        expect(estCeUneDureeDerogeable(population, milliemes / 1000)).toEqual({
          ok: true,
          valeur: population < 5000 || (milliemes >= 300 && milliemes <= 500),
        });
      }
    )
  );
});

test.each([
  [0, 0.4, ["nul"]],
  [null, 40, ["nul", "taux-superieur-a-1"]],
  [-1, -0.1, ["negatif", "negatif"]],
  [4999.5, 0, ["pas-entier"]],
  [10_000_001, "40 %", ["trop-grand", "pas-un-nombre"]],
])("population %p, inconstructibilité %p : %p", (population, inconstructibilite, codes) => {
  const reponse = estCeUneDureeDerogeable(population, inconstructibilite);
  expect(reponse.ok ? [] : reponse.refus.map(({ code }) => code)).toEqual(codes);
});

test.each([
  [4999, 0, true],
  [5000, 0, false],
  [5000, null, false],
  [5000, 0.3, true],
  [5000, 0.5, true],
  [5000, 0.299999, false],
  [5000, 0.500001, false],
  [10_000_000, 0.4, true],
])("%p habitants, %p d'inconstructible : %p", (population, inconstructibilite, valeur) => {
  expect(estCeUneDureeDerogeable(population, inconstructibilite)).toEqual({ ok: true, valeur });
});

test.each([
  [0, 0.4, { code: "nul", argument: "population" }],
  ["NC", 0.4, { code: "pas-un-nombre", argument: "population" }],
  [5000, "NC", { code: "pas-un-nombre", argument: "inconstructibilite" }],
])("une seule saisie illisible suffit : %p, %p", (population, inconstructibilite, refus) => {
  expect(estCeUneDureeDerogeable(population, inconstructibilite)).toMatchObject({ refus: [refus] });
});
