import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** La période et l'inventaire d'un tableau, et la durée d'un aménagement. */

type Lignes = ValeurDeCellule[][];

const controler = (lignes: Lignes, contexte: ContexteDeControle = {}): Controle =>
  controlerLaFeuille(feuilleDe(lignes), {
    plh: true,
    avisCnsru: true,
    accords: "tous",
    ...contexte,
  });
const codes = ({ constats }: Controle): string[] => constats.map(({ code }) => code);

describe("période", () => {
  const tableau = (titre: string, objectif: number, manquants = "LS manquants"): Lignes => [
    ["Commune", manquants, "Écart", titre],
    ["Alpha", 500, 5, objectif],
  ];

  test.each(["abaissés", "après mutualisation"])("2020-2022 n'avait pas d'objectifs %s", (mot) => {
    const { constats, bareme } = controler(tableau(`Objectifs 2020-2022 ${mot}`, 250));
    expect(constats[0]).toMatchObject({
      gravite: "erreur",
      code: "periode-hors-bareme",
      adresse: "D1",
      article: "L. 302-8, I",
      valeurs: {
        affiche: "2020-2022",
        refus: [{ code: "type-hors-periode", periode: "2020-2022" }],
      },
    });
    expect(bareme.periode).toBe("2020-2022");
  });

  test("2020-2022 sans aménagement : 50 % pour toutes, et aucun inventaire de référence", () => {
    const lignes = tableau("Objectif légal 2020-2022", 250, "LS manquants au 1er janvier 2017");
    expect(codes(controler(lignes))).toEqual(["type-deduit"]);
  });

  const colonnes = (periode: string): ValeurDeCellule[] => [
    "Commune",
    "LS manquants au 1er janvier 2019",
    "Écart",
    `Taux ${periode} avant`,
    `Objectif ${periode} avant`,
    `Objectif ${periode} retenu`,
    "Rang de la période",
  ];
  test.each([
    ["sans aménagement", [500, 5, 0.25, 125, 125, 4]],
    ["abaissant", [500, 5, 0.25, 125, 30, 4]],
    ["mutualisant", [500, 4, 0.25, 125, 30, 4]],
    ["mutualisant", [300, 5, 0.25, 75, 170, 4]],
  ])("2017-2019, %s %j : rien n'est affirmé sur un autre barème", (type, nombres) => {
    const lignes: Lignes = [
      [`Contrat ${type} 2017-2019`],
      colonnes("2017-2019"),
      ["Alpha", ...nombres],
      ["Bêta", 300, 5, 0.25, 75, 75, 4],
    ];
    const { constats, conditions, questions, totaux } = controler(lignes, { accords: null });
    expect(constats.map(({ code }) => code)).toEqual(["periode-hors-bareme"]);
    expect([conditions, questions, totaux.marge]).toEqual([[], [], null]);
  });

  test("2017-2019 : ce qui ne se lit pas, et ce que l'arithmétique contredit, se dit toujours", () => {
    const lignes: Lignes = [
      ["Contrat abaissant 2017-2019"],
      [...colonnes("2017-2019"), "Taux retenu"],
      ["Alpha", "NC", 5, 0.25, 125, 30, 4, null],
      ["Bêta", 300, 0, 0.25, 75, 75, 4, null],
      ["Gamma", 300, 5, 0.25, 75, 75, 4, 0.4],
      ["Total", 600, null, null, 275, 999],
    ];
    expect(controler(lignes).constats).toMatchObject([
      { code: "periode-hors-bareme" },
      { code: "donnee-illisible", commune: "Alpha" },
      { code: "ecart-nul", commune: "Bêta" },
      { code: "taux-apres-incoherent", commune: "Gamma" },
      { code: "total-faux" },
    ]);
  });

  test("2020-2022 mutualisant : ni somme, ni accord, ni durée d'une loi d'après", () => {
    const lignes: Lignes = [
      ["Contrat mutualisant 2020-2022"],
      colonnes("2020-2022"),
      ["Alpha", 500, 5, 0.5, 250, 60, 4],
      ["Bêta", 300, 5, 0.5, 150, 170, 4],
    ];
    const { constats, conditions } = controler(lignes, { accords: null, plh: null });
    expect([constats.map(({ code }) => code), conditions]).toEqual([["periode-hors-bareme"], []]);
  });

  test("2020-2022 : 50 % quel que soit l'écart, et la plaquette pour source", () => {
    const lignes: Lignes = [
      ["Contrat sans aménagement 2020-2022"],
      ["Commune", "LS manquants", "Écart", "Taux légal", "Objectif légal", "Objectif retenu"],
      ["Alpha", 500, 4.004, 0.33, 165, 165],
      ["Bêta", 500, null, 0.33, 165, 165],
      ["Gamma", 500, null, 0.5, 250, 250],
    ];
    const feuille = feuilleDe(lignes);
    const ecart = feuille.cellules[2]?.[2];
    if (ecart) ecart.texte = "4,0";
    const { constats } = controlerLaFeuille(feuille);
    expect(constats.map(({ code, article }) => [code, article])).toEqual([
      ["objectif-avant-faux", "plaquette DHUP"],
      ["taux-avant-faux", "plaquette DHUP"],
      ["objectif-different-du-legal", "plaquette DHUP"],
      ["taux-avant-inconnu", "plaquette DHUP"],
      ["ecart-absent", "plaquette DHUP"],
    ]);
  });

  test("la période que donne l'agent vaut à défaut de celle du tableau", () => {
    const lignes = tableau("Objectifs abaissés", 125);
    expect(codes(controler(lignes))).toEqual(["periode-absente"]);
    expect(controler(lignes, { periode: "2023-2025" })).toMatchObject({
      constats: [],
      bareme: { periode: "2023-2025" },
    });
    expect(
      controler(tableau("Objectifs 2026-2028 abaissés", 125), { periode: "2023-2025" }).bareme
    ).toMatchObject({ periode: "2026-2028" });
  });

  test.each([
    ["2023-2025", 2022],
    ["2026-2028", 2025],
  ])("%s se réfère à l'inventaire %d", (periode, reference) => {
    const dit = (annee: number): Controle =>
      controler(
        tableau(`Objectifs ${periode} abaissés`, 125, `LS manquants au 1er janvier ${annee}`)
      );
    expect(codes(dit(reference))).toEqual([]);
    expect(dit(2024).constats).toMatchObject([
      {
        code: "inventaire-a-recaler",
        gravite: "avertissement",
        adresse: "B1",
        valeurs: { lu: 2024, reference, periode },
      },
    ]);
  });
});

