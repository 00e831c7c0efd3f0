import fc from "fast-check";
import { quelleProjection } from "../../src/regles/quelle-projection";
import type { Saisie } from "../../src/regles/resultat";

const parcs = fc
  .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([rp, part]) => ({ rp, ls: Math.floor((rp * part) / 1_000_000) }));
const croissances = fc.integer({ min: 0, max: 100_000 });
const parts = fc.integer({ min: 0, max: 1000 });
const durees = fc.integer({ min: 1, max: 30 });

const projeter = (...saisies: [Saisie, Saisie, Saisie, Saisie, Saisie]): number[] => {
  const resultat = quelleProjection(...saisies);
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.taux;
};

const codes = (...saisies: [Saisie, Saisie, Saisie, Saisie, Saisie]): string[] => {
  const resultat = quelleProjection(...saisies);
  return resultat.ok ? [] : resultat.refus.map(({ code }) => code);
};

test("chaque taux est la fraction exacte, ramenée une seule fois au nombre le plus proche", () => {
  fc.assert(
    fc.property(parcs, croissances, parts, durees, ({ ls, rp }, croissance, part, annees) => {
      projeter(ls, rp, croissance, part / 1000, annees).forEach((taux, rang) => {
        const ajoutees = BigInt(croissance) * BigInt(rang + 1);
        const numerateur = BigInt(ls) * 1000n + ajoutees * BigInt(part);
        const denominateur = (BigInt(rp) + ajoutees) * 1000n;
        expect(taux).toBe(Number(numerateur) / Number(denominateur));
      });
    })
  );
});

test("une moyenne annuelle décimale se lit au millionième : n fois 1/n résidence de plus, c'est une année entière", () => {
  expect(projeter(45, 300, 12.5, 0.4, 2)).toEqual([0.16, 55 / 325]);
  fc.assert(
    fc.property(parcs, fc.integer({ min: 25, max: 100_000 }), parts, ({ ls, rp }, somme, part) => {
      const [apres] = projeter(ls, rp, somme, part / 1000, 1);
      expect(projeter(ls, rp, somme / 25, part / 1000, 25).at(-1)).toBeCloseTo(apres ?? NaN, 15);
    })
  );
});

test("le taux va vers la part sociale sans la dépasser, et une part plus haute donne des taux plus hauts", () => {
  fc.assert(
    fc.property(parcs, croissances, parts, durees, ({ ls, rp }, croissance, part, annees) => {
      const taux = [ls / rp, ...projeter(ls, rp, croissance, part / 1000, annees)];
      expect(taux).toHaveLength(annees + 1);
      const [depart = 0] = taux;
      const sens = Math.sign(part / 1000 - depart);
      taux.slice(1).forEach((suivant, i) => {
        expect(sens * (suivant - (taux[i] ?? 0))).toBeGreaterThanOrEqual(-1e-15);
        expect(sens * (part / 1000 - suivant)).toBeGreaterThanOrEqual(-1e-15);
      });
      const plus = projeter(ls, rp, croissance, Math.min(1, part / 1000 + 0.1), annees);
      plus.forEach((haut, i) => expect(haut).toBeGreaterThanOrEqual(taux[i + 1] ?? 0));
    })
  );
});

test("une croissance en taux est refusée avec le nombre de résidences qu'il faut saisir", () => {
  const resultat = quelleProjection(900, 6000, 0.01, 0.4, 3);
  expect(resultat.ok ? null : resultat.refus).toEqual([
    { code: "croissance-en-taux", recue: 0.01, residencesPrincipales: 6000 },
  ]);
  expect(codes(900, 6000, 1, 0.4, 3)).toEqual([]);
});

test.each<[Parameters<typeof quelleProjection>, refus: object]>([
  [["NC", 6000, 100, 0.4, 3], { code: "pas-un-nombre", argument: "logementsSociaux" }],
  [[900, 6000, "NC", 0.4, 3], { code: "pas-un-nombre", argument: "croissanceRp" }],
  [[900, 6000, 100, "NC", 3], { code: "pas-un-nombre", argument: "partSociale" }],
  [[900, 6000, 100, 0.4, "NC"], { code: "pas-un-nombre", argument: "annees" }],
  [[900, 6000, 100, 0.4, null], { code: "nul", argument: "annees" }],
])("une seule saisie illisible suffit : %j", (saisies, refus) => {
  expect(quelleProjection(...saisies)).toMatchObject({ ok: false, refus: [refus] });
});

test("les bornes : de 1 à 30 ans, une part de 0 à 100 %, toutes les raisons à la fois", () => {
  expect(codes(900, 6000, 100, 0, 1)).toEqual([]);
  expect(codes(900, 6000, 100, 1, 30)).toEqual([]);
  expect(codes(900, 6000, 100, 1.01, 31)).toEqual(["taux-superieur-a-1", "trop-grand"]);
  expect(codes(900, 6000, -1, -0.1, 0)).toEqual(["negatif", "negatif", "nul"]);
  expect(codes("NC", 6000, -2.5, "x", 1.5)).toEqual([
    "pas-un-nombre",
    "negatif",
    "pas-un-nombre",
    "pas-entier",
  ]);
});
