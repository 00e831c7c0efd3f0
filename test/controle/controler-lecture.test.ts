import { controlerLecture, type ControleDuClasseur } from "../../src/controle";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Plusieurs tableaux, plusieurs EPCI : ce qui se lit ensemble, et ce qui ne se mêle pas. */

type Lignes = ValeurDeCellule[][];

const REPONSES = { plh: true, avisCnsru: true, accords: "tous" } as const;
const controler = (...feuilles: Lignes[]): ControleDuClasseur =>
  controlerLecture(
    feuilles.map((lignes, i) => lireTableaux(feuilleDe(lignes, `Feuille ${i + 1}`))),
    REPONSES
  );

const tableau = (periode: string, quoi: string, apres: number, epci?: string): Lignes => [
  ...(epci === undefined ? [] : [[`EPCI : ${epci}`]]),
  ["Commune", "LS manquants", "Écart", `Objectifs ${periode} ${quoi}`],
  ["Alpha", 500, 5, apres],
];
const codes = ({ constats }: { constats: readonly { code: string }[] }): string[] =>
  constats.map(({ code }) => code);

describe("plusieurs périodes", () => {
  test("le verdict est celui de la plus récente ; l'ancienne reste contrôlée, à part", () => {
    const { verdict, controles, constats } = controler(
      tableau("2023-2025", "après mutualisation", 100, "CC A"),
      tableau("2026-2028", "après mutualisation", 165, "CC A")
    );
    expect(verdict).toBe("conforme");
    expect(controles.map(({ retenu, verdict }) => [retenu, verdict])).toEqual([
      [false, "non conforme"],
      [true, "conforme"],
    ]);
    expect(constats).toMatchObject([
      {
        code: "plusieurs-tableaux",
        valeurs: { lus: [{ feuille: "Feuille 2" }], ecartes: [{ feuille: "Feuille 1" }] },
      },
    ]);
  });

  test.each([
    ["l'ancien ne nomme pas son EPCI", undefined, "CC A"],
    ["le récent ne nomme pas le sien", "CC A", undefined],
    ["aucun ne le nomme", undefined, undefined],
    ["le même, écrit autrement", "CC A", "cc  a"],
  ])("%s : l'ancien est mis à part", (_, ancien, recent) => {
    const { controles } = controler(
      tableau("2023-2025", "après mutualisation", 100, ancien),
      tableau("2026-2028", "après mutualisation", 165, recent)
    );
    expect(controles.map(({ retenu }) => retenu)).toEqual([false, true]);
  });

  test("sans période, un tableau n'est ni l'ancien ni le récent : il compte", () => {
    const sans = tableau("", "après mutualisation", 165, "CC A");
    const avec = tableau("2026-2028", "après mutualisation", 165, "CC A");
    for (const deux of [controler(sans, avec), controler(avec, sans)])
      expect(deux.controles.map(({ retenu }) => retenu)).toEqual([true, true]);
  });

  test("d'un autre EPCI, un tableau plus ancien compte toujours", () => {
    const { verdict } = controler(
      tableau("2023-2025", "après mutualisation", 100, "CC A"),
      tableau("2026-2028", "après mutualisation", 165, "CC B")
    );
    expect(verdict).toBe("non conforme");
  });
});

describe("abaissement et mutualisation", () => {
  const mutualisant = tableau("2026-2028", "après mutualisation", 165, "CC A");

  test("du même EPCI et de la même période : une erreur sur chacun", () => {
    const { controles } = controler(mutualisant, tableau("2026-2028", "abaissés", 125, "CC A"));
    expect(controles.map(codes)).toEqual([["contrats-melanges"], ["contrats-melanges"]]);
  });

  test.each([
    ["d'EPCI différents", tableau("2026-2028", "abaissés", 125, "CC B")],
    ["de périodes différentes", tableau("2023-2025", "abaissés", 125, "CC A")],
    ["l'un sans nom d'EPCI, sur une autre feuille", tableau("2026-2028", "abaissés", 125)],
  ])("%s : rien", (_, autre) => {
    expect(controler(mutualisant, autre).controles.flatMap(codes)).toEqual([]);
  });

  test("dans un même tableau, par sa colonne de type", () => {
    const { controles } = controler([
      ["EPCI", "Commune", "Type de contrat", "LS manquants", "Écart", "Objectif 2026-2028 retenu"],
      ["CC A", "Alpha", "Mutualisant", 500, 5, 165],
      ["CC A", "Bêta", "Abaissant", 500, 5, 125],
      ["CC B", "Gamma", "Abaissant", 500, 5, 125],
      ["CC B", "Delta", "Abaissant", 300, 5, 75],
    ]);
    expect(controles.map(codes).map((siens) => siens.includes("contrats-melanges"))).toEqual([
      true,
      false,
    ]);
    expect(controles[1]).toMatchObject({ type: "abaissant", verdict: "conforme" });
  });
});

