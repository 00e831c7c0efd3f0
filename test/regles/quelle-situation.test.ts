import { BAREMES } from "../../src/regles/bareme";
import type { TypeDeSituation } from "../../src/regles/quel-type-de-situation";
import { lireEcart, quelleSituation } from "../../src/regles/quelle-situation";
import type { Saisie } from "../../src/regles/resultat";

const situer = (
  deficit: Saisie,
  ecart: Saisie,
  type: TypeDeSituation = "legal",
  periode: keyof typeof BAREMES = "2026-2028"
) => quelleSituation(deficit, ecart, type, BAREMES[periode]);

test.each([
  ["une commune à rattraper", 500, 5, "legal", 5, "plusDe4"],
  ["un écart de 25 points, le plus grand possible", 500, 25, "legal", 25, "plusDe4"],
  ["un contrat", 500, 3, "mutualisant", 3, "de2a4"],
  ["une nouvelle entrante : son écart n'est pas lu", 500, "NC", "entrante-1", null, null],
  ["aucun logement manquant, taux atteint", 0, 0, "legal", 0, null],
  ["aucun logement manquant, taux dépassé", 0, -1, "legal", -1, null],
  ["une entrante sans logement manquant", 0, 5, "entrante-2", null, null],
] as const)("%s", (_cas, deficit, saisie, type, ecart, tranche) => {
  expect(situer(deficit, saisie, type)).toEqual({ ok: true, deficit, ecart, tranche });
});

describe("un écart saisi en fraction (arbitrage 7)", () => {
  test.each([
    [500, 0.25 - 0.2],
    [126, 0.25],
    [125, 0.249999],
    [101, 0.2],
  ])(
    "%d manquants pour un écart de %d supposent plus de 50 000 résidences : refusé",
    (deficit, ecart) => {
      const refus = { code: "ecart-en-fraction", deficit, ecart };
      expect(situer(deficit, ecart)).toEqual({ ok: false, refus: [refus] });
    }
  );

  test.each([
    [125, 0.25],
    [100, 0.2],
    [500, 0.26],
  ])("%d manquants pour un écart de %d : plausible", (deficit, ecart) => {
    expect(situer(deficit, ecart)).toMatchObject({ ok: true, tranche: "moinsDe2" });
  });

  test("sans le nombre de manquants, il ne peut pas être repéré", () => {
    expect(lireEcart(0.05, null)).toBe(0.05);
  });
});

const NEGATIF = { code: "negatif", argument: "deficit", valeur: -5 };

test.each([
  [
    "un déficit sans écart : cellule vide ?",
    500,
    null,
    [{ code: "ecart-nul", deficit: 500, ecart: 0 }],
  ],
  ["un déficit et un taux dépassé", 500, -1, [{ code: "ecart-nul", deficit: 500, ecart: -1 }]],
  ["un écart sans déficit : cellule vide ?", null, 5, [{ code: "deficit-nul", ecart: 5 }]],
  [
    "un écart plus grand que le taux légal",
    500,
    25.1,
    [{ code: "trop-grand", argument: "ecart", valeur: 25.1, maximum: 25 }],
  ],
  ["un déficit négatif", -5, 5, [NEGATIF]],
  [
    "un déficit négatif et un écart nul : les deux raisons",
    -5,
    0,
    [NEGATIF, { code: "ecart-nul", deficit: null, ecart: 0 }],
  ],
  ["un écart illisible", 500, "NC", [{ code: "pas-un-nombre", argument: "ecart", recu: "NC" }]],
])("refusé : %s", (_cas, deficit, ecart, refus) => {
  expect(situer(deficit, ecart)).toEqual({ ok: false, refus });
});

test("avant la loi 3DS, seul le droit commun existe", () => {
  expect(situer(500, 5, "legal", "2020-2022")).toMatchObject({ ok: true });
  for (const type of ["abaissant", "entrante-1"] as const) {
    expect(situer(500, 5, type, "2020-2022")).toEqual({
      ok: false,
      refus: [{ code: "type-hors-periode", type, periode: "2020-2022" }],
    });
  }
});
