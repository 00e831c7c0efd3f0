import { plausibilite, type Echantillon } from "../../src/tableau/plausibilite";
import type { Rubrique } from "../../src/tableau/rubriques";

/** Ce que les nombres d'une colonne confirment ou démentent de son titre. */

const colonne = (nombres: number[], autres: Partial<Echantillon> = {}): Echantillon => ({
  textes: 0,
  nombres,
  pourcents: 0,
  ...autres,
});

test.each<[Rubrique, number[], number]>([
  ["deficit", [0, 12, 500], 1],
  ["deficit", [5.5, 120.5], 1],
  ["deficit", [0.33, 4.5], 0],
  ["deficit", [0.33, 12], 0.5],
  ["ecart", [5, -30, 30], 1],
  ["ecart", [31, -31], 0],
  ["tauxCible", [20, 25, 0.2, 0.25], 1],
  ["tauxCible", [20, 33], 0.5],
  ["tauxLs", [0, 15.2, 60], 1],
  ["tauxLs", [-1, 61], 0],
  ["tauxLs", [20, 25], 0.5],
  ["tauxAvant", [0.1, 1, 10, 100], 1],
  ["tauxAvant", [0.05, 2, 9, 101], 0],
  ["tauxAvant", [25, 25], 0.8],
  ["tauxApres", [0, 300], 1],
  ["tauxApres", [-1, 301], 0],
  ["tauxApres", [20, 25], 1],
  ["periodesConsecutives", [2, 500], 1],
  ["accord", [1, 0], 1],
])("%s : %j", (rubrique, nombres, attendue) => {
  expect(plausibilite(rubrique, colonne(nombres))).toBe(attendue);
});

test.each<[Rubrique, number, number]>([
  ["commune", 1, 0.25],
  ["commune", 4, 1],
  ["insee", 1, 0.75],
  ["arrondissement", 1, 1],
])("%s, avec %i textes pour quatre cellules : %d", (rubrique, textes, attendue) => {
  const nombres = Array.from({ length: 4 - textes }, () => 86_001);
  expect(plausibilite(rubrique, colonne(nombres, { textes }))).toBe(attendue);
});

test("au format %, un nombre n'est pas un effectif", () => {
  expect(plausibilite("deficit", colonne([33, 50], { pourcents: 2 }))).toBe(0);
  expect(plausibilite("deficit", colonne([33, 50], { pourcents: 1 }))).toBe(0.5);
});

test("une colonne vide vaut un peu moins qu'une remplie, une colonne de textes bien moins", () => {
  const vide = plausibilite("deficit", colonne([]));
  expect(vide).toBeLessThan(1);
  expect(plausibilite("deficit", colonne([], { textes: 3 }))).toBeLessThan(vide);
  expect(plausibilite("commune", colonne([]))).toBe(vide);
  expect(plausibilite("accord", colonne([], { textes: 3 }))).toBe(1);
});
