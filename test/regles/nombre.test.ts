import fc from "fast-check";
import {
  arrondirPart,
  enMillioniemes,
  partAuPlusProche,
  partInferieure,
  partSuperieure,
  pourcentEnMillioniemes,
} from "../../src/regles/nombre";

const UN_MILLION = 1_000_000n;
const logements = fc.integer({ min: 0, max: 1_000_000 });
const taux = fc.integer({ min: 0, max: 2_000_000 });

test("un décimal est ramené au millionième le plus proche", () => {
  expect(enMillioniemes(0.29 - 0.04)).toBe(250_000);
  expect(enMillioniemes(4.0000004)).toBe(4_000_000);
  expect(enMillioniemes(3.9999996)).toBe(4_000_000);
  expect(enMillioniemes(-1.5)).toBe(-1_500_000);
});

test("33 % vaut 330 000 millionièmes exactement, jamais un tiers (arbitrage 1)", () => {
  expect(pourcentEnMillioniemes(33)).toBe(330_000);
});

test.each([
  [500, 0.33, 165, 165, 165],
  [620, 0.33, 205, 205, 204.6],
  [301, 0.33, 100, 99, 99.33],
  [600, 0.17, 102, 102, 102],
  [301, 0.5, 151, 151, 150.5],
  [0, 0.33, 0, 0, 0],
] as const)(
  "%d × %d : à l'entier supérieur %d, au plus proche %d, sans arrondi %d",
  (nombre, part, superieur, auPlusProche, aucun) => {
    const millioniemes = enMillioniemes(part);
    expect(arrondirPart(nombre, millioniemes, "superieur")).toBe(superieur);
    expect(arrondirPart(nombre, millioniemes, "au plus proche")).toBe(auPlusProche);
    expect(arrondirPart(nombre, millioniemes, "aucun")).toBe(aucun);
  }
);

test("exact, comparé au calcul sur les entiers longs", () => {
  fc.assert(
    fc.property(logements, taux, (nombre, part) => {
      const produit = BigInt(nombre) * BigInt(part);
      expect(BigInt(partSuperieure(nombre, part))).toBe((produit + UN_MILLION - 1n) / UN_MILLION);
      expect(BigInt(partInferieure(nombre, part))).toBe(produit / UN_MILLION);
      expect(BigInt(partAuPlusProche(nombre, part))).toBe(
        (2n * produit + UN_MILLION) / (2n * UN_MILLION)
      );
    })
  );
});

test("la part inférieure d'un décimal au millionième est exacte", () => {
  fc.assert(
    fc.property(logements, fc.nat(999_999), taux, (entier, fraction, part) => {
      const nombre = Number(`${entier}.${String(fraction).padStart(6, "0")}`);
      const produit = (BigInt(entier) * UN_MILLION + BigInt(fraction)) * BigInt(part);
      expect(BigInt(partInferieure(nombre, part))).toBe(produit / (UN_MILLION * UN_MILLION));
    })
  );
  expect(partInferieure(3.4, 300_000)).toBe(1);
});
