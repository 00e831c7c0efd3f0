import { lireTableaux, type TableauTrouve, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Où sont les titres, ce qu'un titre de groupe couvre, où un tableau finit et où l'autre commence. */

type Ligne = ValeurDeCellule[];

const lire = (lignes: Ligne[], fusions?: string[]): TableauTrouve[] =>
  lireTableaux({ ...feuilleDe(lignes), fusions }).tableaux;

const noms = ({ communes }: TableauTrouve): string[] => communes.map(({ nom }) => nom);

/** Rubrique → « lettre : titre ». */
const titres = (tableau: TableauTrouve | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tableau?.colonnes ?? {}).map(([rubrique, { adresse, titre }]) => [
      rubrique,
      `${adresse.replace(/\d/g, "")} : ${titre}`,
    ])
  );

const TITRES: Ligne = ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"];
const A: Ligne = ["Alpha", 500, 165, 125];
const B: Ligne = ["Bêta", 300, 99, 75];
const GAMMA: Ligne = ["Gamma", 100, 33, 25];
const DELTA: Ligne = ["Delta", 200, 66, 50];

describe("titres de groupe", () => {
  const SANS_COTE: Ligne = ["Commune", "LLS manquants", "Taux", "Objectif", "Taux", "Objectif"];
  const LIGNE: Ligne = ["Alpha", 500, 33, 165, 30, 150];

  test("fusionné, il vaut pour sa fusion et elle seule", () => {
    const lignes: Ligne[] = [[null, null, "Avant CMS", null, null, null], SANS_COTE, LIGNE];
    expect(titres(lire(lignes, ["C1:D1"])[0])).toMatchObject({
      tauxAvant: "C : Avant CMS › Taux",
      objectifAvant: "D : Avant CMS › Objectif",
      tauxApres: "E : Taux",
      objectifApres: "F : Objectif",
    });
  });

  test("non fusionné, il vaut jusqu'au titre de groupe suivant", () => {
    const lignes: Ligne[] = [[null, null, "Avant CMS", null, "Après CMS", null], SANS_COTE, LIGNE];
    expect(titres(lire(lignes)[0])).toEqual({
      commune: "A : Commune",
      deficit: "B : LLS manquants",
      tauxAvant: "C : Avant CMS › Taux",
      objectifAvant: "D : Avant CMS › Objectif",
      tauxApres: "E : Après CMS › Taux",
      objectifApres: "F : Après CMS › Objectif",
    });
  });

  test("une colonne sans titre l'arrête", () => {
    const [tableau] = lire([
      [null, null, "Avant CMS", null, null],
      ["Commune", "LLS manquants", "Objectif", null, "Objectif"],
      ["Alpha", 500, 165, null, 125],
    ]);
    expect(titres(tableau)).toMatchObject({
      objectifAvant: "C : Avant CMS › Objectif",
      objectifApres: "E : Objectif",
    });
  });

  test("un titre qui se suffit n'est pas repris par le groupe à sa gauche", () => {
    const [tableau] = lire([
      [null, null, "Après CMS", null, null],
      ["Commune", "LLS manquants", "Objectif", "Objectif légal", "PLAI"],
      ["Alpha", 500, 125, 165, 40],
    ]);
    expect(titres(tableau)).toMatchObject({
      objectifApres: "C : Après CMS › Objectif",
      objectifAvant: "D : Objectif légal",
      plai: "E : PLAI",
    });
  });

  test.each([0, 2])("au bord du tableau (%i colonnes vides à gauche), c'est son titre", (vides) => {
    const decaler = (ligne: Ligne): Ligne => [
      ...Array.from({ length: vides }, () => null),
      ...ligne,
    ];
    const [tableau] = lire([
      decaler(["Objectifs avant contrat", null, null, "Retenu"]),
      decaler(["Commune", "LLS manquants", "Objectif", "Objectif"]),
      decaler(A),
    ]);
    expect(
      Object.values(titres(tableau))
        .map((titre) => titre.slice(4))
        .sort()
    ).toEqual(["Commune", "LLS manquants", "Objectif", "Retenu › Objectif"]);
  });

  test("une ligne de plus n'est prise que si elle apporte quelque chose", () => {
    const plage = (dessus: Ligne): unknown => lire([dessus, TITRES, A])[0]?.plage;
    expect(plage(["Note", null, "Loi", "Contrat"])).toBe("A2:D3");
    expect(
      lire([[null, null, "Avant", "Après"], ["Commune", "Manque", "Objectif", "Objectif"], A])[0]
        ?.plage
    ).toBe("A1:D3");
  });

  test("un titre fusionné sur deux lignes, et une fusion dans les données, ne se répètent pas", () => {
    const [tableau] = lire(
      [["Commune", "LLS manquants", "Objectifs", null], [null, null, "légal", "retenu"], A, B],
      ["A1:A2", "B1:B2", "C1:D1"]
    );
    expect(titres(tableau)).toEqual({
      commune: "A : Commune",
      deficit: "B : LLS manquants",
      objectifAvant: "C : Objectifs › légal",
      objectifApres: "D : Objectifs › retenu",
    });
  });

  test("une fusion illisible, hors de la feuille ou d'une colonne entière ne gêne rien", () => {
    const attendu = titres(lire([TITRES, A, B])[0]);
    const fusions = ["?", "Z90:Z99", "F1:F1048576"];
    expect(titres(lire([TITRES, A, B], fusions)[0])).toEqual(attendu);
  });

  test("les fusions se comptent sur la feuille, où que commence la lecture", () => {
    const lignes: Ligne[] = [[null, null, "Avant CMS", null, null, null], SANS_COTE, LIGNE];
    const lu = lireTableaux({ ...feuilleDe(lignes), ligne: 4, colonne: 2, fusions: ["E5:F5"] });
    expect(titres(lu.tableaux[0])).toMatchObject({
      objectifAvant: "F : Avant CMS › Objectif",
      objectifApres: "H : Objectif",
    });
  });
});

