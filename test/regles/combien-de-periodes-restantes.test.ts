import fc from "fast-check";
import { combienDePeriodesRestantes } from "../../src/regles/combien-de-periodes-restantes";
import type { TypeDeSituation } from "../../src/regles/quel-type-de-situation";

test.each<[TypeDeSituation, number]>([
  ["abaissant", 3],
  ["mutualisant", 2],
])("%s : permises moins consommées, jamais négatif", (type, permises) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), (consommees) => {
      const restantes = combienDePeriodesRestantes(type, consommees);
      expect(restantes).toEqual({
        ok: true,
        valeur: consommees >= permises ? 0 : permises - consommees,
      });
    })
  );
});

test("toutes les raisons sont dites : type sans durée et nombre illisible", () => {
  expect(combienDePeriodesRestantes("legal", "deux")).toMatchObject({
    refus: [{ code: "sans-limite-de-duree", type: "legal" }, { code: "pas-un-nombre" }],
  });
});

test("au-delà de dix, c'est une année", () => {
  expect(combienDePeriodesRestantes("abaissant", 11)).toMatchObject({
    refus: [{ code: "trop-grand", maximum: 10 }],
  });
});

test("une seule raison suffit, et une cellule vide vaut aucune période consommée", () => {
  expect(combienDePeriodesRestantes("entrante-1", 1)).toEqual({
    ok: false,
    refus: [{ code: "sans-limite-de-duree", type: "entrante-1" }],
  });
  expect(combienDePeriodesRestantes("mutualisant", 1.5)).toMatchObject({
    refus: [{ code: "pas-entier", argument: "periodesConsommees" }],
  });
  expect(combienDePeriodesRestantes("mutualisant", null)).toEqual({ ok: true, valeur: 2 });
});
