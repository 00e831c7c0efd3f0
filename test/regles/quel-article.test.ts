import { BAREMES } from "../../src/regles/bareme";
import { quelArticle } from "../../src/regles/quel-article";

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
