import { BAREMES } from "../../src/regles/bareme";
import { quelArticle, quelArticleDuPlancher } from "../../src/regles/quel-article";

test.each([
  ["legal", "L. 302-8, VII"],
  ["abaissant", "L. 302-8, IX, 1° à 3°"],
  ["mutualisant", "L. 302-8, X, al. 2"],
  ["entrante-1", "L. 302-8, VIII"],
  ["entrante-2", "L. 302-8, VIII"],
  ["entrante-cours", "L. 302-8, VIII"],
  ["rehausse", "guide, annexe 1"],
] as const)("%s : %s", (type, article) => {
  expect(quelArticle(type, BAREMES["2023-2025"])).toBe(article);
  expect(quelArticle(type, BAREMES["2026-2028"])).toBe(article);
});

test("avant la loi 3DS, le taux légal est relevé dans la plaquette", () => {
  expect(quelArticle("legal", BAREMES["2020-2022"])).toBe("plaquette DHUP");
});

test.each([
  ["plusDe4", "mutualisant", "guide, annexe 1"],
  ["de2a4", "mutualisant", "L. 302-8, X, al. 2"],
  ["moinsDe2", "mutualisant", "L. 302-8, X, al. 2"],
  ["plusDe4", "abaissant", "L. 302-8, IX, 1° à 3°"],
  ["plusDe4", "legal", "L. 302-8, VII"],
  [null, "entrante-1", "L. 302-8, VIII"],
] as const)("le plancher, %s, %s : %s", (tranche, type, article) => {
  expect(quelArticleDuPlancher(tranche, type, BAREMES["2023-2025"])).toBe(article);
});