describe("une seconde ligne de titres, sous les noms", () => {
  test("précise les colonnes si celle des noms y est vide", () => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"],
      [null, "au 01/01/2025", "2026-2028", "2026-2028"],
      A,
      B,
    ]);
    expect(titres(tableau)).toMatchObject({
      deficit: "B : LLS manquants › au 01/01/2025",
      objectifApres: "D : Objectif retenu › 2026-2028",
    });
    expect(tableau?.colonnes.deficit?.adresse).toBe("B2");
  });

  test("n'en est pas une si elle nomme une commune, ou si elle est la dernière de la feuille", () => {
    const [nommee] = lire([TITRES, ["Alpha", "NC", "à venir", "à venir"], B]);
    const [derniere] = lire([TITRES, [null, "au 01/01/2025", "2026-2028", "2026-2028"]]);
    expect(titres(nommee).deficit).toBe("B : LLS manquants");
    expect(nommee && noms(nommee)).toContain("Bêta");
    expect(titres(derniere).deficit).toBe("B : LLS manquants");
  });
});

describe("plusieurs tableaux", () => {
  test("trois côte à côte", () => {
    const lus = lire([
      [...TITRES, null, ...TITRES, null, ...TITRES],
      [...A, null, ...B, null, ...GAMMA],
    ]);
    expect(lus.map((tableau) => [tableau.plage, ...noms(tableau)])).toEqual([
      ["A1:D2", "Alpha"],
      ["F1:I2", "Bêta"],
      ["K1:N2", "Gamma"],
    ]);
  });

  test("de haut en bas, même si celui de droite commence plus haut que celui de gauche", () => {
    const lus = lire([
      [1, 2, 3, 4, null, ...TITRES],
      [5, 6, 7, 8, null, ...A],
      [null, null, null, null, null, ...B],
      [],
      TITRES,
      GAMMA,
      DELTA,
    ]);
    expect(lus.map((tableau) => [tableau.plage, ...noms(tableau)])).toEqual([
      ["F1:I3", "Alpha", "Bêta"],
      ["A5:D7", "Gamma", "Delta"],
    ]);
  });

  test("le second a plus de colonnes : chacun garde ses lignes", () => {
    const lus = lire([
      TITRES,
      A,
      [],
      [...TITRES, "Taux LS", "PLAI", "PLS"],
      [...GAMMA, 15, 8, 4],
      [...DELTA, 15, 16, 8],
    ]);
    expect(lus.map((tableau) => [tableau.plage, ...noms(tableau)])).toEqual([
      ["A1:D2", "Alpha"],
      ["A4:G6", "Gamma", "Delta"],
    ]);
  });

  test.each([
    ["INSEE", "86001", "86002"],
    ["EPCI", "CA du Val", "CA du Val"],
    ["Code commune", "86001", "86002"],
  ])(
    "avant et après dans deux blocs qui répètent « %s » et les noms : un seul",
    (titre, un, deux) => {
      const lus = lire([
        [
          titre,
          "Commune",
          "LLS manquants",
          "Objectif légal",
          null,
          titre,
          "Commune",
          "Objectif retenu",
        ],
        [un, "Alpha", 500, 165, null, un, "Alpha", 125],
        [deux, "Bêta", 300, 99, null, deux, "Bêta", 75],
      ]);
      expect(lus.map((tableau) => titres(tableau).objectifApres)).toEqual(["H : Objectif retenu"]);
    }
  );

  test("deux blocs des mêmes noms qui répètent le déficit sont deux tableaux", () => {
    const lus = lire([
      [...TITRES, null, ...TITRES],
      [...A, null, ...A],
      [...B, null, ...B],
    ]);
    expect(lus).toHaveLength(2);
  });

  test("une seconde colonne « Commune » sans objectif n'ouvre pas de tableau", () => {
    const lus = lire([
      [...TITRES, null, "Commune", "Observations"],
      [...A, null, "Gamma", "RAS"],
      [...B, null, "Delta", "RAS"],
    ]);
    expect(lus.map(noms)).toEqual([["Alpha", "Bêta"]]);
  });

  test("les colonnes d'identité qui précèdent les noms suivent leur tableau", () => {
    const lus = lire([
      [...TITRES, "EPCI", "INSEE", ...TITRES],
      [...A, "CA du Val", "86003", ...GAMMA],
      [...B, "CA du Val", "86004", ...DELTA],
    ]);
    expect(
      lus.map((tableau) => [tableau.plage, titres(tableau).epci, titres(tableau).insee])
    ).toEqual([
      ["A1:D3", undefined, undefined],
      ["E1:J3", "E : EPCI", "F : INSEE"],
    ]);
  });

  test("la remarque d'une commune sans chiffres n'ouvre pas de tableau", () => {
    const lus = lire([
      [...TITRES, "Observations"],
      [...A, "RAS"],
      ["Gamma", null, null, null, "Objectif à revoir"],
      [...B, "RAS"],
    ]);
    expect(lus.map(noms)).toEqual([["Alpha", "Gamma", "Bêta"]]);
  });
});

