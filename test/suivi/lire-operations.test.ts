import fc from "fast-check";
import { planExemple } from "../../src/feuilles";
import { lireOperations, type Article3Lu, type Operation } from "../../src/suivi";
import type { FeuilleLue, ValeurDeCellule } from "../../src/tableau";
import { feuilleDe, feuilleDuPlan } from "../outils/feuille";
import { TITRES, article3, enLigne } from "./feuilles";

function lire(feuille: FeuilleLue | ValeurDeCellule[][]): Article3Lu {
  const lu = lireOperations(Array.isArray(feuille) ? feuilleDe(feuille) : feuille);
  if (!lu) throw new Error("Ce n'est pas un article 3.");
  return lu;
}

const noms = ({ operations }: Article3Lu): (string | null)[] => operations.map(({ nom }) => nom);

const VERGERS = { commune: "Rivemont", nom: "Les Vergers", logements: 30, sociaux: 20, plai: 6 };

test("chaque valeur, et sa cellule", () => {
  const { operations, illisibles } = lire(
    article3([{ ...VERGERS, prevue: 2027, cadastre: "AB 12" }])
  );
  expect(illisibles).toEqual([]);
  expect(operations).toHaveLength(1);
  expect(operations[0]).toMatchObject({
    ligne: 3,
    liste: "principale",
    commune: "Rivemont",
    nom: "Les Vergers",
    adresse: "1 rue Haute",
    cadastre: "AB 12",
    maitreDOuvrage: null,
    logements: 30,
    sociaux: 20,
    plai: 6,
    plus: null,
    anneePrevue: 2027,
    anneeFinancement: null,
    adresses: { commune: "A4", sociaux: "G4", anneePrevue: "L4", anneeFinancement: "M4" },
  });
});

test("titres déplacés, colonnes et lignes insérées : les mêmes opérations, à leur nouvelle place", () => {
  const ordre = [6, 12, 1, 0, 11];
  const lignes = [TITRES, enLigne({ ...VERGERS, prevue: 2027 })].map((ligne) => [
    null,
    ...ordre.flatMap((rang) => [ligne[rang] ?? null, null]),
  ]);
  const lu = lire([["Note"], [], [], ...lignes]);
  expect(lu.operations).toHaveLength(1);
  expect(lu.operations[0]).toMatchObject({
    nom: "Les Vergers",
    sociaux: 20,
    anneePrevue: 2027,
    adresses: { sociaux: "B5", nom: "F5", anneePrevue: "J5" },
  });
});

test("titres sur deux lignes : la plus précise l'emporte", () => {
  const lu = lire([
    ["Commune", "Opération", "Logements", null, "Typologie", null, "Financement", null],
    [
      null,
      null,
      "Total",
      "dont sociaux",
      "PLAI",
      "PLS",
      "Année prévisionnelle",
      "Année de financement",
    ],
    ["Rivemont", "Les Vergers", 30, 20, 6, 4, 2027, null],
  ]);
  expect(lu.operations).toHaveLength(1);
  expect(lu.operations[0]).toMatchObject({
    logements: 30,
    sociaux: 20,
    plai: 6,
    pls: 4,
    anneePrevue: 2027,
  });
});

test("sous le tableau, dans la liste à part, et des titres répétés", () => {
  const ligne = (nom: string): ValeurDeCellule[] => enLigne({ ...VERGERS, nom, prevue: 2027 });
  const lu = lire([
    TITRES,
    ligne("A"),
    ["Total", null, null, null, null, 30, 20],
    [],
    ligne("Sous le tableau"),
    ["Liste spécifique des projets"],
    TITRES,
    ligne("Plus tard"),
    [],
    ["* chiffres de la commune"],
  ]);
  expect(lu.operations.map(({ nom, liste }) => [nom, liste])).toEqual([
    ["A", "principale"],
    ["Sous le tableau", "principale"],
    ["Plus tard", "ultérieure"],
  ]);
});

test.each<[ValeurDeCellule, number | null]>([
  ["2 027", null],
  ["2027", 2027],
  ["fin 2027", 2027],
  ["T2 2027", 2027],
  ["30/06/2027", 2027],
  ["2026 ou 2027", null],
  ["après 2027", null],
  [27, null],
  [2027.5, null],
  ["à préciser", null],
  [true, null],
  [{ erreur: "#N/A" }, null],
])("l'année « %p » se lit %p, sinon elle est dite illisible", (ecrite, lue) => {
  const { operations, illisibles } = lire(article3([{ ...VERGERS, prevue: ecrite }]));
  expect(operations[0]?.anneePrevue).toBe(lue);
  expect(illisibles.map(({ rubrique, adresse }) => [rubrique, adresse])).toEqual(
    lue === null ? [["anneePrevue", "L4"]] : []
  );
});