describe("un département, par sa colonne EPCI", () => {
  const departement = (totalApres: number): Lignes => [
    ["EPCI", "Commune", "LS manquants", "Écart", "Objectif 2026-2028 après mutualisation"],
    ["CC A", "Alpha", 500, 5, 200],
    ["CC A", "Bêta", 300, 5, 99],
    ["CC B", "Gamma", 500, 5, 150],
    ["Total", null, 1300, null, totalApres],
  ];

  test("un bilan par EPCI : l'excédent de l'un ne comble pas le manque de l'autre", () => {
    const { controles, verdict } = controler(departement(449));
    expect(
      controles.map(({ epci, plageDonnees, totaux }) => [epci, plageDonnees, totaux.marge])
    ).toEqual([
      ["CC A", "A2:E3", 35],
      ["CC B", "A4:E4", -15],
    ]);
    expect(verdict).toBe("non conforme");
  });

  test("le manque d'un EPCI se dit sur ses lignes, pas sur le total du département", () => {
    const { controles } = controler(departement(449));
    expect(controles[1]?.constats).toMatchObject([{ code: "somme-insuffisante", adresse: "E4" }]);
  });

  test("un total faux de tout le département n'est d'aucun EPCI", () => {
    const { controles, constats } = controler(departement(450));
    expect(constats).toMatchObject([
      { code: "total-faux", adresse: "E5", valeurs: { somme: 449 } },
    ]);
    expect(controles.flatMap(codes)).toEqual(["somme-insuffisante"]);
  });

  test("homonymes de deux EPCI : ce ne sont pas des doublons", () => {
    const lignes = departement(449);
    lignes[3] = ["CC B", "Alpha", 500, 5, 165];
    expect(controler(lignes).controles.flatMap(codes)).not.toContain("doublon");
  });
});

test("sans tableau : illisible, et chaque feuille dit pourquoi", () => {
  const { verdict, controles, absences } = controler([["Bonjour"]], []);
  expect([verdict, controles]).toEqual(["illisible", []]);
  expect(absences.map(({ feuille }) => feuille)).toEqual(["Feuille 1", "Feuille 2"]);
});

describe("le type que rien n'écrit se déduit des objectifs", () => {
  test.each([
    ["mutualisant", 85, 179],
    ["abaissant", 125, 99],
    ["sans aménagement", 165, 99],
  ])("%s", (type, alpha, beta) => {
    const { controles } = controler([
      ["Commune", "LS manquants", "Écart", "Objectif légal 2026-2028", "Objectif final"],
      ["Alpha", 500, 5, 165, alpha],
      ["Bêta", 300, 5, 99, beta],
    ]);
    expect(controles).toMatchObject([{ type }]);
    expect(controles.flatMap(codes)).toEqual(["type-deduit"]);
  });
});

test("chaque EPCI a ses réponses, d'un même tableau comme de plusieurs", () => {
  const departement: Lignes = [
    ["EPCI", "Commune", "LS manquants", "Écart", "Objectifs 2026-2028 après mutualisation"],
    ["CC A", "Alpha", 500, 5, 165],
    ["CC B", "Bêta", 500, 5, 165],
  ];
  const lectures = [departement, tableau("2026-2028", "après mutualisation", 165, "CC C")].map(
    (lignes, i) => lireTableaux(feuilleDe(lignes, `Feuille ${i + 1}`))
  );
  const { controles } = controlerLecture(lectures, (epci) => ({
    ...REPONSES,
    plh: epci === "CC B",
  }));
  expect(controles.map(({ epci, constats }) => [epci, codes({ constats })])).toEqual([
    ["CC A", ["plh-absent"]],
    ["CC B", []],
    ["CC C", ["plh-absent"]],
  ]);
});
