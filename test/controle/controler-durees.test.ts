import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** La durée d'un aménagement : 3 périodes abaissées d'affilée, 2 mutualisées. Voir aussi periode.test.ts. */

type Lignes = ValeurDeCellule[][];

const REPONSES: ContexteDeControle = { plh: true, avisCnsru: true, accords: "tous" };
const controler = (lignes: Lignes): Controle => controlerLaFeuille(feuilleDe(lignes), REPONSES);
const durees = (lignes: Lignes): string[] =>
  controler(lignes)
    .constats.filter(({ code }) => code.startsWith("duree"))
    .map(({ code, commune }) => `${code} ${commune}`);

const ABAISSEMENT = ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"];
const MUTUALISATION = [
  "Commune",
  "LS manquants",
  "Écart",
  "Objectif 2026-2028 après mutualisation",
  "Rang de la période",
  "Population",
];

describe("un titre qui compte les périodes d'avant celle-ci", () => {
  const apres = (titre: string, rang: ValeurDeCellule): string[] =>
    durees([
      [...ABAISSEMENT, titre],
      ["Alpha", 500, 5, 125, rang],
    ]);

  test.each([
    "Périodes déjà faites",
    "Périodes deja faites",
    "Périodes déja faites",
    "Périodes d'abaissement précédentes",
    "Périodes d'abaissement precedentes",
    "Périodes d'abaissement précedentes",
    "Périodes consécutives, sans celle-ci, déjà consommées",
    "Périodes antérieures (hors période en cours)",
    "PÉRIODES DÉJÀ CONSOMMÉES",
    "Périodes déjà consommées, celle-ci non comprise",
    "Périodes déjà consommées (2026-2028 non compris)",
    "Périodes déjà consommées (2026-28 non comprise)",
    "Périodes déjà consommées, hors période en cours",
    "Périodes déjà consommées, sans celle-ci",
    "Périodes déjà consommées, y compris 2023-2025",
    "Périodes consécutives, celle-ci non comprise",
    "Périodes consécutives, celle-ci n'étant pas comprise",
    "Périodes consécutives (2026-2028 non compris)",
    "Périodes consécutives (hors période en cours)",
    "Périodes consécutives (hors 2026-2028)",
    "Périodes consécutives sans celle-ci",
    "Périodes consécutives sans compter le contrat en cours",
    "Périodes consécutives, la présente période exclue",
    "Périodes consécutives passées",
    "Périodes consécutives échues",
    "Périodes consécutives révolues",
    "Périodes consécutives antérieures",
    "Périodes consécutives avant celle-ci",
    "Périodes consécutives avant 2026-2028",
    "Périodes consécutives avant le contrat",
    "Périodes consécutives précédentes",
    "Périodes précédentes",
    "Périodes précédentes (hors celle-ci)",
    "Périodes échues",
    "Nombre de contrats abaissants précédents",
    "Nb de contrats précédents",
  ])("« %s » : 2 en font une 3e, permise ; 3 une 4e", (titre) => {
    expect(apres(titre, 2)).toEqual([]);
    expect(apres(titre, 3)).toEqual(["duree-depassee Alpha"]);
  });

  test.each([
    "Rang de la période",
    "Périodes consécutives",
    "Rang de la période en cours",
    "Périodes consécutives, celle-ci comprise",
    "Périodes consécutives sans interruption, celle-ci comprise",
    "Périodes consécutives (2020-2022 non comprise)",
    "Périodes déjà consommées (celle-ci comprise)",
    "Périodes déjà consommées, celle-ci incluse",
    "Périodes déjà consommées avec celle-ci",
    "Périodes déjà consommées (2026-2028 compris)",
    "Périodes consécutives passées, dont la période en cours",
    "Périodes précédentes, y compris la présente période",
  ])("« %s » : 3 est la 3e, permise", (titre) => {
    expect(apres(titre, 3)).toEqual([]);
    expect(apres(titre, 4)).toEqual(["duree-depassee Alpha"]);
  });

  test("aucune période consommée : c'est la première", () => {
    expect(apres("Périodes déjà consommées", 0)).toEqual([]);
  });
});

