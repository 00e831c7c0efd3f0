import {
  lireTableaux,
  type FeuilleLue,
  type OptionsDeLecture,
  type Rubrique,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Quelle colonne tient quelle rubrique, avec quelle confiance, et ce que l'agent y change. */

type Ligne = ValeurDeCellule[];

const lire = (feuille: FeuilleLue | Ligne[], options?: OptionsDeLecture): TableauTrouve[] =>
  lireTableaux(Array.isArray(feuille) ? feuilleDe(feuille) : feuille, options).tableaux;

const lettre = (tableau: TableauTrouve | undefined, rubrique: Rubrique): string | undefined =>
  tableau?.colonnes[rubrique]?.adresse.replace(/\d/g, "");

const TITRES: Ligne = ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu"];
const A: Ligne = ["Alpha", 500, 165, 125];
const B: Ligne = ["Bêta", 300, 99, 75];

describe("confiance", () => {
  test.each([
    ["Commune", "sure"],
    ["Libellé", "probable"],
    ["Nom", "probable"],
  ])("noms sous « %s » : %s", (titre, confiance) => {
    const [tableau] = lire([[titre, ...TITRES.slice(1)], A, B]);
    expect(tableau?.colonnes.commune?.confiance).toBe(confiance);
  });

  test.each<[string, Rubrique, string]>([
    ["Objectif avant CMS", "objectifAvant", "sure"],
    ["Rattrapage légal", "objectifAvant", "probable"],
    ["Avant", "objectifAvant", "a confirmer"],
    ["Taux constaté", "tauxLs", "sure"],
  ])("« %s » est « %s », %s", (titre, rubrique, confiance) => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", "Objectif retenu", titre],
      ["Alpha", 100, 25, 33],
    ]);
    expect(tableau?.colonnes[rubrique]?.confiance).toBe(confiance);
  });

  test("« Objectif » seul, à la place restée libre : probable", () => {
    const [tableau] = lire([["Commune", "LLS manquants", "Objectif", "Objectif retenu"], A, B]);
    expect(tableau?.colonnes.objectifAvant?.confiance).toBe("probable");
  });

  test("une colonne sans nombres, ou aux nombres peu plausibles, perd en confiance", () => {
    const titres = [...TITRES, "Taux LS"];
    const confiance = (...taux: Ligne): unknown =>
      lire([titres, [...A, taux[0] ?? null], [...B, taux[1] ?? null]])[0]?.colonnes.tauxLs
        ?.confiance;
    expect(confiance(15, 17)).toBe("sure");
    expect(confiance(null, null)).toBe("sure");
    expect(confiance(15, 1700)).toBe("probable");
    expect(confiance("NC", "NC")).toBe("probable");
    expect(confiance(1500, 1700)).toBeUndefined();
  });

  test("une rivale bien plus faible n'oblige pas à confirmer ; désignée, la colonne ne se discute plus", () => {
    const lignes: Ligne[] = [
      ["Commune", "Déficit", "LLS manquants", "Objectif légal", "Objectif retenu"],
      ["Alpha", 500, 510, 165, 125],
    ];
    const [devinee] = lire(lignes);
    const [designee] = lire(lignes, { colonnes: { deficit: "C" } });
    const [faible] = lire([lignes[0] ?? [], ["Alpha", 500, "à venir", 165, 125]]);
    expect(devinee?.colonnes.deficit?.confiance).toBe("a confirmer");
    expect(designee?.colonnes.deficit).toMatchObject({ adresse: "C1", confiance: "donnee" });
    expect(faible?.colonnes.deficit).toMatchObject({
      adresse: "B1",
      confiance: "sure",
      rivales: [{ adresse: "C1", titre: "LLS manquants", colonne: 2 }],
    });
  });

  test("le titre se cite sur une ligne, sa place se compte sur la feuille", () => {
    const feuille = feuilleDe([["Commune", "LLS\n  manquants", ...TITRES.slice(2)], A]);
    const [tableau] = lire({ ...feuille, ligne: 4, colonne: 2 });
    expect(tableau?.colonnes.deficit).toEqual({
      colonne: 3,
      titre: "LLS manquants",
      adresse: "D5",
      confiance: "sure",
      rivales: [],
      masquee: false,
    });
  });
});

