import { quelArrondi } from "../../src/regles/quel-arrondi";

test.each([
  ["supérieur", "superieur"],
  ["Superieur", "superieur"],
  ["au plus proche", "au plus proche"],
  ["AU-PLUS-PROCHE", "au plus proche"],
  ["aucun", "aucun"],
  [null, "superieur"],
  ["", "superieur"],
])("%p : %s", (saisie, arrondi) => {
  expect(quelArrondi(saisie)).toBe(arrondi);
});

test("un autre mot est refusé, avec ceux que l'on accepte", () => {
  expect(quelArrondi("inférieur")).toEqual({
    code: "mot-inconnu",
    argument: "arrondi",
    recu: "inférieur",
    acceptes: ["supérieur", "au plus proche", "aucun"],
  });
});