describe("durée", () => {
  const tableau = (mot: string, titre: string | null, ...rangs: ValeurDeCellule[]): Lignes => [
    [
      "Commune",
      "LS manquants",
      "Écart",
      `Objectif 2026-2028 ${mot}`,
      ...(titre === null ? [] : [titre]),
    ],
    ["Alpha", 500, 5, mot === "abaissé" ? 125 : 85, rangs[0] ?? null],
    ["Bêta", 300, 5, mot === "abaissé" ? 75 : 179, rangs[1] ?? null],
  ];

  test.each([
    "Périodes déjà consommées",
    "Périodes deja consommées",
    "Nombre de périodes antérieures",
    "Nombre de périodes anterieures",
    "Périodes consécutives écoulées",
    "Périodes consécutives ecoulees",
  ])("« %s » ne compte pas celle-ci : 3 y font une 4e", (titre) => {
    const { constats } = controler(tableau("abaissé", titre, 3, 2));
    expect(constats).toMatchObject([
      { code: "duree-depassee", commune: "Alpha", valeurs: { rang: 4, permises: 3 } },
    ]);
  });

  test.each(["Périodes consommées, y compris celle-ci", "Rang de la période"])(
    "« %s » la compte",
    (titre) => {
      expect(codes(controler(tableau("abaissé", titre, 3, 3)))).toEqual([]);
      expect(codes(controler(tableau("abaissé", titre, 4, 3)))).toEqual(["duree-depassee"]);
    }
  );

  test("la colonne prime sur l'agent, commune par commune", () => {
    const lignes = tableau("abaissé", "Rang de la période", 4, 4);
    const { constats } = controler(lignes, { periodesConsecutives: 1 });
    expect(constats.map(({ commune, adresse }) => [commune, adresse])).toEqual([
      ["Alpha", "E2"],
      ["Bêta", "E3"],
    ]);
  });

  test("mutualisant : l'article, le nombre de périodes, et la seule commune abaissée", () => {
    const lignes = tableau("après mutualisation", "Rang de la période", 3, 3);
    expect(controler(lignes).constats).toMatchObject([
      {
        commune: "Alpha",
        article: "L. 302-8, X, al. 1",
        valeurs: { rang: 3, permises: 2, derogation: false },
      },
    ]);
  });

  test("l'agent répond pour tout le contrat : dit une fois, ou commune par commune si elles diffèrent", () => {
    const lignes = tableau("abaissé", "Population", 4_000, 4_500);
    const contexte = { periodesConsecutives: 4 };
    expect(controler(lignes, contexte).constats).toMatchObject([
      { code: "duree-derogation-possible", commune: undefined, adresse: undefined },
    ]);
    (lignes[2] as ValeurDeCellule[])[4] = 9_000;
    expect(controler(lignes, contexte).constats).toMatchObject([
      { code: "duree-derogation-possible", commune: "Alpha" },
      { code: "duree-depassee", commune: "Bêta", article: "L. 302-8, IX, al. 1" },
    ]);
    expect(controler(lignes.slice(0, 2), contexte).constats).toMatchObject([{ commune: "Alpha" }]);
  });

  test("au légal ou au-dessus, une commune n'est pas abaissée : sa durée ne compte pas", () => {
    const lignes = tableau("abaissé", "Rang de la période", 4, 4);
    (lignes[1] as ValeurDeCellule[])[3] = 165;
    (lignes[2] as ValeurDeCellule[])[3] = 100;
    expect(codes(controler(lignes))).toEqual(["releve-au-dessus-du-legal"]);
  });

  test.each([0, -1, 1_000, "NC"])(
    "un rang « %s » ne se juge pas comme une durée permise",
    (rang) => {
      expect(codes(controler(tableau("abaissé", "Rang de la période", rang, 1)))).not.toContain(
        "duree-derogation-possible"
      );
    }
  );

  test("sans aménagement, il n'y a pas de durée", () => {
    const lignes: Lignes = [
      ["Contrat sans aménagement 2026-2028"],
      [
        "Commune",
        "LS manquants",
        "Écart",
        "Objectif légal",
        "Objectif retenu",
        "Rang de la période",
      ],
      ["Alpha", 500, 5, 165, 150, 4],
    ];
    expect(codes(controler(lignes, { periodesConsecutives: 4 }))).toEqual([
      "objectif-different-du-legal",
    ]);
  });
});
