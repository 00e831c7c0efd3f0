import fc from "fast-check";
import { quellePartSociale } from "../../src/regles/quelle-part-sociale";
import type { Saisie } from "../../src/regles/resultat";

const codes = (ls: Saisie, rp: Saisie): string[] => {
  const resultat = quellePartSociale(ls, rp);
  return resultat.ok ? [] : resultat.refus.map(({ code }) => code);
};

test("le signe est celui des logements sociaux, et 100 % sépare les parcs qui croissent plus vite que les résidences", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (ls, rp) => {
        const resultat = quellePartSociale(ls, rp);
        const part = resultat.ok ? resultat.valeur : NaN;
        expect([Math.sign(part), part > 1]).toEqual([Math.sign(ls), ls > rp]);
      }
    )
  );
});

test("sans croissance des résidences, pas de part ; toutes les raisons sont dites", () => {
  expect(codes(10, 0)).toEqual(["parc-sans-croissance"]);
  expect(codes(10, -1)).toEqual(["parc-sans-croissance"]);
  expect(codes(10, 1)).toEqual([]);
  expect(codes(-10_000_001, "NC")).toEqual(["trop-grand", "pas-un-nombre"]);
  expect(codes(0.5, 10)).toEqual(["pas-entier"]);
});

test("30 logements sociaux sur 120 résidences de plus : un quart", () => {
  expect(quellePartSociale(30, 120)).toEqual({ ok: true, valeur: 0.25 });
  expect(quellePartSociale(-30, 120)).toEqual({ ok: true, valeur: -0.25 });
  expect(quellePartSociale(30, -120)).toEqual({
    ok: false,
    refus: [{ code: "parc-sans-croissance", variation: -120 }],
  });
});

test("une seule saisie illisible suffit, et elle est nommée", () => {
  expect(quellePartSociale("NC", 120)).toMatchObject({
    refus: [{ code: "pas-un-nombre", argument: "variationLs" }],
  });
  expect(quellePartSociale(30, "NC")).toMatchObject({
    refus: [{ code: "pas-un-nombre", argument: "variationRp" }],
  });
});
