import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** PLAI, PLS et taux « après » d'une commune dont l'objectif retenu est 125 (38 PLAI au moins ; 37 ou 25 PLS au plus). */

const commune = (
  titres: string[],
  valeurs: ValeurDeCellule[],
  contexte: ContexteDeControle = {},
  objectif = 125
): Controle =>
  controler(
    feuilleDe([
      ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé", ...titres],
      ["Alpha", objectif * 4, 5, objectif, ...valeurs],
    ]),
    contexte
  );
const dits = ({ constats }: Controle): unknown[] =>
  constats
    .filter(({ code }) => !/type|unite|texte/.test(code))
    .map(({ code, gravite, adresse }) => [code, gravite, adresse]);

describe("PLAI", () => {
  test.each<[string, string, ValeurDeCellule, unknown[]]>([
    ["38 logements", "PLAI", 38, []],
    ["37 logements", "PLAI", 37, [["plai-insuffisant", "erreur", "E2"]]],
    ["30 %", "Part de PLAI", 0.3, []],
    ["29,9 %", "Part de PLAI", 0.299, [["plai-insuffisant", "erreur", "E2"]]],
    ["vide", "PLAI", null, []],
    ["illisible", "PLAI", "NC", [["donnee-illisible", "avertissement", "E2"]]],
    ["part illisible", "Part de PLAI", "NC", [["donnee-illisible", "avertissement", "E2"]]],
  ])("%s", (_, titre, valeur, attendus) => {
    expect(dits(commune([titre], [valeur]))).toEqual(attendus);
  });

  test("le constat donne le nombre lu et le minimum, dans la même unité", () => {
    expect(commune(["PLAI"], [37]).constats).toMatchObject([
      { valeurs: { lu: 37, limite: 38, taux: 300_000, enTaux: false } },
    ]);
    expect(commune(["Part de PLAI"], [0.2]).constats).toMatchObject([
      { valeurs: { lu: 0.2, taux: 300_000, enTaux: true } },
    ]);
  });

  test("les logements priment sur la part", () => {
    expect(dits(commune(["PLAI", "Part de PLAI"], [37, 0.3]))).toEqual([
      ["plai-insuffisant", "erreur", "E2"],
    ]);
  });

  test("sans objectif, rien à exiger", () => {
    const lignes = feuilleDe([
      ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 après mutualisation", "PLAI", "PLS"],
      ["Alpha", 0, -1, 0, 0, 4],
      ["Bêta", 500, 5, 165, 50, 40],
    ]);
    const { constats } = controler(lignes, { plh: true, avisCnsru: true, accords: "tous" });
    expect(constats.map(({ code }) => code)).toEqual(["deficit-nul"]);
  });
});

describe("PLS", () => {
  test.each<[string, string[], ValeurDeCellule[], ContexteDeControle, unknown[]]>([
    ["37, sans taux connu", ["PLS"], [37], {}, []],
    ["38, sans taux connu", ["PLS"], [38], {}, [["pls-excessif", "erreur", "E2"]]],
    ["37, sans taux connu ni PLH", ["PLS"], [37], { plh: false }, []],
    ["30 %", ["Part de PLS"], [0.3], {}, []],
    ["30,1 %", ["Part de PLS"], [0.301], {}, [["pls-excessif", "erreur", "E2"]]],
    ["26 à 10 % de LS", ["PLS", "Taux LS"], [26, 0.1], { plh: false }, []],
    [
      "26 à 9,9 %, PLH par sa colonne",
      ["PLS", "Taux LS", "PLH exécutoire"],
      [26, 0.099, "Oui"],
      { plh: false },
      [],
    ],
    [
      "26 à 9,9 %, sans PLH par sa colonne",
      ["PLS", "Taux LS", "PLH exécutoire"],
      [26, 0.099, "Non"],
      { plh: true },
      [["pls-excessif", "erreur", "E2"]],
    ],
    [
      "taux de LS illisible : le plafond ordinaire",
      ["PLS", "Taux LS"],
      [26, "NC"],
      { plh: false },
      [],
    ],
    ["vide", ["PLS"], [null], {}, []],
    ["illisible", ["PLS"], ["NC"], {}, [["donnee-illisible", "avertissement", "E2"]]],
  ])("%s", (_, titres, valeurs, contexte, attendus) => {
    expect(dits(commune(titres, valeurs, contexte))).toEqual(attendus);
  });

  test.each([
    [38, null, 37, 300_000],
    [38, false, 37, 300_000],
    [30, false, 25, 200_000],
    [30, null, 25, 200_000],
  ])("%d PLS à 9 % : le plafond dépassé est celui qui est dit", (pls, plh, limite, taux) => {
    expect(commune(["PLS", "Taux LS"], [pls, 0.09], { plh }).constats).toMatchObject([
      { code: "pls-excessif", valeurs: { lu: pls, limite, taux, enTaux: false } },
    ]);
  });
});

describe("taux « après » (arbitrage 11)", () => {
  /** 136 pour 412 : 33,0097 %. */
  const taux = (valeur: ValeurDeCellule, texte: string, format = "General"): unknown[] => {
    const feuille = feuilleDe([
      [
        "Commune",
        "LS manquants",
        "Écart",
        "Objectif 2026-2028 après mutualisation",
        "Taux de rattrapage après mutualisation",
      ],
      ["Alpha", 412, 5, 137, valeur],
    ]);
    const cellule = feuille.cellules[1]?.[4];
    if (cellule) Object.assign(cellule, { texte, format });
    return dits(controler(feuille, { plh: true, avisCnsru: true, accords: "tous" }));
  };
  const FAUX = [["taux-apres-incoherent", "avertissement", "E2"]];

  test.each<[string, ValeurDeCellule, string, string, unknown[]]>([
    ["exact", 137 / 412, "33,25 %", "0.00%", []],
    ["arrondi à l'unité affichée", 0.33, "33 %", "0%", []],
    ["faux à l'unité affichée", 0.34, "34 %", "0%", FAUX],
    ["juste au dixième affiché", 0.333, "33,3 %", "0.0%", []],
    ["qui redonne l'objectif", 0.3305, "33,05 %", "0.00%", []],
    ["faux au centième affiché", 0.335, "33,50 %", "0.00%", FAUX],
    ["en texte", "33 %", "33 %", "@", []],
    ["en texte, faux", "34 %", "34 %", "@", FAUX],
    ["en texte, avec une décimale", "33,3 %", "33,3 %", "@", []],
    ["en texte, faux d'une décimale", "33,5 %", "33,5 %", "@", FAUX],
    ["vide", null, "", "General", []],
    ["illisible", "NC", "NC", "General", [["donnee-illisible", "avertissement", "E2"]]],
  ])("%s", (_, valeur, texte, format, attendus) => {
    expect(taux(valeur, texte, format)).toEqual(attendus);
  });
});