test("une date donne son année", () => {
  const feuille = article3([{ ...VERGERS, financee: 46_388 }]);
  for (const cellule of feuille.cellules.flat())
    if (cellule.valeur === 46_388) cellule.format = "dd/mm/yyyy";
  expect(lire(feuille).operations[0]?.anneeFinancement).toBe(2027);
});

test.each<[ValeurDeCellule, number | null, boolean]>([
  ["20", 20, true],
  ["20 logements", 20, true],
  ["-", null, true],
  [null, null, true],
  ["env. 20", null, false],
  [-4, null, false],
  [12.5, null, false],
])("des logements sociaux écrits %p se lisent %p", (ecrit, lu, lisible) => {
  const { operations, illisibles } = lire(article3([{ ...VERGERS, sociaux: ecrit, prevue: 2027 }]));
  expect(operations[0]?.sociaux).toBe(lu);
  expect(illisibles.length === 0).toBe(lisible);
});

test.each<[string, Partial<Operation> | null]>([
  ["12 PLAI, 20 PLUS et 5 PLS", { plai: 12, plus: 20, pls: 5 }],
  ["PLAI : 12 / PSLA : 3 / BRS : 4", { plai: 12, accession: 7 }],
  ["PLAI/PLUS", null],
  ["12 PLAI environ", null],
])("la typologie en un texte, « %s »", (texte, attendu) => {
  const titres = [
    "Nom de l'opération",
    "Logements sociaux",
    "Typologies (PLAI/PLUS/PLS)",
    "Année de financement",
  ];
  const { operations, illisibles } = lire([titres, ["Les Vergers", 37, texte, 2026]]);
  expect(operations[0]).toMatchObject(attendu ?? { plai: null, plus: null, pls: null });
  expect(illisibles.map(({ rubrique }) => rubrique)).toEqual(attendu ? [] : ["typologie"]);
});

test("ce qui n'est pas un article 3 ne l'est pas", () => {
  expect(lireOperations(feuilleDe([]))).toBeNull();
  expect(lireOperations(feuilleDuPlan(planExemple("grand-poitiers")))).toBeNull();
  expect(
    lireOperations(
      feuilleDe([
        ["Commune", "LLS manquants", "Objectif"],
        ["A", 1, 2],
      ])
    )
  ).toBeNull();
});

describe("les titres", () => {
  test("un chapeau est remplacé par les titres qu'il couvre", () => {
    const { operations } = lire([
      ["Commune", "Opération", "Nombre de logements", null, "Année de financement"],
      [null, null, "Sociaux", "PLAI", null],
      ["Rivemont", "Les Vergers", 20, 6, 2027],
    ]);
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({
      commune: "Rivemont",
      logements: null,
      sociaux: 20,
      plai: 6,
      anneeFinancement: 2027,
    });
    expect(Object.keys(operations[0]?.adresses ?? {})).not.toContain("logements");
  });

  test("un titre écrit une ligne plus haut que les autres est des leurs", () => {
    const { operations } = lire([
      ["Commune", null, null, null, null],
      [null, "Opération", "Logements sociaux", "PLAI", "Année de financement"],
      ["Rivemont", "Les Vergers", 20, 6, 2027],
    ]);
    expect(operations).toMatchObject([{ commune: "Rivemont", nom: "Les Vergers", sociaux: 20 }]);
  });

  test("trois lignes de titres, sous un bandeau", () => {
    const { operations } = lire([
      ["Projets de logements sociaux de Rivemont"],
      ["Commune", "Opération", "Logements", null, null, null, "Année de financement", null],
      [null, null, "Total", "dont sociaux", null, null, "Prévue", "Effective"],
      [null, null, null, null, "PLAI", "PLS", null, null],
      ["Rivemont", "Les Vergers", 30, 20, 6, 4, 2027, null],
    ]);
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({
      logements: 30,
      sociaux: 20,
      plai: 6,
      pls: 4,
      anneePrevue: 2027,
      anneeFinancement: null,
    });
  });

  test("un sous-titre sur deux se reconnaît : ce sont encore des titres", () => {
    const { operations } = lire([
      ["Commune", "Opération", "Logements", null, "Année de financement"],
      [null, null, "Total", "dont sociaux", null],
      ["Rivemont", "Les Vergers", 30, 20, 2027],
    ]);
    expect(operations).toMatchObject([{ commune: "Rivemont", logements: 30, sociaux: 20 }]);
  });

  test("le tableau d'un agent, dont peu de colonnes sont de l'article 3", () => {
    const { operations } = lire([
      ["Ville", "Quartier", "Zone", "Surface", "Prix", "Site", "LLS", "PLAI", "Financé en", "PC"],
      ["Rivemont", "Centre", "B1", 1200, 900, "Les Vergers", 20, 6, 2026, "oui"],
    ]);
    expect(operations).toMatchObject([
      { nom: "Les Vergers", sociaux: 20, plai: 6, anneeFinancement: 2026, commune: null },
    ]);
  });

  test("sur une ligne, le premier de deux titres pareils l'emporte", () => {
    const { operations } = lire([
      ["Opération", "Logements", "LLS", "LLS (avenant)", "Année de financement"],
      ["Les Vergers", 30, 20, 25, 2026],
    ]);
    expect(operations).toMatchObject([{ sociaux: 20, adresses: { sociaux: "C2" } }]);
  });

  test("sans opération au-dessous, la feuille est un article 3 vide", () => {
    expect(lire([TITRES])).toMatchObject({ operations: [], illisibles: [] });
  });

  // Sous les titres, des mots qui pourraient en être d'autres.
  test.each<[string, ValeurDeCellule[]]>([
    ["ses nombres", ["Site de la gare", "Bailleur à choisir", 20, 2027, "Parcelle communale"]],
    ["ses autres textes", ["Site de la gare", "Habitat 86", "20", "2027", "Parcelle communale"]],
    ["ce qu'elle n'ajoute pas", ["Site de la gare", "Bailleur à choisir", null, "2027", null]],
  ])("une opération se distingue d'une ligne de titres par %s", (_, ligne) => {
    const titres = ["Nom", "Maître d'ouvrage", "Logements sociaux", "Année de financement"];
    const lu = lire([[...titres, "Foncier"], ligne]);
    expect(noms(lu)).toEqual(["Site de la gare"]);
  });
});

