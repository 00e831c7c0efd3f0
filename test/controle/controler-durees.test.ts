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
  ])("« %s » : 2 en font une 3e, permise ; 3 une 4e", (titre) => {
    expect(apres(titre, 2)).toEqual([]);
    expect(apres(titre, 3)).toEqual(["duree-depassee Alpha"]);
  });

  test.each([
    "Rang de la période",
    "Périodes consécutives",
    "Périodes déjà consommées (celle-ci comprise)",
  ])("« %s » : 3 est la 3e, permise", (titre) => {
    expect(apres(titre, 3)).toEqual([]);
    expect(apres(titre, 4)).toEqual(["duree-depassee Alpha"]);
  });

  test.each(["4e", "4ème", "4e période"])("un rang écrit « %s » se lit", (ecrit) => {
    expect(apres("Rang de la période", ecrit)).toEqual(["duree-depassee Alpha"]);
  });

  test("aucune période consommée : c'est la première", () => {
    expect(apres("Périodes déjà consommées", 0)).toEqual([]);
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
  ])("%s : %s", (_, population, inconstructible, code) => {
    expect(abaissee(population, inconstructible).constats).toMatchObject([{ code }]);
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
