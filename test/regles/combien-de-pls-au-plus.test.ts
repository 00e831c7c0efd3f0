import { combienDePlsAuPlus } from "../../src/regles/combien-de-pls-au-plus";

test.each([
  ["sans rien savoir de plus, le cas général", null, null, 49, 300_000],
  ["taux vide, commune couverte par un PLH", "", true, 49, 300_000],
  ["9 % et un PLH", 0.09, true, 49, 300_000],
  ["9 % sans PLH", 0.09, false, 33, 200_000],
  ["9 % sans PLH, écrit « non »", 0.09, "non", 33, 200_000],
  ["juste sous 10 %, sans PLH", 0.099999, false, 33, 200_000],
  ["10 % exactement, sans PLH : ce n'est pas « moins de 10 % »", 0.1, false, 49, 300_000],
  ["10 % par soustraction, sans PLH", 0.3 - 0.2, false, 49, 300_000],
  ["10 %, PLH inconnu", 0.1, null, 49, 300_000],
  ["aucun logement social, sans PLH", 0, false, 33, 200_000],
])("%s", (_cas, tauxLs, plh, valeur, taux) => {
  expect(combienDePlsAuPlus(165, tauxLs, plh)).toEqual({ ok: true, valeur, objectif: 165, taux });
});

test("un objectif sans arrondi donne un nombre entier de PLS", () => {
  expect(combienDePlsAuPlus(99.33, null, null)).toMatchObject({ valeur: 29, objectif: 99.33 });
});

const NEGATIF = { code: "negatif", argument: "objectif", valeur: -1 };
const PLH_REQUIS = { code: "plh-requis", tauxLs: 0.09 };

test.each([
  ["9 %, PLH inconnu", 165, 0.09, null, [PLH_REQUIS]],
  [
    "taux de 0 (cellule vide au bureau), PLH inconnu",
    165,
    0,
    0,
    [{ code: "plh-requis", tauxLs: 0 }],
  ],
  ["sans PLH, taux inconnu", 165, null, false, [{ code: "taux-ls-requis" }]],
  ["sans PLH, taux vide", 165, "", false, [{ code: "taux-ls-requis" }]],
  ["taux en points", 165, 9, true, [{ code: "taux-superieur-a-1", argument: "tauxLs", valeur: 9 }]],
  [
    "réponse sur le PLH illisible",
    165,
    0.09,
    "bientôt",
    [{ code: "mot-inconnu", argument: "plh", recu: "bientôt", acceptes: ["VRAI", "FAUX"] }],
  ],
  ["objectif négatif", -1, null, null, [NEGATIF]],
  ["objectif négatif et PLH inconnu : les deux raisons", -1, 0.09, null, [NEGATIF, PLH_REQUIS]],
])("refusé : %s", (_cas, objectif, tauxLs, plh, refus) => {
  expect(combienDePlsAuPlus(objectif, tauxLs, plh)).toEqual({ ok: false, refus });
});