describe("la colonne des noms sans titre", () => {
  const [, ...SANS_NOM] = TITRES;
  const [, ...a] = A;
  const [, ...b] = B;
  const colonne = (lignes: Ligne[]): string | undefined =>
    lire(lignes)[0]?.colonnes.commune?.adresse;

  test("est la première de textes, après un numéro d'ordre ou un code", () => {
    expect(colonne([[null, ...SANS_NOM], A, B])).toBe("A1");
    expect(
      colonne([
        [null, null, ...SANS_NOM],
        [1, ...A],
        [2, ...B],
      ])
    ).toBe("B1");
    expect(
      colonne([
        [null, null, ...SANS_NOM],
        ["a", ...A],
        ["b", ...B],
      ])
    ).toBe("B1");
    expect(
      colonne([
        [null, null, ...SANS_NOM],
        ["86 001", ...A],
        ["86 002", ...B],
      ])
    ).toBe("B1");
  });

  test("il en faut deux, et plus de noms que d'autres choses", () => {
    expect(lire([[null, ...SANS_NOM], A])).toEqual([]);
    expect(
      lire([
        [null, ...SANS_NOM],
        ["Alpha", ...a],
        [1, ...b],
        [2, ...b],
      ])
    ).toEqual([]);
    expect(
      colonne([
        [null, ...SANS_NOM],
        ["Alpha", ...a],
        ["Bêta", ...b],
        ["Gamma", ...b],
        [1, ...b],
      ])
    ).toBe("A1");
    expect(
      lire([
        [null, ...SANS_NOM],
        ["Alpha", ...a],
        ["Bêta", ...b],
        [1, ...b],
        [2, ...b],
      ])
    ).toEqual([]);
  });

  test("ne se cherche pas dans une synthèse par intercommunalité", () => {
    expect(
      lire([
        [null, "EPCI", ...SANS_NOM],
        ["Pays du Nord", "CA du Val", ...a],
        ["Pays du Sud", "CC du Mont", ...b],
      ])
    ).toEqual([]);
  });
});