test.each([
  "Retard des périodes précédentes",
  "Bilan périodes précédentes",
  "Période précédente",
  "Contrats précédents",
])("« %s » n'est pas un compte de périodes", (titre) => {
  expect(
    durees([
      [...ABAISSEMENT, titre],
      ["Alpha", 500, 5, 125, 4],
    ])
  ).toEqual([]);
});

describe("un rang", () => {
  const auRang = (rang: ValeurDeCellule, periodesConsecutives?: number): Controle =>
    controlerLaFeuille(
      feuilleDe([
        [...ABAISSEMENT, "Rang de la période"],
        ["Alpha", 500, 5, 125, rang],
      ]),
      { ...REPONSES, periodesConsecutives }
    );
  const codes = (controle: Controle): string[] =>
    controle.constats.map(({ code }) => code).filter((code) => code !== "nombre-en-texte");

  test.each([4, 11, 12, 1_000])("%d est une durée dépassée", (rang) => {
    expect(auRang(rang).constats).toMatchObject([
      { code: "duree-depassee", valeurs: { rang, permises: 3 } },
    ]);
  });

  test.each([4, 11, 12])("%d, dit par l'agent, aussi", (rang) => {
    expect(auRang(null, rang).constats).toMatchObject([
      { code: "duree-depassee", valeurs: { rang, permises: 3 } },
    ]);
  });

  test.each([
    "4",
    "4e",
    "4ème",
    "4e période",
    "4e contrat",
    "4ème CMS",
    "4 périodes",
    "4 contrats",
    "n° 4",
    "N°4",
  ])("écrit « %s » se lit 4", (ecrit) => {
    expect(codes(auRang(ecrit))).toEqual(["duree-depassee"]);
  });

  test.each(["3e contrat", "n° 3", 3, 1, 0, null, "-", "sans objet"])(
    "« %s » : rien à dire",
    (ecrit) => {
      expect(codes(auRang(ecrit))).toEqual([]);
    }
  );

  test.each<[ValeurDeCellule, string]>([
    [3.5, "3.5"],
    [-1, "-1"],
    [2026, "2026"],
    ["3,5", "3,5"],
    ["quatrième", "quatrième"],
    ["IV", "IV"],
    ["NC", "NC"],
    ["4e ?", "4e ?"],
    ["n° 4 ou 5", "n° 4 ou 5"],
    ["4 %", "4 %"],
    ["4 logements", "4 logements"],
    ["2026-2028", "2026-2028"],
  ])("« %s » ne se lit pas, et c'est dit", (ecrit, affiche) => {
    const controle = auRang(ecrit);
    expect(controle.constats).toEqual([
      {
        gravite: "avertissement",
        code: "donnee-illisible",
        commune: "Alpha",
        adresse: "E2",
        article: "L. 302-8, IX",
        valeurs: { rubrique: "periodesConsecutives", affiche, refus: [] },
      },
    ]);
    expect(controle.verdict).toBe("avertissements seulement");
  });

  test("illisible, il n'efface pas celui que dit l'agent", () => {
    expect(codes(auRang("IV", 4))).toEqual(["donnee-illisible", "duree-depassee"]);
    expect(codes(auRang("IV", 3))).toEqual(["donnee-illisible"]);
  });

  test("illisible, il ne se dit pas d'une commune qui n'est pas abaissée", () => {
    const lignes: Lignes = [
      [...ABAISSEMENT, "Rang de la période"],
      ["Alpha", 500, 5, 165, "IV"],
      ["Bêta", 300, 5, 75, 1],
    ];
    expect(controler(lignes).constats).toEqual([]);
  });

  test("illisible sous un contrat mutualisant : l'article est le X", () => {
    const lignes: Lignes = [
      MUTUALISATION,
      ["Alpha", 500, 5, 85, "IV", 4_000],
      ["Bêta", 300, 5, 179, 3, 4_000],
    ];
    expect(controler(lignes).constats).toMatchObject([
      { code: "donnee-illisible", adresse: "E2", article: "L. 302-8, X" },
    ]);
  });
});

