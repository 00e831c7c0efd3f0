import type { Constat, ContexteDeControle, Controle } from "../../src/controle";
import { phraserConstat } from "../../src/redaction";
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
  /** À défaut, 137 pour 412 : 33,25 %. */
  const controle = (
    valeur: ValeurDeCellule,
    texte: string,
    format = "General",
    [deficit, objectif] = [412, 137]
  ): Controle => {
    const feuille = feuilleDe([
      [
        "Commune",
        "LS manquants",
        "Écart",
        "Objectif 2026-2028 après mutualisation",
        "Taux de rattrapage après mutualisation",
      ],
      ["Alpha", deficit, 5, objectif, valeur],
    ]);
    const cellule = feuille.cellules[1]?.[4];
    if (cellule) Object.assign(cellule, { texte, format });
    return controler(feuille, { plh: true, avisCnsru: true, accords: "tous" });
  };
  const incoherents = (lu: Controle): Constat[] =>
    lu.constats.filter(({ code }) => code === "taux-apres-incoherent");
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
    expect(dits(controle(valeur, texte, format))).toEqual(attendus);
  });

  test.each<[string, ValeurDeCellule, string, string, unknown[]]>([
    ["en fraction, au centième", 0.33, "0,33", "General", []],
    ["en fraction, au millième", 0.335, "0,335", "General", FAUX],
    ["en pour-cent, au dixième", 33.3, "33,3", "General", []],
    ["en pour-cent, faux au dixième", 33.5, "33,5", "General", FAUX],
    ["« 0,3 » est écrit pour 30 %", 0.3, "0,3", "General", FAUX],
    ["trop large pour sa colonne : son format le dit", 0.335, "####", "0.0%", FAUX],
    ["et sans le dire", 0.335, "####", "General", []],
    ["l'espace devant le « % » n'y change rien", 0.335, "####", "0.0 %", FAUX],
  ])("%s", (_, valeur, texte, format, attendus) => {
    expect(dits(controle(valeur, texte, format))).toEqual(attendus);
  });

  test("à une demi-unité affichée exactement, il est juste", () => {
    expect(incoherents(controle(0, "0 %", "0%", [200, 1]))).toEqual([]);
    expect(incoherents(controle(0, "0 %", "0%", [200, 2]))).toHaveLength(1);
  });

  test("un taux négatif n'est pas celui d'un objectif nul", () => {
    const { constats } = controler(
      feuilleDe([
        ["Commune", "LS manquants", "Écart", "Objectif après", "Taux de rattrapage après"],
        ["Alpha", 412, 5, 0, -0.001],
        ["Bêta", 300, 5, 0, 0],
        ["Gamma", 300, 5, 300, 1],
      ])
    );
    expect(constats.filter(({ code }) => code === "taux-apres-incoherent")).toMatchObject([
      { commune: "Alpha", adresse: "E2" },
    ]);
  });

  test("sans logement manquant, aucun taux ne se compare", () => {
    expect(incoherents(controle(0.5, "50 %", "0%", [0, 4]))).toEqual([]);
  });

  test("le constat donne le taux lu et le quotient attendu, ou ce qui ne se lit pas", () => {
    expect(controle(0.34, "34 %", "0%").constats).toMatchObject([
      { article: "arithmétique du tableau", valeurs: { lu: 0.34, apres: 137, deficit: 412 } },
    ]);
    expect(controle("NC", "NC").constats).toMatchObject([
      { valeurs: { rubrique: "tauxApres", affiche: "NC", refus: [] } },
    ]);
  });
});

describe("PLAI et PLS ensemble", () => {
  test.each<[string, string[], ValeurDeCellule[], unknown[]]>([
    ["tout l'objectif", ["PLAI", "PLS"], [88, 37], []],
    [
      "un logement de trop",
      ["PLAI", "PLS"],
      [89, 37],
      [["plai-et-pls-excessifs", "avertissement", "F2"]],
    ],
    ["trop de PLS se dit seul", ["PLAI", "PLS"], [100, 40], [["pls-excessif", "erreur", "F2"]]],
    ["sans colonne de PLS", ["PLAI"], [126], [["plai-et-pls-excessifs", "avertissement", "E2"]]],
    ["des parts", ["Part de PLAI", "Part de PLS"], [0.7, 0.3], []],
    [
      "des parts de trop",
      ["Part de PLAI", "Part de PLS"],
      [0.8, 0.25],
      [["plai-et-pls-excessifs", "avertissement", "F2"]],
    ],
  ])("%s", (_, titres, valeurs, attendus) => {
    expect(dits(commune(titres, valeurs))).toEqual(attendus);
  });

  test("les deux nombres et l'objectif se lisent", () => {
    const [constat] = commune(["PLAI", "PLS"], [100, 30]).constats;
    expect(constat).toMatchObject({
      article: "arithmétique du tableau",
      valeurs: { pls: 30, plai: 100, enTaux: false },
    });
    expect(constat && phraserConstat(constat).pourquoi.replace(/\s/g, " ")).toBe(
      "100 PLAI et 30 PLS et assimilés : plus que l’objectif retenu, dont ils font partie."
    );
  });
});
