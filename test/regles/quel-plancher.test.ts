import { BAREMES } from "../../src/regles/bareme";
import { quelPlancher } from "../../src/regles/quel-plancher";

const bareme = BAREMES["2026-2028"];

test.each([
  ["le plancher mutualisant, lecture du guide", 500, 5, "mutualisant", "guide", 85, 170_000],
  ["le plancher mutualisant, lecture de la loi", 500, 5, "mutualisant", "loi", 83, 165_000],
  ["le plancher abaissant, à l'entier supérieur", 301, 5, "abaissant", "guide", 76, 250_000],
  ["le droit commun : l'objectif lui-même", 620, 5, "legal", "guide", 205, 330_000],
] as const)("%s", (_cas, deficit, ecart, type, lecture, valeur, taux) => {
  expect(quelPlancher(deficit, ecart, type, lecture, bareme)).toEqual({
    ok: true,
    valeur,
    deficit,
    ecart,
    tranche: "plusDe4",
    type,
    lecture,
    taux,
    bareme,
  });
});

test("une nouvelle entrante a un taux de droit, sans tranche", () => {
  expect(quelPlancher(500, null, "entrante-1", "guide", bareme)).toMatchObject({
    valeur: 75,
    ecart: null,
    tranche: null,
  });
});

test("aucun logement manquant : rien à rattraper", () => {
  expect(quelPlancher(0, -1, "abaissant", "guide", bareme)).toMatchObject({ valeur: 0, taux: 0 });
});

test("une situation contradictoire est refusée", () => {
  expect(quelPlancher(500, 0, "abaissant", "guide", bareme)).toEqual({
    ok: false,
    refus: [{ code: "ecart-nul", deficit: 500, ecart: 0 }],
  });
});
