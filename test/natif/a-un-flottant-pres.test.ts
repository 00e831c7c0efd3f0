import fc from "fast-check";
import { lireDeficit, lireEffectif, lirePart } from "../../src/regles/lire-saisie";
import { lireEcart } from "../../src/regles/quelle-situation";

/** Le nombre flottant voisin, au-dessus (+1) ou au-dessous (-1). */
const voisin = (valeur: number, sens: 1 | -1) =>
  valeur + sens * 2 ** (Math.floor(Math.log2(Math.abs(valeur) || 1)) - 52);

const sens = fc.constantFrom<1 | -1>(1, -1);

test("un entier à un flottant près est cet entier, bornes comprises", () => {
  expect(lireDeficit((0.2 - 0.15) * 10_000)).toBe(500);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), sens, (entier, vers) => {
      expect(lireEffectif(voisin(entier, vers), "deficit", 1_000_000)).toBe(entier);
    })
  );
});

test("un vrai décimal n'est pas un entier, ni un vrai négatif un zéro", () => {
  expect(lireDeficit(500.000001)).toMatchObject({ code: "pas-entier" });
  expect(lireDeficit(-0.000001)).toMatchObject({ code: "negatif" });
  expect(lireDeficit(1_000_000.000001)).toMatchObject({ code: "trop-grand" });
});

test("une part ou un écart à un flottant de sa borne y est", () => {
  fc.assert(
    fc.property(sens, (vers) => {
      expect(lirePart(voisin(1, vers), "partSociale")).toBeCloseTo(1, 12);
      expect(lireEcart(voisin(25, vers), 500)).toBeCloseTo(25, 12);
      // 100 manquants à 0,2 point supposent 50 000 résidences : c'est permis, exactement.
      expect(lireEcart(voisin(0.2, vers), 100)).toBeCloseTo(0.2, 12);
    })
  );
  expect(lireEcart(0.199999, 100)).toMatchObject({ code: "ecart-en-fraction" });
});
