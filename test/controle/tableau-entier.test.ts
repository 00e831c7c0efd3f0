import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Ce qui se dit d'un tableau entier : son en-tête, ses colonnes absentes, sa somme. */

type Lignes = ValeurDeCellule[][];

const TOUT: ContexteDeControle = { plh: true, avisCnsru: "rendu", accords: "tous" };
const controler = (lignes: Lignes): Controle => controlerLaFeuille(feuilleDe(lignes), TOUT);
const dits = ({ constats }: Controle): unknown[] =>
  constats.map(({ code, gravite, commune, adresse }) => [code, gravite, commune, adresse]);

const APRES = "Objectif 2026-2028 après mutualisation";

describe("sans écart", () => {
  const titres = ["Commune", "LS manquants", "Taux avant", APRES];
  const alpha = ["Alpha", 500, 0.33, 165];

  test("une seule commune : à sa cellule", () => {
    expect(controler([titres, alpha]).constats).toEqual([
      {
        gravite: "information",
        code: "ecart-absent",
        commune: "Alpha",
        adresse: "C2",
        article: "L. 302-8, VII",
        valeurs: { nombre: 1 },
      },
    ]);
  });

  test("plusieurs : une fois, avec leur nombre", () => {
    const { constats } = controler([titres, alpha, ["Bêta", 300, 0.5, 150]]);
    expect(constats).toEqual([
      {
        gravite: "information",
        code: "ecart-absent",
        article: "L. 302-8, VII",
        valeurs: { nombre: 2 },
      },
    ]);
  });

  test("ni taux, ni objectif annoncé : une erreur à la colonne des manquants", () => {
    const { constats } = controler([
      ["Commune", "LS manquants", APRES],
      ["Alpha", 500, 165],
    ]);
    expect(constats).toEqual([
      {
        gravite: "erreur",
        code: "donnee-illisible",
        adresse: "B1",
        article: "L. 302-8, VII",
        valeurs: { rubrique: "ecart", affiche: "", refus: [{ code: "vide", argument: "ecart" }] },
      },
    ]);
  });
});

describe("colonnes et lignes absentes", () => {
  test("sans objectif après : dit à la colonne de l'objectif avant", () => {
    const lignes: Lignes = [
      ["Contrat mutualisant 2026-2028"],
      ["Commune", "LS manquants", "Écart", "Objectif avant mutualisation"],
      ["Alpha", 500, 5, 165],
    ];
    expect(dits(controler(lignes))).toEqual([["objectif-apres-absent", "erreur", undefined, "D2"]]);
  });

  test("sans commune : dit à la colonne des noms", () => {
    expect(dits(controler([["Commune", "LS manquants", "Écart", APRES]]))).toEqual([
      ["aucune-commune", "erreur", undefined, "A1"],
    ]);
  });
});

describe("les sommes qu'on ne peut conclure", () => {
  const titres = ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 avant", APRES];
  const lignes = (titre: string, ...cellules: number[]): Lignes => [
    [...titres, titre],
    ["Alpha", 500, 5, 165, 85, cellules[0] ?? null],
    ["Bêta", 300, 5, 99, 179, cellules[1] ?? null],
  ];

  test.each<[string, Lignes, object]>([
    [
      "toutes se concluent",
      lignes("Population", 9000, 8000),
      { deficit: 800, avantLu: 264, avantLegal: 264, apres: 264, marge: 0 },
    ],
    [
      "deux colonnes de manquants",
      lignes("LS manquants", 400, 200),
      { deficit: null, avantLu: 264, avantLegal: null, apres: 264, marge: null },
    ],
    [
      "deux colonnes d'objectifs après",
      lignes(APRES, 100, 164),
      { deficit: 800, avantLu: 264, avantLegal: 264, apres: null, marge: null },
    ],
    [
      "aucune commune",
      [titres],
      { deficit: null, avantLu: null, avantLegal: null, apres: null, marge: null },
    ],
  ])("%s", (_, tableau, totaux) => {
    expect(controler(tableau).totaux).toEqual(totaux);
  });

  test("des arrondissements : leurs manquants et leurs objectifs", () => {
    const { totaux } = controler([
      ["Arrondissement", "LS manquants", "Objectif 2026-2028"],
      ["Lyon 1er", 500, 300],
      ["Lyon 2e", 300, 100],
    ]);
    expect(totaux).toMatchObject({ deficit: 800, avantLegal: null, apres: 400, marge: null });
  });
});

describe("les modes nommés par une colonne", () => {
  const tableau = (...modes: string[]): Lignes => [
    ["Commune", "Type de contrat", "LS manquants", "Écart", "Objectif 2026-2028 retenu"],
    ...modes.map((mode, i) => [`Commune ${i}`, mode, 500, 5, 165]),
  ];
  test("abaissant et mutualisant : une erreur pour l'EPCI", () => {
    const { constats } = controler(tableau("Abaissant", "Mutualisant"));
    expect(constats).toContainEqual({
      gravite: "erreur",
      code: "contrats-melanges",
      article: "guide",
      valeurs: { epci: null },
    });
  });
  test.each([[["Abaissant", "Abaissant"]], [["Mutualisant", "Mutualisant"]]])(
    "%j : rien",
    (modes) => {
      expect(dits(controler(tableau(...modes)))).toEqual([]);
    }
  );
});

describe("la somme insuffisante se montre", () => {
  const titres = ["Commune", "LS manquants", "Écart", APRES];
  const alpha = ["Alpha", 500, 5, 85];
  const beta = ["Bêta", 300, 5, 178];
  const place = (lignes: Lignes): unknown =>
    controler(lignes).constats.find(({ code }) => code === "somme-insuffisante")?.adresse;

  test.each<[string, Lignes, string]>([
    ["sur le total", [titres, alpha, beta, ["Total", 800, null, 263]], "D4"],
    ["sans total, sur la colonne", [titres, alpha, beta], "D1"],
  ])("%s", (_, lignes, adresse) => {
    expect(place(lignes)).toBe(adresse);
  });

  test("en premier, avec ce qui manque", () => {
    const [premier] = controler([titres, alpha, beta, ["Total", 801, null, 263]]).constats;
    expect(premier).toMatchObject({
      code: "somme-insuffisante",
      valeurs: { avant: 264, apres: 263, manque: 1 },
    });
  });

  test("un EPCI parmi d'autres : sur son sous-total, ou sur sa dernière commune", () => {
    const deux = (sousTotal: boolean): Lignes => [
      ["EPCI", ...titres],
      ["CC A", ...alpha],
      ["CC A", ...beta],
      ...(sousTotal ? [["Sous-total CC A", null, 800, null, 263]] : []),
      ["CC B", "Gamma", 400, 5, 132],
      ["Total", null, 1200, null, 395],
    ];
    expect(place(deux(true))).toBe("E4");
    expect(place(deux(false))).toBe("E3");
  });

  test("abaissant : la somme n'a pas à tenir", () => {
    const lignes = [
      ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"],
      ["Alpha", 500, 5, 125],
    ];
    expect(dits(controler(lignes))).toEqual([]);
  });
});