describe("ce que l'agent désigne", () => {
  const DEUX: Ligne[] = [
    [...TITRES, null, ...TITRES],
    [...A, null, "Gamma", 100, 33, 25],
    [...B, null, "Delta", 200, 66, 50],
  ];
  const deficits = (options: OptionsDeLecture): unknown[] =>
    lire(DEUX, options).map((tableau) => [
      lettre(tableau, "deficit"),
      tableau.colonnes.deficit?.confiance,
    ]);

  test("ne vaut que pour le tableau où se trouve la colonne", () => {
    expect(deficits({})).toEqual([
      ["B", "sure"],
      ["G", "sure"],
    ]);
    expect(deficits({ colonnes: { deficit: "G" } })).toEqual([
      ["B", "sure"],
      ["G", "donnee"],
    ]);
    expect(deficits({ colonnes: { deficit: "B" } })).toEqual([
      ["B", "donnee"],
      ["G", "sure"],
    ]);
  });

  test("peut être la première ou la dernière colonne du tableau", () => {
    const [tableau] = lire([TITRES, A, B], { colonnes: { commune: "A", objectifApres: "D" } });
    expect(tableau?.colonnes.commune?.confiance).toBe("donnee");
    expect(tableau?.colonnes.objectifApres?.confiance).toBe("donnee");
  });

  test("se compte sur la feuille, même si la lecture ne commence pas en A", () => {
    const feuille = {
      ...feuilleDe([
        ["Lieu", "Nb", "Visé"],
        ["Alpha", 500, 125],
      ]),
      colonne: 2,
    };
    const colonnes = { commune: "C", deficit: "D", objectifApres: "E" };
    expect(lire(feuille, { colonnes })[0]?.communes[0]?.donnees).toMatchObject({
      deficit: { valeur: 500, adresse: "D2" },
      objectifApres: { valeur: 125, adresse: "E2" },
    });
    expect(lire({ ...feuille, colonne: 0 }, { colonnes })).toEqual([]);
  });

  test("une rubrique inconnue, une lettre impossible ou hors du tableau ne changent rien", () => {
    const attendu = lire([TITRES, A, B]);
    const inconnue: object = { inconnue: "B", autre: null, deficit: "?", pls: "ZZ" };
    expect(lire([TITRES, A, B], { colonnes: inconnue })).toEqual(attendu);
  });

  test("« la feuille ne l'a pas » : la rubrique n'est plus cherchée", () => {
    const [tableau] = lire([TITRES, A, B], { colonnes: { objectifAvant: null } });
    expect(Object.keys(tableau?.colonnes ?? {}).sort()).toEqual([
      "commune",
      "deficit",
      "objectifApres",
    ]);
  });
});

