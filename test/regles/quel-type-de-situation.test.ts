import {
  MOTS_DU_TYPE,
  estEntrante,
  quelTypeDeSituation,
} from "../../src/regles/quel-type-de-situation";

test.each([
  ["sans aménagement", "legal", false],
  ["légal", "legal", false],
  ["classique", "legal", false],
  ["Droit commun", "legal", false],
  [null, "legal", false],
  [0, "legal", false],
  ["abaissant", "abaissant", false],
  ["MUTUALISANT", "mutualisant", false],
  ["rehaussé", "rehausse", false],
  ["entrante-1", "entrante-1", true],
  ["Entrante 2", "entrante-2", true],
  ["entrante-cours", "entrante-cours", true],
] as const)("%p : %s ; nouvelle entrante : %s", (saisie, type, entrante) => {
  expect(quelTypeDeSituation(saisie)).toBe(type);
  expect(estEntrante(type)).toBe(entrante);
});

test("la troisième période d'une entrante est refusée pour elle-même : le guide se tait", () => {
  expect(quelTypeDeSituation("Entrante 3")).toEqual({ code: "troisieme-periode-d-entrante" });
});

test("un type mal écrit est refusé, avec tous ceux que l'on accepte", () => {
  expect(quelTypeDeSituation("abaisant")).toEqual({
    code: "mot-inconnu",
    argument: "type",
    recu: "abaisant",
    acceptes: Object.values(MOTS_DU_TYPE).flat(),
  });
  expect(quelTypeDeSituation(3)).toMatchObject({ code: "mot-inconnu", recu: 3 });
});

test("« 0 », une cellule vide qu'Excel a mise en texte : sans aménagement", () => {
  expect(quelTypeDeSituation("0")).toBe("legal");
});
