import type { LigneDeCommune } from "../../src/tableau";
import {
  sontDesArrondissements,
  typeDeLaCellule,
  typeDesValeurs,
  typeDuTexte,
} from "../../src/tableau/type-de-contrat";

test.each([
  ["CMS mutualisant", "mutualisant"],
  ["Objectifs après mutualisation", "mutualisant"],
  ["Obj. mutu", "mutualisant"],
  ["OBJ_MUTUALISE", "mutualisant"],
  ["Contrat abaissant", "abaissant"],
  ["Taux abaissé", "abaissant"],
  ["OBJ_ABAISSE", "abaissant"],
  ["CMS abaissant, non mutualisé", "abaissant"],
  ["Abaissement, pas mutualisation", "abaissant"],
  ["Contrat mutualisé, sans abaissement", "sans aménagement"],
  ["Mutualisation, non abaissant", "mutualisant"],
  ["Mutualisation, pas abaissement", "mutualisant"],
  ["CMS sans aménagement", "sans aménagement"],
  ["CMS sans aucun aménagement des objectifs", "sans aménagement"],
  ["Ni abaissement ni mutualisation", "sans aménagement"],
  ["CMS simple", "sans aménagement"],
  ["CMS classique", "sans aménagement"],
  ["Contrat non aménagé", "sans aménagement"],
  ["Contrat abaissant ou mutualisant ?", null],
  ["Commutualité", null],
  ["Rabaissement", null],
  ["Contrat de mixité sociale", null],
  ["Droit commun", null],
  ["", null],
])("« %s » autour du tableau : %s", (texte, type) => expect(typeDuTexte(texte)).toBe(type));

test.each([
  ["Droit commun", "sans aménagement"],
  ["Légal", "sans aménagement"],
  ["Aucun", "sans aménagement"],
  ["néant", "sans aménagement"],
  ["Mutualisant", "mutualisant"],
  ["Légalité douteuse", null],
  ["Régime légal", null],
  ["A", null],
])("« %s » dans la colonne du type : %s", (texte, type) =>
  expect(typeDeLaCellule(texte)).toBe(type)
);

describe("le type que supposent les objectifs", () => {
  const donnee = (valeur: number | string | undefined): object | undefined =>
    valeur === undefined ? undefined : { valeur };
  const commune = (avant?: number, apres?: number | string, taux?: number): LigneDeCommune =>
    ({
      donnees: {
        ...(avant === undefined ? {} : { objectifAvant: donnee(avant) }),
        objectifApres: donnee(apres),
        ...(taux === undefined ? {} : { tauxApres: donnee(taux) }),
      },
    }) as LigneDeCommune;

  test.each<[string, LigneDeCommune[], string | null]>([
    ["aucune commune", [], null],
    ["rien ne change", [commune(165, 165), commune(99, 99)], null],
    ["abaissés seulement", [commune(165, 125), commune(99, 99)], "abaissant"],
    ["relevés seulement", [commune(165, 165), commune(99, 120)], null],
    ["abaissé ici, relevé d'autant là", [commune(165, 85), commune(99, 179)], "mutualisant"],
    ["relevé de plus qu'abaissé", [commune(165, 85), commune(99, 200)], "mutualisant"],
    ["relevé de moins qu'abaissé", [commune(165, 85), commune(99, 178)], null],
    ["un objectif illisible ne compte pas", [commune(165, "NC"), commune(99, 75)], "abaissant"],
    [
      "un seul objectif au taux légal",
      [commune(undefined, 165, 0.33), commune(undefined, 50, 0.5)],
      "sans aménagement",
    ],
    ["au taux plein", [commune(undefined, 20, 1)], "sans aménagement"],
    ["une seule au taux légal", [commune(undefined, 165, 0.33), commune(undefined, 50, 0.4)], null],
    ["deux objectifs égaux au taux légal", [commune(165, 165, 0.33)], null],
    ["un seul objectif, sans taux", [commune(undefined, 165)], null],
  ])("%s", (_, communes, type) => expect(typeDesValeurs(communes)).toBe(type));
});

describe("des arrondissements municipaux", () => {
  test.each([
    [["1er", "2e", "3e"]],
    [["1", "2"]],
    [["Paris 1er", "Paris 2e arrondissement"]],
    [["LYON 3EME ARR."]],
    [["Marseille (12)"]],
    [["2nd", "", ""]],
    [["Arrondissement n° 4 de Lyon"]],
    [["1er", "2e", "Total"]],
  ])("%j", (noms) => expect(sontDesArrondissements(noms)).toBe(true));
  test.each([
    [[]],
    [["", ""]],
    [["Valmont", "Valmont"]],
    [["Lyon"]],
    [["Grand 1er"]],
    [["1er", "Total"]],
    [["123e"]],
    [["Canton 12"]],
  ])("%j : non", (noms) => expect(sontDesArrondissements(noms)).toBe(false));
});
