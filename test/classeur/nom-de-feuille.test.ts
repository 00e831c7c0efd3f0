import { defautDeNom, nomLibre } from "../../src/classeur";

const TRENTE_ET_UN = "a".repeat(31);

test.each([
  ["Article 2", ["Feuil1"], "Article 2"],
  ["Article 2", ["article 2"], "Article 2 (2)"],
  ["Article 2", ["ARTICLE 2", "Article 2 (2)"], "Article 2 (3)"],
  [TRENTE_ET_UN, [], TRENTE_ET_UN],
  [TRENTE_ET_UN, [TRENTE_ET_UN], `${"a".repeat(27)} (2)`],
  [`${TRENTE_ET_UN}b`, [], TRENTE_ET_UN],
])("« %s » parmi %j devient « %s »", (souhaite, pris, attendu) => {
  expect(nomLibre(souhaite, pris)).toBe(attendu);
});

test.each([
  ["Article 2 – 2026-2028", null],
  ["  ", "vide"],
  [`${TRENTE_ET_UN}b`, "trop-long"],
  ["Avant/après", "caractere-interdit"],
  ["[Article 2]", "caractere-interdit"],
  ["'Article 2", "apostrophe"],
  ["L'article", null],
] as const)("« %s » : %s", (nom, defaut) => {
  expect(defautDeNom(nom)).toBe(defaut);
});
