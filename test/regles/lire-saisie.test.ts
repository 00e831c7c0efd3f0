import {
  MOTS_DU_OUI_NON,
  lireDeficit,
  lireEffectif,
  lireMot,
  lireNombre,
  lireOuiNon,
  lirePart,
  lirePositif,
  lireVariation,
  normaliserMot,
} from "../../src/regles/lire-saisie";

const ERREUR = { code: "erreur-de-cellule", argument: "deficit", erreur: "#REF!" };
const PAS_UN_NOMBRE = { code: "pas-un-nombre", argument: "deficit", recu: "env. 120" };

describe("un nombre", () => {
  test.each([
    [-1.5, -1.5],
    [null, 0],
    ["", 0],
    ["env. 120", PAS_UN_NOMBRE],
    ["120", { ...PAS_UN_NOMBRE, recu: "120" }],
    [true, { ...PAS_UN_NOMBRE, recu: true }],
    [{ erreur: "#REF!" }, ERREUR],
    [Infinity, { ...ERREUR, erreur: "#NUM!" }],
  ])("%p se lit %p", (saisie, lu) => {
    expect(lireNombre(saisie, "deficit")).toEqual(lu);
  });
});

const negatif = (valeur: number) => ({ code: "negatif", argument: "total", valeur });
const tropGrand = (valeur: number, maximum = 10) => ({
  code: "trop-grand",
  argument: "total",
  valeur,
  maximum,
});
const pasEntier = (valeur: number) => ({ code: "pas-entier", argument: "total", valeur });
const illisible = { code: "pas-un-nombre", argument: "total", recu: "NC" };

/** Les mêmes saisies, lues comme un nombre positif, un effectif et une variation, d'au plus 10. */
test.each([
  [0, 0, 0, 0],
  [7, 7, 7, 7],
  [10, 10, 10, 10],
  [(0.2 - 0.15) * 100, 5, 5, 5],
  [-0.0000001, 0, 0, 0],
  [10.0000001, 10, 10, 10],
  [2.5, 2.5, pasEntier(2.5), pasEntier(2.5)],
  [10.5, tropGrand(10.5), tropGrand(10.5), tropGrand(10.5)],
  [-3, negatif(-3), negatif(-3), -3],
  [-10, negatif(-10), negatif(-10), -10],
  [-11, negatif(-11), negatif(-11), tropGrand(-11)],
  ["NC", illisible, illisible, illisible],
])("%p : positif %p, effectif %p, variation %p", (saisie, positif, effectif, variation) => {
  expect(lirePositif(saisie, "total", 10)).toEqual(positif);
  expect(lireEffectif(saisie, "total", 10)).toEqual(effectif);
  expect(lireVariation(saisie, "total", 10)).toEqual(variation);
});

test("un nombre de logements va de 0 à 1 000 000 ; on dit s'il s'agit des manquants ou de l'objectif", () => {
  expect(lireDeficit(1_000_000)).toBe(1_000_000);
  expect(lireDeficit(1_000_001)).toMatchObject({ code: "trop-grand", argument: "deficit" });
  expect(lireDeficit(-1, "objectif")).toMatchObject({ code: "negatif", argument: "objectif" });
});

test.each([
  [0, 0],
  [0.15, 0.15],
  [1, 1],
  [1.0000001, 1.0000001],
  [1.01, { code: "taux-superieur-a-1", argument: "tauxLs", valeur: 1.01 }],
  [-0.1, { code: "negatif", argument: "tauxLs", valeur: -0.1 }],
  [-0.0000001, -0.0000001],
  ["NC", { code: "pas-un-nombre", argument: "tauxLs", recu: "NC" }],
])("une part : %p se lit %p", (saisie, lu) => {
  expect(lirePart(saisie, "tauxLs")).toEqual(lu);
});

describe("un mot", () => {
  test.each(["Sans aménagement", "sans-amenagement", " SANS  AMÉNAGEMENT "])("« %s »", (mot) => {
    expect(normaliserMot(mot)).toBe("sansamenagement");
  });

  const LECTURES: ReadonlyMap<string, string> = new Map([["loi", "loi"]]);
  const inconnu = (recu: string | number | boolean) => ({
    code: "mot-inconnu",
    argument: "lecture",
    recu,
    acceptes: ["la loi"],
  });

  test.each([
    ["Loi", "loi"],
    [null, "loi par défaut"],
    ["", "loi par défaut"],
    [0, "loi par défaut"],
    ["décret", inconnu("décret")],
    [3, inconnu(3)],
    [false, inconnu(false)],
    [{ erreur: "#REF!" }, { ...ERREUR, argument: "lecture" }],
    [Infinity, { ...ERREUR, argument: "lecture", erreur: "#NUM!" }],
  ])("%p se lit %p", (saisie, lu) => {
    expect(lireMot(saisie, "lecture", LECTURES, ["la loi"], "loi par défaut")).toEqual(lu);
  });
});

test.each([
  [true, true],
  [false, false],
  ["Oui", true],
  ["VRAI", true],
  ["non", false],
  ["faux", false],
  [null, null],
  ["", null],
  [0, null],
  [1, { code: "mot-inconnu", argument: "plh", recu: 1, acceptes: ["VRAI", "FAUX"] }],
  [{ erreur: "#REF!" }, { ...ERREUR, argument: "plh" }],
])("oui ou non : %p se lit %p", (saisie, lu) => {
  expect(lireOuiNon(saisie, "plh")).toEqual(lu);
});

test("les mots que l'on publie sont ceux qu'on lit", () => {
  expect(MOTS_DU_OUI_NON.map((mot) => lireOuiNon(mot, "plh"))).toEqual([true, true, false, false]);
});