describe("ce qui fait un tableau d'article 2 : des noms, un objectif, de quoi connaître les manquants", () => {
  const trouve = (...titres: string[]): boolean =>
    lire([titres, titres.map((_, j) => (j === 0 ? "Alpha" : 20))]).length > 0;

  test.each([
    [["Commune", "LLS manquants", "Objectif retenu"]],
    [["Commune", "LLS manquants", "Objectif légal"]],
    [["Commune", "LLS", "Résidences principales", "Taux cible", "Objectif retenu"]],
    [["Arrondissement", "LLS manquants", "Objectif proposé"]],
    [["Arrondissement", "Taux LS", "Objectif proposé"]],
    [["Arrondissement", "LLS", "Résidences principales", "Objectif proposé"]],
  ])("%j", (titres) => expect(trouve(...titres)).toBe(true));

  test.each([
    [["Commune", "LLS manquants", "Taux LS"]],
    [["Commune", "LLS", "Taux cible", "Objectif retenu"]],
    [["Commune", "Résidences principales", "Taux cible", "Objectif retenu"]],
    [["Commune", "LLS", "Résidences principales", "Objectif retenu"]],
    [["Commune", "Taux LS", "Objectif retenu"]],
    [["Arrondissement", "LLS", "Objectif proposé"]],
    [["Arrondissement", "Taux LS", "LLS"]],
  ])("%j n'en fait pas un", (titres) => expect(trouve(...titres)).toBe(false));

  test("un tableau encore vide en est un, sans données", () => {
    const [tableau] = lire([TITRES]);
    expect(tableau).toMatchObject({
      plage: "A1:D1",
      plageDonnees: null,
      communes: [],
      total: null,
    });
  });

  test.each([
    ["Réalisé 2026-2028", "Objectif 2026-2028", false],
    ["Taux de réalisation", "Objectif 2026-2028", false],
    ["Réalisé", "Objectif", false],
    ["Objectif atteint", "Objectif", false],
    ["Réalisé 2023-2025", "Objectif 2026-2028", true],
    ["Observations", "Objectif", true],
  ])("avec « %s » en face d'un seul « %s » : %s", (resultat, objectif, tableau) => {
    const lignes: Ligne[] = [
      ["Commune", "LLS manquants", objectif, resultat],
      [...A.slice(0, 3), 80],
    ];
    expect(lire(lignes).length > 0).toBe(tableau);
  });

  test("le réalisé à côté de deux objectifs, ou d'un taux de rattrapage, n'empêche rien", () => {
    expect(
      lire([
        [...TITRES, "Réalisé"],
        [...A, 80],
      ])
    ).toHaveLength(1);
    for (const taux of ["Taux de rattrapage légal", "Taux de rattrapage retenu"])
      expect(
        lire([
          ["Commune", "LLS manquants", taux, "Objectif", "Réalisé"],
          ["Alpha", 500, 33, 165, 80],
        ])
      ).toHaveLength(1);
  });
});

test("des groupes de périodes fusionnés situent leurs colonnes : l'objectif d'une autre période s'efface", () => {
  const [tableau] = lire(
    [
      [null, null, "Période 2023-2025", null, "Période 2026-2028", null],
      ["Commune", "LLS manquants", "Objectif", "Réalisé", "Objectif", "Objectif CMS"],
      ["Alpha", 500, 150, 100, 165, 125],
      ["Bêta", 300, 90, 80, 99, 99],
    ],
    ["C1:D1", "E1:F1"]
  );
  expect(tableau?.periode?.valeur).toBe("2026-2028");
  expect(tableau?.colonnes.objectifAvant?.adresse).toMatch(/^E/);
  expect(tableau?.colonnes.objectifApres?.adresse).toMatch(/^F/);
});
