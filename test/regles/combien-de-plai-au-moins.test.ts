import { combienDePlaiAuMoins } from "../../src/regles/combien-de-plai-au-moins";

test.each([
  [165, 50],
  [99, 30],
  [590, 177],
  [100, 30],
  [99.33, 30],
  [0, 0],
  [1_000_000, 300_000],
])(
  "un objectif de %d demande au moins %d PLAI (30 %%, à l'entier supérieur)",
  (objectif, valeur) => {
    expect(combienDePlaiAuMoins(objectif)).toEqual({ ok: true, valeur, objectif, taux: 300_000 });
  }
);

test("un objectif négatif, illisible ou de plus d'un million est refusé", () => {
  expect(combienDePlaiAuMoins(-1)).toEqual({
    ok: false,
    refus: [{ code: "negatif", argument: "objectif", valeur: -1 }],
  });
  expect(combienDePlaiAuMoins("NC")).toMatchObject({ refus: [{ code: "pas-un-nombre" }] });
  expect(combienDePlaiAuMoins(1_000_001)).toMatchObject({ refus: [{ code: "trop-grand" }] });
});
