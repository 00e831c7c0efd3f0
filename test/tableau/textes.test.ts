import { cleDuNom, normaliserTitre } from "../../src/tableau/textes";

test.each([
  ["Écart à la CIBLE", "ecart a la cible"],
  ["Œuvre et æquo", "oeuvre et aequo"],
  ["œuvres, cœurs", "oeuvres, coeurs"],
  ["L’objectif de l‘EPCI", "l'objectif de l'epci"],
  ["2026 – 2028", "2026-2028"],
  ["2026—2028", "2026-2028"],
  ["Saint‑Rémy  -  Val‐d'Or", "saint-remy-val-d'or"],
  ["  Taux\n  de   rattrapage ", "taux de rattrapage"],
  ["1\u00a0234\u202flogements", "1 234 logements"],
])("« %s » se lit « %s »", (texte, normalise) => expect(normaliserTitre(texte)).toBe(normalise));

test.each([
  ["Saint-Rémy", "SAINT REMY"],
  ["L'Haÿ-les-Roses", "l’hay les roses"],
  ["Val d'Or *", "Val d'Or"],
  [" (Alpha)", "Alpha"],
  ["Paris 1er", "PARIS – 1er"],
])("« %s » et « %s » sont le même nom", (un, autre) => {
  expect(cleDuNom(un)).toBe(cleDuNom(autre));
  expect(cleDuNom(un)).not.toBe("");
});

test("deux noms différents restent différents, et des signes seuls ne font pas un nom", () => {
  expect(cleDuNom("Saint-Rémy")).toBe("saint remy");
  expect(cleDuNom("Paris 1er")).not.toBe(cleDuNom("Paris 2e"));
  expect(cleDuNom("– * –")).toBe("");
});
