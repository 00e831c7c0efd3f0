import { quelleLecture } from "../../src/regles/quelle-lecture";

test.each([
  ["guide", "guide"],
  ["loi", "loi"],
  ["LOI", "loi"],
  [null, "guide"],
  [0, "guide"],
])("%p : %s (arbitrage 4 : le guide par défaut)", (saisie, lecture) => {
  expect(quelleLecture(saisie)).toBe(lecture);
});

test("une autre lecture est refusée", () => {
  expect(quelleLecture("décret")).toEqual({
    code: "mot-inconnu",
    argument: "lecture",
    recu: "décret",
    acceptes: ["guide", "loi"],
  });
});