describe("périodes et inventaires", () => {
  const avec = (...autres: [string, ValeurDeCellule][]): TableauTrouve | undefined =>
    lire([
      [...TITRES, ...autres.map(([titre]) => titre)],
      [...A, ...autres.map(([, valeur]) => valeur)],
      [...B, ...autres.map(([, valeur]) => valeur)],
    ])[0];

  test.each<[Rubrique, string, number]>([
    ["tauxAvant", "Taux de rattrapage légal", 33],
    ["tauxApres", "Taux de rattrapage retenu", 25],
    ["plai", "PLAI", 40],
    ["pls", "PLS", 20],
  ])("de deux périodes, %s est à la plus récente, et l'ancienne s'oublie", (rubrique, titre, n) => {
    const ancienne: [string, number] = [`${titre} 2023-2025`, n];
    const recente: [string, number] = [`${titre} 2026-2028`, n];
    for (const [colonnes, attendue] of [
      [[ancienne, recente], "F"],
      [[recente, ancienne], "E"],
    ] as const) {
      const tableau = avec(...colonnes);
      expect(lettre(tableau, rubrique)).toBe(attendue);
      expect(tableau?.colonnes[rubrique]?.rivales).toEqual([]);
    }
  });

  test("un objectif d'une période passée n'est pas celui du contrat", () => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", "Objectif légal 2023-2025", "Objectif retenu 2026-2028"],
      A,
      B,
    ]);
    expect(lettre(tableau, "objectifAvant")).toBeUndefined();
    expect(lettre(tableau, "objectifApres")).toBe("D");
  });

  test("une période citée hors des objectifs ne les périme pas", () => {
    const [tableau] = lire([
      [
        "Commune",
        "LLS manquants",
        "Objectif légal 2026-2028",
        "Objectif retenu 2026-2028",
        "Observations 2029-2031",
        "Population 2029-2031",
      ],
      [...A, "à suivre", 9000],
    ]);
    expect([lettre(tableau, "objectifAvant"), lettre(tableau, "objectifApres")]).toEqual([
      "C",
      "D",
    ]);
  });

  test.each<[Rubrique, string, number]>([
    ["tauxLs", "Taux LS", 15],
    ["ecart", "Écart (points)", 5],
    ["logementsSociaux", "LLS", 1500],
    ["residencesPrincipales", "Résidences principales", 10_000],
  ])("de deux inventaires, %s est au plus récent, sans hésiter", (rubrique, titre, n) => {
    for (const [annees, attendue] of [
      [["2022", "2025"], "F"],
      [["2025", "2022"], "E"],
    ] as const) {
      const tableau = avec(
        ...annees.map((annee): [string, number] => [`${titre} au 01/01/${annee}`, n])
      );
      expect(lettre(tableau, rubrique)).toBe(attendue);
      expect(tableau?.colonnes[rubrique]?.confiance).toBe("sure");
      expect(tableau?.colonnes[rubrique]?.rivales).toHaveLength(1);
    }
  });

  test("un déficit plus ancien que le reste de l'inventaire est à confirmer", () => {
    const confiance = (annee: number): unknown =>
      lire([
        ["Commune", `LLS manquants ${annee}`, "Taux LS 2025", "Objectif légal", "Objectif retenu"],
        ["Alpha", 500, 15, 165, 125],
      ])[0]?.colonnes.deficit?.confiance;
    expect([confiance(2022), confiance(2025)]).toEqual(["a confirmer", "sure"]);
  });

  test("une année hors de l'inventaire ne le périme pas", () => {
    const [tableau] = lire([
      ["Commune", "LLS manquants 2025", "Objectif légal", "Objectif retenu", "Population 2027"],
      [...A, 9000],
    ]);
    expect(tableau?.colonnes.deficit?.confiance).toBe("sure");
  });

  test.each(["PLAI min.", "PLAI requis", "PLAI attendus", "PLAI (seuil)"])(
    "« %s » est une limite : « PLAI » prime",
    (limite) => {
      expect(lettre(avec([limite, 40], ["PLAI", 50]), "plai")).toBe("F");
      expect(lettre(avec([limite, 40]), "plai")).toBe("E");
    }
  );
});

