import { estCeEquilibre } from "../../src/regles/est-ce-equilibre";

test.each([
  ["l'égalité suffit (plaquette, communes A et B)", [165, 99], [85, 179], 264, 264, 0],
  ["il en manque 1", [165, 99], [85, 178], 264, 263, -1],
  ["le total après peut dépasser", [165, 99], [85, 200], 264, 285, 21],
  ["une cellule vide ne compte pas", [165, null, 99, ""], [264], 264, 264, 0],
  ["un objectif nul ne change rien", [165, 0], [0, 165], 165, 165, 0],
  ["des objectifs sans arrondi", [0.1, 0.2], [0.3], 0.3, 0.3, 0],
])("%s", (_cas, avant, apres, sommeAvant, sommeApres, marge) => {
  expect(estCeEquilibre(avant, apres)).toEqual({
    ok: true,
    avant: sommeAvant,
    apres: sommeApres,
    marge,
  });
});

const illisible = (argument: string) => ({ code: "pas-un-nombre", argument, recu: "NC" });
const lignes = (...illisibles: [ligne: number, refus: unknown[]][]) => [
  {
    code: "lignes-illisibles",
    lignes: illisibles.map(([ligne, refus]) => ({ ligne, refus })),
  },
];
const AVANT_VIDE = { code: "vide", argument: "objectifsAvant" };
const APRES_VIDE = { code: "vide", argument: "objectifsApres" };

test.each([
  ["rien avant", [], [264], [AVANT_VIDE]],
  ["rien que du vide après", [264], [null, ""], [APRES_VIDE]],
  [
    "rien que des zéros, comme le bureau passe des cellules vides",
    [0, 0],
    [0],
    [AVANT_VIDE, APRES_VIDE],
  ],
  [
    "une cellule illisible rend le bilan impossible",
    [165, "NC"],
    [264],
    lignes([2, [illisible("objectifsAvant")]]),
  ],
  ["illisible et seule n'est pas vide", [264], ["NC"], lignes([1, [illisible("objectifsApres")]])],
  [
    "toutes les raisons sont dites, ligne par ligne",
    ["NC", -1],
    ["NC", 0, "NC"],
    lignes(
      [1, [illisible("objectifsAvant"), illisible("objectifsApres")]],
      [2, [{ code: "negatif", argument: "objectifsAvant", valeur: -1 }]],
      [3, [illisible("objectifsApres")]]
    ),
  ],
])("refusé : %s", (_cas, avant, apres, refus) => {
  expect(estCeEquilibre(avant, apres)).toEqual({ ok: false, refus });
});
