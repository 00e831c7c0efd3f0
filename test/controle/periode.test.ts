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