describe("« Objectif » et « Taux » qui ne disent pas leur côté", () => {
  const titres = (...milieu: string[]): Ligne => ["Commune", "LLS manquants", ...milieu];

  test("deux taux sans côté : de gauche à droite", () => {
    const [tableau] = lire([
      titres("Taux de rattrapage", "Objectif légal", "Taux de rattrapage", "Objectif retenu"),
      ["Alpha", 500, 33, 165, 25, 125],
    ]);
    expect([lettre(tableau, "tauxAvant"), lettre(tableau, "tauxApres")]).toEqual(["C", "E"]);
    expect(tableau?.colonnes.tauxApres?.confiance).toBe("probable");
  });

  test("un taux à la place que l'autre laisse", () => {
    const [tableau] = lire([
      titres("Taux de rattrapage légal", "Objectif légal", "Taux de rattrapage", "Objectif retenu"),
      ["Alpha", 500, 33, 165, 25, 125],
    ]);
    expect([lettre(tableau, "tauxAvant"), lettre(tableau, "tauxApres")]).toEqual(["C", "E"]);
  });

  const cote = (lignes: Ligne[]): string | undefined => {
    const [tableau] = lire(lignes);
    return tableau?.colonnes.tauxApres ? "apres" : tableau?.colonnes.tauxAvant && "avant";
  };

  test("un seul taux suit l'objectif dont il est le produit", () => {
    const lignes = (...taux: Ligne): Ligne[] => [
      titres("Taux de rattrapage", "Objectif légal", "Objectif retenu"),
      ["Alpha", 500, taux[0] ?? null, 165, 125],
      ["Bêta", 300, taux[1] ?? null, 99, 75],
    ];
    expect(cote(lignes(33, 33))).toBe("avant");
    expect(cote(lignes(25, 25))).toBe("apres");
    expect(cote(lignes("25 %", "25 %"))).toBe("apres");
    expect(cote(lignes(0.25, 0.25))).toBe("apres");
    expect(cote(lignes(25, 33))).toBe("avant");
  });

  test("sans produit qui le dise, sa place le dit : entre les deux objectifs, il est du second", () => {
    expect(
      cote([
        titres("Objectif légal", "Taux de rattrapage", "Objectif retenu"),
        ["Alpha", 500, 165, 60, 125],
      ])
    ).toBe("apres");
    expect(
      cote([
        titres("Taux de rattrapage", "Objectif légal", "Objectif retenu"),
        ["Alpha", 500, 60, 165, 125],
      ])
    ).toBe("avant");
    expect(
      cote([
        titres("Objectif légal", "Objectif retenu", "Taux de rattrapage"),
        ["Alpha", 500, 165, 125, 60],
      ])
    ).toBe("avant");
    expect(cote([titres("Taux de rattrapage", "Objectif retenu"), ["Alpha", 500, 60, 125]])).toBe(
      "avant"
    );
    expect(cote([titres("Taux de rattrapage", "Objectif retenu"), ["Alpha", 500, 25, 125]])).toBe(
      "apres"
    );
  });

  test("« % » tout court n'est un taux de rattrapage que s'il explique un objectif", () => {
    const lignes = (pourcent: number): Ligne[] => [
      titres("Objectif légal", "%", "Objectif retenu"),
      ["Alpha", 500, 165, pourcent, 150],
    ];
    expect(cote(lignes(30))).toBe("apres");
    expect(cote(lignes(66))).toBeUndefined();
  });

  test("un produit arrondi au-dessus, ou à peine différent, l'explique encore", () => {
    const lignes = (deficit: number, objectif: number): Ligne[] => [
      titres("Objectif légal", "%", "Objectif retenu"),
      ["Alpha", deficit, 1, 30, objectif],
    ];
    expect(cote(lignes(11, 4))).toBe("apres");
    expect(cote(lignes(1000, 304))).toBe("apres");
    expect(cote(lignes(1000, 307))).toBeUndefined();
    expect(cote(lignes(0, 0))).toBeUndefined();
  });

  test("des trois « Objectif », ceux de moindre force s'effacent", () => {
    const [tableau] = lire([
      titres("Objectif", "Objectif", "Objectif"),
      ["Alpha", 500, "à voir", 165, 125],
      ["Bêta", 300, "à voir", 99, 75],
    ]);
    expect([lettre(tableau, "objectifAvant"), lettre(tableau, "objectifApres")]).toEqual([
      "D",
      "E",
    ]);
  });
});

describe("« Écart » qui n'est que la différence des objectifs", () => {
  const ecart = (ecarts: Ligne, options?: OptionsDeLecture): string | undefined =>
    lettre(
      lire(
        [
          [...TITRES, "Écart"],
          [...A, ecarts[0] ?? null],
          [...B, ecarts[1] ?? null],
        ],
        options
      )[0],
      "ecart"
    );

  test("est oublié, dans un sens ou dans l'autre", () => {
    expect(ecart([-40, -24])).toBeUndefined();
    expect(ecart([40, 24])).toBeUndefined();
    expect(ecart([-40, null])).toBeUndefined();
  });

  test("se garde si une commune le dément, s'il n'y a rien à comparer, ou si l'agent le désigne", () => {
    expect(ecart([5, 3])).toBe("E");
    expect(ecart([-40, 3])).toBe("E");
    expect(ecart([null, null])).toBe("E");
    expect(ecart([-40, -24], { colonnes: { ecart: "E" } })).toBe("E");
  });

  test("que des différences nulles : rien ne le dit", () => {
    const [tableau] = lire([
      [...TITRES, "Écart"],
      ["Alpha", 500, 165, 165, 0],
      ["Bêta", 300, 99, 99, 0],
    ]);
    expect(lettre(tableau, "ecart")).toBe("E");
  });
});

test("de « Taux cible » et « Taux LS », des 20 et des 25 sont le taux de la loi", () => {
  const [tableau] = lire([
    [...TITRES, "Taux SRU", "Taux SRU"],
    [...A, 14.2, 25],
    [...B, 25, 20],
  ]);
  expect([lettre(tableau, "tauxLs"), lettre(tableau, "tauxCible")]).toEqual(["E", "F"]);
});