describe("de quoi est fait un article 3", () => {
  test.each<[string, string[]]>([
    ["une adresse suffit à situer", ["Commune", "Adresse", "LLS", "Année de financement"]],
    ["une parcelle aussi", ["Commune", "Parcelle", "LLS", "Année de financement"]],
    ["des logements, sans dire les sociaux", ["Commune", "Nom", "Logements", "Financé en"]],
    ["une année seulement prévue", ["Commune", "Nom", "LLS", "Année prévisionnelle"]],
  ])("%s", (_, titres) => {
    expect(lire([titres]).operations).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["rien ne situe l'opération", ["Commune", "Bailleur", "LLS", "Année de financement"]],
    ["aucun nombre de logements", ["Commune", "Nom", "PLAI", "Année de financement"]],
    ["aucune année", ["Commune", "Nom", "LLS", "PLAI"]],
    ["trois colonnes ne suffisent pas", ["Nom", "LLS", "Année de financement"]],
  ])("%s : ce n'en est pas un", (_, titres) => {
    expect(lireOperations(feuilleDe([titres]))).toBeNull();
  });
});

describe("les lignes", () => {
  const ligne = (nom: string): ValeurDeCellule[] => enLigne({ ...VERGERS, nom, prevue: 2027 });
  const listes = ({ operations }: Article3Lu): unknown[] =>
    operations.map(({ nom, liste }) => [nom, liste]);

  test("rien ne se lit sous la synthèse, sauf de nouveaux titres", () => {
    const lu = lire([
      TITRES,
      ligne("Un"),
      ["Face aux objectifs de l'article 2"],
      ligne("Ce n'en est plus une"),
      TITRES,
      ligne("Deux"),
    ]);
    expect(noms(lu)).toEqual(["Un", "Deux"]);
  });

  test("la liste principale peut suivre l'autre", () => {
    const lu = lire([
      TITRES,
      ["Projets ultérieurs"],
      ligne("Plus tard"),
      ["Projets prioritaires"],
      ligne("Un"),
    ]);
    expect(listes(lu)).toEqual([
      ["Plus tard", "ultérieure"],
      ["Un", "principale"],
    ]);
  });

  test("un lieu-dit « Le Vivier » n'est pas un intertitre", () => {
    const sansCommune = (nom: string): ValeurDeCellule[] => [nom, 30, 20, 2027];
    const lu = lire([
      ["Opération", "Logements", "LLS", "Année de financement"],
      sansCommune("Le Vivier"),
      sansCommune("Deux"),
    ]);
    expect(listes(lu)).toEqual([
      ["Le Vivier", "principale"],
      ["Deux", "principale"],
    ]);
  });

  test("un nom et un nombre suffisent ; une commune seule est une ligne préparée", () => {
    const lu = lire([
      TITRES,
      ["Rivemont", null],
      [null, "Les Vergers", null, null, null, null, 20],
    ]);
    expect(lu.operations).toMatchObject([{ ligne: 2, nom: "Les Vergers", sociaux: 20 }]);
    expect(lu.operations[0]?.illisibles).toEqual([]);
  });

  test("une typologie (T2, T3…) à côté des produits ne se lit pas comme eux", () => {
    const { operations, illisibles } = lire([
      ["Opération", "LLS", "Typologie", "PLAI", "Année de financement"],
      ["Les Vergers", 20, "8 T2, 12 T3", 6, 2026],
    ]);
    expect(operations).toMatchObject([{ sociaux: 20, plai: 6, plus: null, illisibles: [] }]);
    expect(illisibles).toEqual([]);
  });
});