describe("la dérogation, sur demande motivée, du seul contrat abaissant", () => {
  const abaissee = (population: ValeurDeCellule, inconstructible: ValeurDeCellule): Controle =>
    controler([
      [
        ...ABAISSEMENT,
        "Rang de la période",
        "Population",
        "Part inconstructible du territoire urbanisé",
      ],
      ["Alpha", 500, 5, 125, 4, population, inconstructible],
    ]);

  test.each<[string, ValeurDeCellule, ValeurDeCellule, string]>([
    ["4 999 habitants", 4_999, null, "duree-derogation-possible"],
    ["5 000 habitants", 5_000, null, "duree-depassee"],
    ["population inconnue", null, null, "duree-depassee"],
    ["30 % inconstructible, population inconnue", null, 0.3, "duree-derogation-possible"],
    ["50 % inconstructible, 9 000 habitants", 9_000, 0.5, "duree-derogation-possible"],
    ["29,9 % inconstructible", 9_000, 0.299, "duree-depassee"],
    ["50,1 % inconstructible", 9_000, 0.501, "duree-depassee"],
    ["4 000 habitants, part « NC »", 4_000, "NC", "duree-derogation-possible"],
    ["4 000 habitants, part de 120 %", 4_000, 1.2, "duree-derogation-possible"],
    ["« env. 4000 » habitants, 40 %", "env. 4000", 0.4, "duree-derogation-possible"],
    ["population « NC », 40 %", "NC", 0.4, "duree-derogation-possible"],
    ["0 habitant, 40 %", 0, 0.4, "duree-derogation-possible"],
    ["0 habitant, 10 %", 0, 0.1, "duree-depassee"],
    ["0 habitant, part inconnue", 0, null, "duree-depassee"],
  ])("%s : %s", (_, population, inconstructible, code) => {
    expect(abaissee(population, inconstructible).constats).toMatchObject([{ code }]);
  });

  test.each<[string, ValeurDeCellule, ValeurDeCellule, string, string]>([
    ["« env. 4000 » habitants", "env. 4000", null, "population", "F2"],
    ["9 000 habitants, part « NC »", 9_000, "NC", "inconstructibilite", "G2"],
  ])("%s : ce qui pourrait l'ouvrir ne se lit pas, et c'est dit", (...cas) => {
    const [, population, inconstructible, rubrique, adresse] = cas;
    expect(abaissee(population, inconstructible).constats).toMatchObject([
      { code: "donnee-illisible", gravite: "avertissement", adresse, valeurs: { rubrique } },
      { code: "duree-depassee", gravite: "erreur" },
    ]);
  });

  test("refusée, elle reste nommée : elle peut encore se demander", () => {
    expect(abaissee(9_000, null).constats).toEqual([
      {
        gravite: "erreur",
        code: "duree-depassee",
        commune: "Alpha",
        adresse: "E2",
        article: "L. 302-8, IX, al. 1",
        valeurs: { rang: 4, permises: 3, derogation: true },
      },
    ]);
  });

  test("une mutualisation ne se prolonge pas, même sous 5 000 habitants", () => {
    const lignes: Lignes = [
      MUTUALISATION,
      ["Alpha", 500, 5, 85, 3, 4_000],
      ["Bêta", 300, 5, 179, 3, 4_000],
    ];
    expect(controler(lignes).constats).toEqual([
      {
        gravite: "erreur",
        code: "duree-depassee",
        commune: "Alpha",
        adresse: "E2",
        article: "L. 302-8, X, al. 1",
        valeurs: { rang: 3, permises: 2, derogation: false },
      },
    ]);
  });
});

test("un objectif abaissé qui manque ne dit pas que la commune est abaissée", () => {
  const lignes: Lignes = [
    [...ABAISSEMENT, "Rang de la période"],
    ["Alpha", 500, 5, null, 4],
    ["Bêta", 300, 5, 75, 4],
  ];
  expect(durees(lignes)).toEqual(["duree-depassee Bêta"]);
});

test("un objectif légal indéterminé non plus", () => {
  const lignes: Lignes = [
    [...ABAISSEMENT, "Rang de la période"],
    ["Alpha", 500, 0, 125, 4],
  ];
  expect(durees(lignes)).toEqual([]);
});
