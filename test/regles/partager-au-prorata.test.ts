import fc from "fast-check";
import { partagerAuProrata } from "../../src/regles/partager-au-prorata";

const somme = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

const quantites = fc.integer({ min: 0, max: 1_000_000 });
const listes = fc
  .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((poids) => somme(poids) > 0);

test("au plus fort reste : 10 entre 1, 1 et 1 donne la dernière unité au premier de la liste", () => {
  expect(partagerAuProrata(10, [1, 1, 1])).toEqual([4, 3, 3]);
  // 7 × 6/13 = 3,23 ; 7 × 5/13 = 2,69 ; 7 × 2/13 = 1,08 : l'unité restante va au deuxième.
  expect(partagerAuProrata(7, [6, 5, 2])).toEqual([3, 3, 1]);
});

test("la somme fait la quantité, et chaque part est à moins d'une unité de sa proportion exacte", () => {
  fc.assert(
    fc.property(quantites, listes, (quantite, poids) => {
      const parts = partagerAuProrata(quantite, poids);
      expect(somme(parts)).toBe(quantite);
      const total = BigInt(somme(poids));
      parts.forEach((part, i) => {
        const ecart = BigInt(part) * total - BigInt(quantite) * BigInt(poids[i] ?? 0);
        expect(ecart < total && -ecart < total).toBe(true);
      });
    })
  );
});

test("nul n'est servi avant un reste plus fort, ni, à égalité, avant celui qui le précède", () => {
  fc.assert(
    fc.property(quantites, listes, (quantite, poids) => {
      const total = BigInt(somme(poids));
      const restes = poids.map((part) => (BigInt(quantite) * BigInt(part)) % total);
      const servis = partagerAuProrata(quantite, poids).map(
        (part, i) => BigInt(part) > (BigInt(quantite) * BigInt(poids[i] ?? 0)) / total
      );
      const passeAvant = (i: number, j: number): boolean => {
        const [a = 0n, b = 0n] = [restes[i], restes[j]];
        return a > b || (a === b && i < j);
      };
      servis.forEach((servi, i) => {
        if (!servi) return;
        poids.forEach((_, j) => expect(servis[j] || !passeAvant(j, i) || j === i).toBe(true));
      });
    })
  );
});

test("une quantité d'au plus la somme des poids ne fait dépasser aucun poids", () => {
  fc.assert(
    fc.property(listes, fc.double({ min: 0, max: 1, noNaN: true }), (poids, fraction) => {
      const parts = partagerAuProrata(Math.floor(fraction * Math.min(somme(poids), 1e8)), poids);
      parts.forEach((part, i) => expect(part).toBeLessThanOrEqual(poids[i] ?? 0));
    })
  );
});

test("rien à partager donne 0 à chacun ; sans aucun poids, c'est une faute de l'appelant", () => {
  expect(partagerAuProrata(0, [0, 3])).toEqual([0, 0]);
  expect(() => partagerAuProrata(1, [0, 0])).toThrow("aucun poids");
});