describe("rien n'est compté deux fois, ni perdu sans le dire", () => {
  const TABLEAU = ["Commune", "Nom", "Logements", "LLS", "Année de financement"];

  test.each<[string, ValeurDeCellule[]]>([
    ["un sous-total, sa commune répétée", ["Rivemont", "Sous-total 2026", 40, 20, 2026]],
    ["un total, sa commune répétée", ["Rivemont", "TOTAL", 40, 20, 2026]],
    ["le détail d'une opération par produit", ["Rivemont", "dont PLAI", null, 6, 2026]],
    ["un détail sans commune", [null, "Dont 6 PLAI", null, 6, null]],
  ])("%s n'est pas une opération de plus", (_, ligne) => {
    expect(noms(lire([TABLEAU, ["Rivemont", "Un", 40, 20, 2026], ligne]))).toEqual(["Un"]);
  });

  test.each<[string, ValeurDeCellule[][]]>([
    [
      "au titre",
      [
        ["Opération", "Adresse", "Logements", "LLS 2026", "LLS 2027", "Année de financement"],
        ["Un", "1 rue Haute", 40, 6, 4, 2026],
      ],
    ],
    [
      "sous le titre",
      [
        ["Opération", "Logements", "Logements sociaux", null, "Année de financement"],
        [null, null, 2026, 2027, null],
        ["Un", 40, 6, 4, 2026],
      ],
    ],
    [
      "sous le titre, en texte",
      [
        ["Opération", "Logements", "Logements sociaux", null, "Année de financement"],
        [null, null, "2026", "2027", null],
        ["Un", 40, 6, 4, 2026],
      ],
    ],
  ])("une colonne de sociaux par année, %s : la première ne compte pas seule", (_, lignes) => {
    const { operations } = lire(lignes);
    expect(operations).toMatchObject([{ nom: "Un", logements: 40, sociaux: null }]);
  });

  test("un titre qui cite une année, seul de son nom, se lit", () => {
    const titres = ["Opération", "Logements", "LLS (inventaire 2025)", "Année de financement"];
    expect(lire([titres, ["Un", 40, 20, 2026]]).operations).toMatchObject([{ sociaux: 20 }]);
  });
});

const MOTS = [
  ...TITRES,
  "Typologie",
  "Total",
  "Projets ultérieurs",
  "Face aux objectifs de l’article 2",
  "2027",
  "12 PLAI",
];
const valeur: fc.Arbitrary<ValeurDeCellule> = fc.oneof(
  fc.constantFrom<ValeurDeCellule[]>(...MOTS),
  fc.string(),
  fc.double(),
  fc.integer({ min: 2020, max: 2032 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ erreur: "#REF!" })
);

test("n'importe quelle feuille : jamais d'exception, et chaque cellule dite est dans la feuille", () => {
  fc.assert(
    fc.property(fc.array(fc.array(valeur, { maxLength: 18 }), { maxLength: 12 }), (lignes) => {
      const lu = lireOperations(feuilleDe(lignes));
      for (const { ligne, sociaux } of lu?.operations ?? []) {
        expect(ligne).toBeLessThan(lignes.length);
        expect(sociaux === null || (Number.isInteger(sociaux) && sociaux >= 0)).toBe(true);
      }
    })
  );
});

test("ce qui est écrit se relit, quel que soit le nombre d'opérations", () => {
  const ligne = fc.record({
    commune: fc.constantFrom("A", "B"),
    nom: fc.stringMatching(/^[A-Z][a-z]{2,8}$/),
    sociaux: fc.nat(300),
    prevue: fc.integer({ min: 2026, max: 2028 }),
  });
  fc.assert(
    fc.property(
      fc.array(ligne, { maxLength: 8 }),
      fc.array(ligne, { maxLength: 4 }),
      (une, autre) => {
        const lu = lire(article3(une, autre));
        expect(noms(lu)).toEqual([...une, ...autre].map(({ nom }) => nom));
        expect(lu.operations.map(({ sociaux }) => sociaux)).toEqual(
          [...une, ...autre].map(({ sociaux }) => sociaux)
        );
        expect(lu.operations.filter(({ liste }) => liste === "ultérieure")).toHaveLength(
          autre.length
        );
      }
    )
  );
});