describe("des colonnes voisines trompeuses", () => {
  const lus = (titres: string[], ...lignes: Ligne[]): Record<string, string | undefined> => {
    const colonnes = lire([titres, ...lignes])[0]?.colonnes ?? {};
    return Object.fromEntries(Object.entries(colonnes).map(([rubrique, c]) => [rubrique, c.titre]));
  };

  test("l'inventaire de la période, et non une projection plus récente", () => {
    const titres = ["Commune", "LLS manquants 2025", "Objectif légal", "Objectif retenu"];
    const colonnes = lus(
      [...titres, "LLS manquants 2028"],
      ["Alpha", 500, 165, 125, 375],
      ["Bêta", 300, 99, 99, 200]
    );
    expect(colonnes.deficit).toBe("LLS manquants 2025");
  });

  test("l'inventaire le plus récent, même provisoire, et non la référence d'une période passée", () => {
    const colonnes = lus(
      ["Commune", "LLS manquants 2022", "LLS manquants 2024", "Objectif légal", "Objectif retenu"],
      ["Alpha", 580, 500, 165, 125],
      ["Bêta", 400, 300, 99, 99]
    );
    expect(colonnes.deficit).toBe("LLS manquants 2024");
  });

  test("la période que le barème couvre, et non la suivante", () => {
    const colonnes = lus(
      [
        "Commune",
        "LLS manquants",
        "Objectif légal 2026-2028",
        "Objectif CMS 2026-2028",
        "Objectif 2029-2031",
      ],
      ["Alpha", 500, 165, 125, 123],
      ["Bêta", 300, 99, 99, 66]
    );
    expect([colonnes.objectifAvant, colonnes.objectifApres]).toEqual([
      "Objectif légal 2026-2028",
      "Objectif CMS 2026-2028",
    ]);
  });

  test("une part des manquants n'est pas leur nombre", () => {
    const colonnes = lus(
      ["Commune", "33 % des LLS manquants", "LLS manquants", "Objectif retenu"],
      ["Alpha", 165, 500, 125],
      ["Bêta", 99, 300, 99]
    );
    expect(colonnes.deficit).toBe("LLS manquants");
  });

  test("« pré-CMS » est avant le contrat, « post-CMS » après", () => {
    const colonnes = lus(
      ["Commune", "LLS manquants", "Objectif pré-CMS", "Objectif post-CMS"],
      ["Alpha", 500, 165, 125],
      ["Bêta", 300, 99, 99]
    );
    expect([colonnes.objectifAvant, colonnes.objectifApres]).toEqual([
      "Objectif pré-CMS",
      "Objectif post-CMS",
    ]);
  });

  test("un titre fait du seul signe « % » reste un titre", () => {
    const colonnes = lus(
      ["Commune", "LLS manquants", "%", "Objectif légal", "%", "Objectif CMS"],
      ["Alpha", 500, 0.33, 165, 0.25, 125],
      ["Bêta", 300, 0.33, 99, 0.33, 99]
    );
    expect([colonnes.deficit, colonnes.objectifAvant, colonnes.objectifApres]).toEqual([
      "LLS manquants",
      "Objectif légal",
      "Objectif CMS",
    ]);
  });

  test.each(["LLS construits", "LLS transférés", "LLS démolis", "LLS vendus", "LLS en chantier"])(
    "« %s » n'est pas le parc social",
    (titre) => {
      const colonnes = lus(
        ["Commune", "LLS manquants", "Écart", titre, "Objectif légal", "Objectif retenu"],
        ["Alpha", 500, 5, 40, 165, 125],
        ["Bêta", 300, 5, 12, 99, 99]
      );
      expect(colonnes.logementsSociaux).toBeUndefined();
    }
  );

  test("un total sans nom, sous une commune qui n'a que des tirets, reste un total", () => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", "Objectif légal", "Objectif CMS"],
      ["Alpha", 500, 165, 125],
      ["Bêta", 300, 99, 99],
      ["Gamma", "-", "-", "-"],
      [null, 800, 264, 224],
    ]);
    expect(tableau?.communes.map(({ nom }) => nom)).toEqual(["Alpha", "Bêta", "Gamma"]);
  });

  test("« en cours » dit la période du contrat, ou des logements qui n'existent pas encore", () => {
    const colonnes = lus(
      ["Commune", "LLS manquants", "Objectif de la période en cours", "LLS en cours"],
      ["Alpha", 500, 165, 40],
      ["Bêta", 300, 99, 12]
    );
    expect(Object.values(colonnes)).toContain("Objectif de la période en cours");
    expect(colonnes.logementsSociaux).toBeUndefined();
  });

  test.each<[string, Ligne]>([
    ["avec le mot", [null, null, "Période 2023-2025", null, "Période 2026-2028"]],
    ["les années seules", [null, null, "2023-2025", null, "2026-2028"]],
  ])("des colonnes groupées par période (%s) : celles du contrat", (_, groupes) => {
    const [tableau] = lire([
      groupes,
      ["Commune", "LLS manquants", "Objectif", "Réalisé", "Objectif légal", "Objectif CMS"],
      ["Alpha", 500, 150, 100, 165, 125],
      ["Bêta", 300, 90, 80, 99, 99],
    ]);
    expect(lettre(tableau, "objectifAvant")).toBe("E");
    expect(lettre(tableau, "objectifApres")).toBe("F");
    expect(tableau?.periode?.valeur).toBe("2026-2028");
  });

  test.each([
    ["Au 01/01/2022", "Au 01/01/2025"],
    ["2022", "2025"],
  ])("des colonnes groupées par inventaire (%s, %s) : celles du plus récent", (ancien, recent) => {
    const [tableau] = lire([
      [null, ancien, null, recent],
      [
        "Commune",
        "Nb LLS",
        "LLS manquants",
        "Nb LLS",
        "LLS manquants",
        "Objectif légal",
        "Objectif CMS",
      ],
      ["Alpha", 1800, 580, 2000, 500, 165, 125],
      ["Bêta", 900, 400, 950, 300, 99, 99],
    ]);
    expect(lettre(tableau, "deficit")).toBe("E");
    expect(lettre(tableau, "logementsSociaux")).toBe("D");
  });

  test.each<[string, string, string | undefined]>([
    ["leur total porte l'objectif", "Total", "F"],
    ["sans total, aucune ne le porte", "Observations", undefined],
  ])("« Objectifs 2026-2028 » sur trois années : %s", (_, dernier, attendue) => {
    const [tableau] = lireTableaux({
      ...feuilleDe([
        [null, null, "Objectifs triennaux 2026-2028", null, null, null],
        ["Commune", "LLS manquants", "2026", "2027", "2028", dernier],
        ["Alpha", 500, 55, 55, 55, 165],
        ["Bêta", 300, 33, 33, 33, 99],
      ]),
      fusions: ["C1:F1"],
    }).tableaux;
    expect(lettre(tableau, "objectifAvant")).toBeUndefined();
    expect(lettre(tableau, "objectifApres")).toBe(attendue);
  });

  test.each([
    ["Période n°", 2, "B"],
    ["Période n°", 7, "B"],
    ["Période n°", 8, undefined],
    ["N° de période", 9, undefined],
    ["Périodes consécutives", 9, "B"],
  ])("« %s » : %d", (titre, rang, attendue) => {
    const [tableau] = lire([
      ["Commune", titre, ...TITRES.slice(1)],
      ["Alpha", rang, 500, 165, 125],
      ["Bêta", rang, 300, 99, 75],
    ]);
    expect(lettre(tableau, "periodesConsecutives")).toBe(attendue);
  });

  test("« dont PLAI » après chaque objectif : celui de l'objectif retenu, et c'est à confirmer", () => {
    const lignes: Ligne[] = [
      [...TITRES.slice(0, 3), "dont PLAI", "dont PLS", "Objectif retenu", "dont PLAI", "dont PLS"],
      ["Alpha", 500, 165, 50, 49, 125, 38, 37],
    ];
    const [tableau] = lire(lignes);
    expect(lettre(tableau, "plai")).toBe("G");
    expect(lettre(tableau, "pls")).toBe("H");
    expect(tableau?.colonnes.plai?.rivales.map(({ adresse }) => adresse)).toEqual(["D1"]);
    expect(lettre(lire(lignes, { colonnes: { plai: "D" } })[0], "plai")).toBe("D");
    expect(lettre(lire(lignes.map((ligne) => ligne.slice(0, 6)))[0], "plai")).toBe("D");
  });

  test("une colonne de oui ou de non ne donne pas les noms", () => {
    const colonnes = lus(
      ["Nom", "Commune SRU (O/N)", "LLS manquants", "Objectif légal", "Objectif CMS"],
      ["Alpha", "oui", 500, 165, 125],
      ["Bêta", "oui", 300, 99, 99]
    );
    expect(colonnes.commune).toBe("Nom");
  });
});
