import { quelTauxCible } from "../../src/regles/quel-taux-cible";

test.each([
  [0.2, 20, true],
  [0.25, 25, true],
  [0.1 + 0.1, 20, true],
  [20, 20, false],
  [25, 25, false],
])("%d se lit %d %% (en fraction : %s)", (saisie, pourcent, enFraction) => {
  expect(quelTauxCible(saisie)).toEqual({ pourcent, enFraction });
});

test("0, ou une cellule vide, le dit", () => {
  for (const saisie of [0, null, ""]) {
    expect(quelTauxCible(saisie)).toEqual({ code: "nul", argument: "tauxCible" });
  }
});

test.each([0.3, 30, 22.5, -20])("%d n'est pas un taux de la loi", (saisie) => {
  expect(quelTauxCible(saisie)).toEqual({ code: "cible-inconnue", recue: saisie });
});

test("un taux écrit en texte n'est pas deviné", () => {
  expect(quelTauxCible("20 %")).toEqual({
    code: "pas-un-nombre",
    argument: "tauxCible",
    recu: "20 %",
  });
});