test("une date de livraison, une part et une ligne de numéros ne se prennent pas pour l'année, les sociaux ou une opération", () => {
  const titres = [
    "Commune",
    "Nom de l'opération",
    "Date prévisionnelle de livraison",
    "% LLS",
    "Nb de logements",
    "Dont LLS",
    "Année prévisionnelle de financement",
  ];
  const lu = lireOperations(
    feuilleDe([titres, [1, 2, 3, 4, 5, 6, 7], ["A", "Les Vergers", 2029, 0.5, 40, 20, 2027]])
  );
  expect(lu?.illisibles).toEqual([]);
  expect(lu?.operations).toMatchObject([
    { nom: "Les Vergers", logements: 40, sociaux: 20, anneePrevue: 2027 },
  ]);
});

test("une fourchette d'années ne compte pas pour sa dernière année : elle est dite illisible", () => {
  const lu = lireOperations(
    article3([{ commune: "A", nom: "Un", sociaux: 10, prevue: "2026-2028" }])
  );
  expect(lu?.operations[0]?.anneePrevue).toBeNull();
  expect(lu?.illisibles).toMatchObject([{ rubrique: "anneePrevue", texte: "2026-2028" }]);
});

describe("une opération abandonnée", () => {
  const titres = ["Nom", "LLS", "Année prévisionnelle", "Statut", "Étape", "Observations"];
  const abandons = ({ operations }: Article3Lu): unknown[] =>
    operations.map(({ nom, abandon }) => [nom, abandon]);

  test.each<[string, ValeurDeCellule[], Operation["abandon"]]>([
    ["à l'état", ["Annulée"], { texte: "Annulée", adresse: "D2" }],
    ["à l'étape", ["En cours", "Abandonnée"], { texte: "Abandonnée", adresse: "E2" }],
    [
      "en observation",
      [null, null, "Projet abandonné"],
      { texte: "Projet abandonné", adresse: "F2" },
    ],
    ["peut-être", [null, "Risque d'abandon", "abandon envisagé"], null],
  ])("%s", (_, textes, attendu) => {
    expect(abandons(lire([titres, ["Un", 20, 2027, ...textes]]))).toEqual([["Un", attendu]]);
  });

  test.each<[string, boolean]>([
    ["Opérations abandonnées", true],
    ["Opérations annulées / abandonnées :", true],
    ["Projets retirés (pour mémoire)", true],
    ["Opération(s) abandonnée(s)", true],
    ["Opérations non annulées", false],
    ["Projet abandonné", false],
  ])("sous l'intertitre « %s » : %s", (intertitre, oui) => {
    const abandon = oui ? { texte: intertitre, adresse: "A3" } : null;
    const lu = lire([
      titres,
      ["Un", 20, 2027],
      [intertitre],
      ["Deux", 20, 2027],
      ["Opérations en cours"],
      ["Trois", 20, 2027],
    ]);
    expect(abandons(lu)).toEqual([
      ["Un", null],
      ["Deux", abandon],
      ["Trois", null],
    ]);
  });
});

describe("deux listes côte à côte", () => {
  const titres = ["Commune", "Nom", "LLS", "Année de financement"];

  test("seule celle de gauche est lue, et la droite est située", () => {
    const lu = lire([
      [...titres, null, ...titres],
      ["A", "Un", 20, 2026, null, "B", "Deux", 30, 2027],
    ]);
    expect(noms(lu)).toEqual(["Un"]);
    expect(lu.aDroite).toBe("F1");
  });

  test("à gauche des titres sur deux lignes aussi", () => {
    const haut = ["Commune", "Nom", "Logements", null, "Année", null];
    const bas = [null, null, "Projetés", "Sociaux", "Prévue", "Effective"];
    expect(
      lire([
        [...haut, ...haut],
        [...bas, ...bas],
      ]).aDroite
    ).toBe("G1");
  });

  test.each<[string, string[]]>([
    ["une seule liste", titres],
    ["un titre répété", [...titres, "Nom", "LLS"]],
  ])("%s : rien à droite", (_, seuls) => {
    expect(lire([seuls]).aDroite).toBeNull();
  });
});
