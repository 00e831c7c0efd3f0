import fc from "fast-check";
import { quellePartParArrondissement } from "../../src/regles/quelle-part-par-arrondissement";
import type { Saisie } from "../../src/regles/resultat";

interface Arrondissement {
  ls: number;
  rp: number;
}

const arrondissements = fc.array(
  fc
    .record({ rp: fc.integer({ min: 1, max: 200_000 }), taux: fc.integer({ min: 0, max: 400 }) })
    .map(({ rp, taux }): Arrondissement => ({ rp, ls: Math.floor((rp * taux) / 1000) })),
  { minLength: 1, maxLength: 20 }
);

/** Ce qui manque pour un taux en pour-cent, en entiers longs. */
const manque = ({ ls, rp }: Arrondissement, pourcent: bigint): number =>
  Math.max(0, Number((BigInt(rp) * pourcent + 99n) / 100n) - ls);

const somme = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

const repartir = (objectif: number, lignes: Arrondissement[], part: Saisie = null): number[] => {
  const resultat = quellePartParArrondissement(
    objectif,
    lignes.map(({ ls }) => ls),
    lignes.map(({ rp }) => rp),
    part
  );
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.parts;
};

/** Des arrondissements dont un au moins manque de logements, un objectif, une part prioritaire en millièmes. */
const villes = fc
  .tuple(
    arrondissements.filter((lignes) => lignes.some((ligne) => manque(ligne, 25n) > 0)),
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.integer({ min: 1, max: 1000 })
  )
  .map(([lignes, tire, part]) => ({ lignes, tire, part }));

test("la somme fait l'objectif, en entiers, et qui a 25 % ne reçoit rien", () => {
  fc.assert(
    fc.property(villes, ({ lignes, tire, part }) => {
      const parts = repartir(tire, lignes, part / 1000);
      expect(somme(parts)).toBe(tire);
      parts.forEach((recu, i) => {
        expect(Number.isInteger(recu) && recu >= 0).toBe(true);
        const ligne = lignes[i];
        if (ligne && manque(ligne, 25n) === 0) expect(recu).toBe(0);
      });
    })
  );
});

test("tant que l'objectif ne comble pas tout, nul ne reçoit plus que ce qui lui manque", () => {
  fc.assert(
    fc.property(villes, ({ lignes, tire, part }) => {
      const manques = lignes.map((ligne) => manque(ligne, 25n));
      const objectif = tire % (somme(manques) + 1);
      repartir(objectif, lignes, part / 1000).forEach((recu, i) =>
        expect(recu).toBeLessThanOrEqual(manques[i] ?? 0)
      );
    })
  );
});

test("les arrondissements sous 15 % reçoivent ensemble au moins la part prioritaire, ou tout ce qui leur manque pour 15 %", () => {
  fc.assert(
    fc.property(villes, ({ lignes, tire, part }) => {
      const manques = lignes.map((ligne) => manque(ligne, 15n));
      const objectif = tire % (somme(lignes.map((ligne) => manque(ligne, 25n))) + 1);
      const prioritaires = repartir(objectif, lignes, part / 1000).filter(
        (_, i) => (manques[i] ?? 0) > 0
      );
      const promis = Math.min(Math.ceil((objectif * part) / 1000), somme(manques));
      expect(somme(prioritaires)).toBeGreaterThanOrEqual(promis);
    })
  );
});

test("sans part, 50 % ; une ligne vide n'y change rien et reçoit 0", () => {
  fc.assert(
    fc.property(villes, ({ lignes, tire }) => {
      const parts = repartir(tire, lignes);
      expect(parts).toEqual(repartir(tire, lignes, 0.5));
      expect(repartir(tire, [{ ls: 0, rp: 0 }, ...lignes])).toEqual([0, ...parts]);
    })
  );
});

test("toutes les raisons d'un refus sont dites, avec le numéro des lignes", () => {
  const resultat = quellePartParArrondissement(-1, [1000, "NC", 5], [10_000, 10_000, 0], 50);
  expect(resultat.ok ? [] : resultat.refus).toEqual([
    { code: "negatif", argument: "objectif", valeur: -1 },
    { code: "taux-superieur-a-1", argument: "partPrioritaire", valeur: 50 },
    {
      code: "lignes-illisibles",
      lignes: [
        { ligne: 2, refus: [{ code: "pas-un-nombre", argument: "logementsSociaux", recu: "NC" }] },
        { ligne: 3, refus: [{ code: "sans-residence" }] },
      ],
    },
  ]);
});

test.each<[Parameters<typeof quellePartParArrondissement>, refus: object]>([
  [["NC", [10], [100], null], { code: "pas-un-nombre", argument: "objectif" }],
  [[5, [10], [100], "NC"], { code: "pas-un-nombre", argument: "partPrioritaire" }],
  [[5, [10], [100], 0], { code: "nul", argument: "partPrioritaire" }],
  [[5, [10], [100], ""], { code: "nul", argument: "partPrioritaire" }],
  [[5, [10], ["NC"], null], { code: "lignes-illisibles" }],
  [[5, [25, 30], [100, 100], null], { code: "aucun-manque", objectif: 5 }],
])("une seule raison suffit : %j", (saisies, refus) => {
  expect(quellePartParArrondissement(...saisies)).toMatchObject({ ok: false, refus: [refus] });
});

test("un objectif de 0 se répartit même sans manque", () => {
  expect(repartir(0, [{ ls: 25, rp: 100 }])).toEqual([0]);
});

test("une ligne est vide de quatre façons ; à demi vide, elle est illisible", () => {
  const parts = quellePartParArrondissement(5, [null, "", 0, 0, 10], [null, "", 0], null);
  expect(parts).toMatchObject({ refus: [{ lignes: [{ ligne: 5 }] }] });
  expect(
    quellePartParArrondissement(5, [null, "", 0, null, 10], [null, "", "", 0, 100], null)
  ).toEqual({ ok: true, parts: [0, 0, 0, 0, 5] });
});
