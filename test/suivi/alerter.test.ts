import {
  lireOperations,
  suivre,
  type Alerte,
  type Demande,
  type ObjectifDeCommune,
} from "../../src/suivi";
import type { ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";
import { article3, objectifsDe, type Ligne } from "./feuilles";

type Commune = Partial<ObjectifDeCommune> & { nom: string; objectif: number };
type Contexte = Pick<Demande, "jour" | "inventaire"> & { ulterieurs?: Ligne[] };

const A: Commune = { nom: "A", objectif: 10 };
const B: Commune = { nom: "B", objectif: 5 };

function alertesDe(communes: Commune[], lignes: Ligne[], contexte: Contexte = {}): Alerte[] {
  const { ulterieurs, ...reste } = contexte;
  const lu = lireOperations(article3(lignes, ulterieurs));
  return suivre({ objectifs: objectifsDe(communes), article3: lu, ...reste }).alertes;
}

/** Les alertes d'une feuille écrite à la main, pour la seule commune A. */
function alertesDeLaFeuille(lignes: ValeurDeCellule[][], commune: Commune = A): Alerte[] {
  const lu = lireOperations(feuilleDe(lignes));
  if (!lu) throw new Error("Ce n'est pas un article 3.");
  return suivre({ objectifs: objectifsDe([commune]), article3: lu }).alertes;
}

const duCode = (alertes: Alerte[], code: Alerte["code"]): Alerte[] =>
  alertes.filter((alerte) => alerte.code === code);

/** Une opération dont rien n'est à dire. */
const UN: Ligne = {
  commune: "A",
  nom: "Un",
  logements: 10,
  sociaux: 10,
  plai: 4,
  plus: 4,
  pls: 2,
  financee: 2026,
};
const sansProduits = { plai: undefined, plus: undefined, pls: undefined };
const sansAnnee = { financee: undefined };

test("une opération complète et cohérente n'appelle rien", () => {
  expect(alertesDe([A], [UN]).map(({ code }) => code)).toEqual(["pls-indetermine"]);
  expect(alertesDe([{ ...A, pls: 3 }], [UN])).toEqual([]);
});

const SUR_UN = { commune: "A", operation: "Un", article: "guide" } as const;

describe("ce qu'une opération appelle, et sa cellule", () => {
  test.each<[string, Ligne, Alerte[]]>([
    [
      "sans nombre de logements sociaux",
      { ...UN, sociaux: undefined },
      [
        {
          ...SUR_UN,
          code: "sociaux-absents",
          gravite: "avertissement",
          adresse: "G4",
          valeurs: {},
        },
      ],
    ],
    [
      "plus de logements sociaux que de logements",
      { ...UN, logements: 9 },
      [
        {
          ...SUR_UN,
          code: "trop-de-sociaux",
          gravite: "erreur",
          adresse: "G4",
          article: "arithmétique du tableau",
          valeurs: { sociaux: 10, logements: 9 },
        },
      ],
    ],
    ["des logements qui ne sont pas tous sociaux", { ...UN, logements: 11 }, []],
    [
      "sans typologie",
      { ...UN, ...sansProduits },
      [
        {
          ...SUR_UN,
          code: "typologie-absente",
          gravite: "information",
          adresse: "H4",
          valeurs: { sociaux: 10 },
        },
      ],
    ],
    ["sans typologie ni logement social", { ...UN, ...sansProduits, sociaux: 0 }, []],
    [
      "une typologie qui ne fait pas le compte",
      { ...UN, pls: 1, accession: 2 },
      [
        {
          ...SUR_UN,
          code: "produits-differents",
          gravite: "avertissement",
          adresse: "H4",
          valeurs: { produits: 11, sociaux: 10 },
        },
      ],
    ],
    [
      "financée avant la période",
      { ...UN, financee: 2025 },
      [
        {
          ...SUR_UN,
          code: "finance-avant",
          gravite: "erreur",
          adresse: "M4",
          valeurs: { annee: 2025, debut: 2026 },
        },
      ],
    ],
    ["financée la dernière année de la période", { ...UN, financee: 2028 }, []],
    [
      "financée après la période",
      { ...UN, financee: 2029 },
      [
        {
          ...SUR_UN,
          code: "finance-apres",
          gravite: "avertissement",
          adresse: "M4",
          valeurs: { annee: 2029, fin: 2028 },
        },
      ],
    ],
    [
      "prévue avant la période",
      { ...UN, ...sansAnnee, prevue: 2025 },
      [
        {
          ...SUR_UN,
          code: "prevu-avant",
          gravite: "avertissement",
          adresse: "L4",
          valeurs: { annee: 2025, debut: 2026 },
        },
      ],
    ],
    [
      "prévue après la période",
      { ...UN, ...sansAnnee, prevue: 2029 },
      [
        {
          ...SUR_UN,
          code: "prevu-apres",
          gravite: "avertissement",
          adresse: "L4",
          valeurs: { annee: 2029, fin: 2028 },
        },
      ],
    ],
    [
      "sans année",
      { ...UN, ...sansAnnee },
      [
        {
          ...SUR_UN,
          code: "annee-absente",
          gravite: "avertissement",
          adresse: "L4",
          valeurs: { sociaux: 10 },
        },
      ],
    ],
    [
      "d'une commune qui n'est pas du contrat",
      { ...UN, commune: "Ailleurs" },
      [
        {
          ...SUR_UN,
          commune: "Ailleurs",
          code: "commune-inconnue",
          gravite: "avertissement",
          adresse: "A4",
          valeurs: { ecrite: "Ailleurs", sociaux: 10 },
        },
      ],
    ],
    [
      "sans commune, entre deux",
      { ...UN, commune: undefined },
      [
        {
          operation: "Un",
          article: "guide",
          code: "commune-absente",
          gravite: "avertissement",
          adresse: "A4",
          valeurs: { sociaux: 10 },
        },
      ],
    ],
  ])("%s", (_, ligne, attendues) => {
    const alertes = alertesDe([A, B], [ligne]);
    expect(alertes.filter(({ operation }) => operation !== undefined)).toEqual(attendues);
  });

  test.each<[string, Alerte[]]>([
    ["2027-12-31", []],
    [
      "2028-01-01",
      [
        {
          ...SUR_UN,
          code: "prevision-depassee",
          gravite: "avertissement",
          adresse: "L4",
          valeurs: { annee: 2027 },
        },
      ],
    ],
  ])("prévue en 2027, vue le %s", (jour, attendues) => {
    const alertes = alertesDe([A], [{ ...UN, ...sansAnnee, prevue: 2027 }], { jour });
    expect(duCode(alertes, "prevision-depassee")).toEqual(attendues);
  });
});

describe("une valeur illisible n'est dite qu'une fois, et rien n'en est déduit", () => {
  test.each<[string, Ligne, string, string]>([
    ["des logements sociaux", { ...UN, sociaux: "env. 20" }, "sociaux", "G4"],
    ["un produit", { ...UN, plai: "quelques" }, "plai", "H4"],
    ["le dernier produit", { ...UN, accession: "à voir" }, "accession", "K4"],
    ["l'année prévue", { ...UN, ...sansAnnee, prevue: "bientôt" }, "anneePrevue", "L4"],
    ["l'année de financement", { ...UN, prevue: 2027, financee: "oui" }, "anneeFinancement", "M4"],
  ])("%s", (_, ligne, rubrique, adresse) => {
    const alertes = alertesDe([A], [ligne]);
    expect(alertes.filter(({ operation }) => operation !== undefined)).toMatchObject([
      { ...SUR_UN, code: "valeur-illisible", gravite: "erreur", adresse, valeurs: { rubrique } },
    ]);
  });

  test("elle est rendue à son opération, avec le texte écrit", () => {
    const alertes = alertesDe([A], [UN, { ...UN, nom: "Deux", sociaux: "env. 20" }]);
    expect(duCode(alertes, "valeur-illisible")).toEqual([
      {
        ...SUR_UN,
        operation: "Deux",
        code: "valeur-illisible",
        gravite: "erreur",
        adresse: "G5",
        valeurs: { rubrique: "sociaux", texte: "env. 20" },
      },
    ]);
  });

  test("une année illisible n'empêche pas de compter les produits", () => {
    const alertes = alertesDe([A], [{ ...UN, plai: 3, financee: "oui" }]);
    expect(duCode(alertes, "produits-differents")).toHaveLength(1);
  });

  test("une typologie en un texte, illisible, n'est pas dite absente", () => {
    const alertes = alertesDeLaFeuille([
      ["Nom de l'opération", "Logements sociaux", "Typologie", "Année de financement"],
      ["Un", 10, "PLAI et PLUS", 2026],
    ]);
    expect(alertes).toMatchObject([
      { code: "valeur-illisible", adresse: "C2", valeurs: { rubrique: "typologie" } },
    ]);
  });

  test("une année illisible : l'opération ne compte pas", () => {
    const lignes = [
      { ...UN, financee: "oui", prevue: 2027 },
      { ...UN, ...sansAnnee, nom: "Deux", prevue: "bientôt" },
    ];
    expect(duCode(alertesDe([A], lignes), "rien-de-finance")).toMatchObject([
      { valeurs: { finances: 0, prevus: 0, aTrouver: 10 } },
    ]);
  });
});

describe("un projet ultérieur", () => {
  test.each<[string, Ligne, Partial<Alerte>[]]>([
    [
      "financé dans la période",
      { ...UN, financee: 2027 },
      [
        {
          ...SUR_UN,
          code: "ulterieur-dans-la-periode",
          adresse: "M6",
          valeurs: { annee: 2027, finance: true },
        },
      ],
    ],
    [
      "prévu dans la période",
      { ...UN, ...sansAnnee, prevue: 2028 },
      [
        {
          ...SUR_UN,
          code: "ulterieur-dans-la-periode",
          adresse: "L6",
          valeurs: { annee: 2028, finance: false },
        },
      ],
    ],
    [
      "financé avant la période",
      { ...UN, financee: 2025 },
      [{ ...SUR_UN, code: "finance-avant", gravite: "erreur", adresse: "M6" }],
    ],
    ["prévu ensuite", { ...UN, ...sansAnnee, prevue: 2030 }, []],
    ["sans année", { ...UN, ...sansAnnee }, []],
    ["d'une commune hors du contrat", { ...UN, commune: "Ailleurs", financee: 2029 }, []],
  ])("%s", (_, ligne, attendues) => {
    const alertes = alertesDe([A, B], [], { ulterieurs: [ligne] });
    expect(alertes.filter(({ operation }) => operation !== undefined)).toMatchObject(attendues);
  });
});

describe("comment une opération est nommée et située", () => {
  const TITRES = ["Nom", "Adresse", "Parcelle", "Logements sociaux", "Année de financement"];

  test.each<[string, ValeurDeCellule[], Pick<Alerte, "operation" | "adresse">]>([
    ["son nom", ["Un", "1 rue Haute", "AB 1"], { operation: "Un", adresse: "A2" }],
    ["à défaut, son adresse", [null, "1 rue Haute", "AB 1"], { operation: "1 rue Haute" }],
    ["à défaut, son cadastre", [null, null, "AB 1"], { operation: "AB 1" }],
    ["rien ne la nomme", [null, null, null], {}],
  ])("%s", (_, reperes, attendu) => {
    const alertes = alertesDeLaFeuille([TITRES, [...reperes, 10, 2026]]);
    expect(alertes).toEqual([
      {
        code: "typologie-absente",
        gravite: "information",
        article: "guide",
        // Sans colonne PLAI, la cellule est celle du nom, même vide.
        adresse: "A2",
        ...attendu,
        valeurs: { sociaux: 10 },
      },
    ]);
  });

  test("sans colonne de nom, la cellule est celle de l'adresse", () => {
    const alertes = alertesDeLaFeuille([
      ["Logements sociaux", "PLAI, PLUS, PLS", "Année de financement", "Adresse"],
      [10, null, 2029, "1 rue Haute"],
    ]);
    expect(alertes.map(({ code, adresse }) => [code, adresse])).toContainEqual([
      "typologie-absente",
      "D2",
    ]);
  });
});

describe("doublons", () => {
  const doublon = (lignes: Ligne[]): Alerte[] => duCode(alertesDe([A, B], lignes), "doublon");

  test("le même nom : la seconde renvoie à la première", () => {
    expect(doublon([UN, { ...UN, nom: "UN" }])).toEqual([
      {
        ...SUR_UN,
        operation: "UN",
        code: "doublon",
        gravite: "avertissement",
        adresse: "B5",
        valeurs: { par: "nom", premiere: "B4" },
      },
    ]);
  });

  test("la même référence cadastrale", () => {
    const lignes = [
      { ...UN, cadastre: "AB 12" },
      { ...UN, nom: "Deux", cadastre: "AB12" },
    ];
    expect(doublon(lignes)).toMatchObject([
      { operation: "Deux", adresse: "D5", valeurs: { par: "cadastre", premiere: "D4" } },
    ]);
  });

  test.each<[string, Ligne]>([
    ["son code INSEE", { ...UN, commune: "51510" }],
    ["son nom et son code", { ...UN, commune: "A (51510)" }],
    ["rien, elle est seule au contrat", { ...UN, commune: undefined }],
  ])("le même nom, la commune écrite par %s", (_, seconde) => {
    const alertes = alertesDe([{ ...A, insee: "51510" }], [UN, seconde]);
    expect(duCode(alertes, "doublon")).toHaveLength(1);
  });

  test.each<[string, Ligne]>([
    ["le même nom dans une autre commune", { ...UN, commune: "B" }],
    ["un autre nom, sans référence cadastrale", { ...UN, nom: "Deux" }],
  ])("%s n'est pas un doublon", (_, autre) => {
    expect(doublon([UN, autre])).toEqual([]);
  });
});

describe("ce qui manque à une commune", () => {
  const couverte: Ligne = { ...UN, sociaux: 5, plai: 2, plus: 2, pls: 1 };

  test("sa cellule est celle de sa première opération", () => {
    const lignes = [UN, { ...couverte, commune: "B", sociaux: 4 }, { ...couverte, commune: "B" }];
    const alertes = alertesDe([A, { ...B, objectif: 20 }], lignes);
    expect(duCode(alertes, "objectif-non-couvert")).toEqual([
      {
        code: "objectif-non-couvert",
        gravite: "avertissement",
        commune: "B",
        adresse: "G5",
        article: "L. 302-8, I",
        valeurs: { objectif: 20, finances: 9, prevus: 0, aTrouver: 11 },
      },
    ]);
  });

  test("deux homonymes ont chacun la leur", () => {
    const homonymes = [
      { nom: "Buxerolles", insee: "86041", objectif: 20 },
      { nom: "Buxerolles", insee: "21123", objectif: 30 },
    ];
    const alertes = alertesDe(homonymes, [
      { ...UN, commune: "21123" },
      { ...UN, commune: "86041" },
    ]);
    const dites = duCode(alertes, "objectif-non-couvert");
    expect(dites.map(({ adresse }) => adresse)).toEqual(["G5", "G4"]);
  });

  test("sans opération, elle n'a pas de cellule", () => {
    expect(alertesDe([A], [])).toEqual([
      {
        code: "rien-de-finance",
        gravite: "avertissement",
        commune: "A",
        article: "L. 302-8, I",
        valeurs: { objectif: 10, finances: 0, prevus: 0, aTrouver: 10, miParcours: "2027-07-01" },
      },
    ]);
  });

  test("sans objectif, rien ne manque", () => {
    expect(alertesDe([{ nom: "A", objectif: 0 }], [])).toEqual([]);
  });

  test("les PLAI, financés et prévus ensemble", () => {
    const lignes = [
      { ...UN, plai: 1, plus: 9, pls: 0 },
      { ...couverte, ...sansAnnee, nom: "Deux", plai: 1, plus: 4, pls: 0, prevue: 2027 },
    ];
    const alertes = alertesDe([{ ...A, objectif: 15, plai: 5 }], lignes);
    expect(alertes).toEqual([
      {
        code: "plai-insuffisant",
        gravite: "avertissement",
        commune: "A",
        adresse: "H4",
        article: "L. 302-8, III",
        valeurs: { minimum: 5, plai: 2, manque: 3 },
      },
    ]);
  });

  test("sur une feuille sans colonne PLAI, la cellule est celle des logements sociaux", () => {
    const alertes = alertesDeLaFeuille(
      [
        ["Nom", "Logements sociaux", "PLUS", "Année de financement"],
        ["Un", 10, 10, 2026],
      ],
      { ...A, plai: 3 }
    );
    expect(alertes).toMatchObject([{ code: "plai-insuffisant", adresse: "B2" }]);
  });

  test("les PLS, financés et prévus ensemble, au-delà du maximum", () => {
    const lignes = [UN, { ...couverte, ...sansAnnee, nom: "Deux", prevue: 2027 }];
    expect(alertesDe([{ ...A, pls: 2 }], lignes)).toEqual([
      {
        code: "pls-excessif",
        gravite: "avertissement",
        commune: "A",
        adresse: "J4",
        article: "L. 302-8, III",
        valeurs: { maximum: 2, pls: 3, enTrop: 1 },
      },
    ]);
  });

  test("un maximum de PLS inconnu : ils sont dits, sans être jugés", () => {
    const lignes = [UN, { ...couverte, ...sansAnnee, nom: "Deux", prevue: 2027 }];
    expect(alertesDe([{ ...A, pls: null }], lignes)).toEqual([
      {
        code: "pls-indetermine",
        gravite: "information",
        commune: "A",
        adresse: "J4",
        article: "L. 302-8, III",
        valeurs: { pls: 3 },
      },
    ]);
    expect(alertesDe([{ ...A, pls: null }], [{ ...UN, plus: 6, pls: 0 }])).toEqual([]);
  });

  test.each<[string, number, Partial<Alerte>[]]>([
    ["tient dans le maximum", 4, []],
    ["l'atteint exactement", 3, []],
    [
      "le dépasserait",
      2,
      [{ code: "accession-a-qualifier", valeurs: { pls: 2, accession: 1, maximum: 2 } }],
    ],
  ])("ajoutée aux PLS, l'accession %s", (_, maximum, attendues) => {
    const alertes = alertesDe([{ ...A, pls: maximum }], [{ ...UN, accession: 1 }]);
    expect(alertes).toMatchObject(attendues);
    expect(alertes).toHaveLength(attendues.length);
  });
});

describe("un inventaire plus récent", () => {
  const signee = { ...A, deficit: 183 };
  const vu = (commune: Commune, deficit: number | null, nom = "A"): Alerte[] =>
    duCode(
      alertesDe([commune], [UN], { inventaire: [{ nom, insee: null, deficit, adresse: "C7" }] }),
      "inventaire-nouveau"
    );

  test("d'autres manquants sont dits, dans leur cellule du tableau", () => {
    expect(vu(signee, 171)).toEqual([
      {
        code: "inventaire-nouveau",
        gravite: "information",
        commune: "A",
        adresse: "C7",
        article: "guide",
        valeurs: { signature: 183, aujourdhui: 171, objectif: 10 },
      },
    ]);
  });

  test.each<[string, Commune, number | null, string]>([
    ["les mêmes manquants", signee, 183, "A"],
    ["des manquants illisibles", signee, null, "A"],
    ["des manquants inconnus à la signature", { ...A, deficit: null }, 171, "A"],
    ["une autre commune", signee, 171, "B"],
  ])("%s : rien à dire", (_, commune, deficit, nom) => {
    expect(vu(commune, deficit, nom)).toEqual([]);
  });
});

describe("une opération abandonnée", () => {
  const ABANDON: Ligne = { ...UN, nom: "Deux", observations: "Projet abandonné" };

  test("ne compte pas, et n'appelle que son alerte", () => {
    const alertes = alertesDe([{ ...A, objectif: 20, pls: 9 }], [UN, { ...ABANDON, pls: 8 }]);
    expect(alertes).toMatchObject(
      [
        { code: "operation-abandonnee" },
        { code: "objectif-non-couvert", valeurs: { finances: 10, prevus: 0, aTrouver: 10 } },
      ].reverse()
    );
    expect(duCode(alertes, "operation-abandonnee")).toEqual([
      {
        ...SUR_UN,
        operation: "Deux",
        code: "operation-abandonnee",
        gravite: "avertissement",
        adresse: "N5",
        valeurs: { texte: "Projet abandonné", sociaux: 10 },
      },
    ]);
  });

  test("réécrite sur une autre ligne, elle n'est pas en double", () => {
    const alertes = alertesDe([A], [{ ...ABANDON, nom: "Un" }, UN]);
    expect(duCode(alertes, "doublon")).toEqual([]);
  });

  test("parmi les projets ultérieurs, elle ne comptait déjà pas", () => {
    const alertes = alertesDe([{ ...A, pls: 9 }], [UN], { ulterieurs: [ABANDON] });
    expect(alertes).toEqual([]);
  });
});

describe("une commune du contrat dont l'objectif ne se lit pas", () => {
  const dites = (ligne: Ligne): Alerte[] =>
    suivre({
      objectifs: {
        ...objectifsDe([{ ...A, pls: 9 }]),
        sansObjectif: [{ nom: "B", insee: "86002" }],
      },
      article3: lireOperations(article3([UN, { ...ligne, nom: "Deux" }])),
    }).alertes;

  test.each(["B", "86002", "B (86002)"])(
    "est dite, une fois, et non hors du contrat (%s)",
    (commune) => {
      expect(dites({ ...UN, commune })).toEqual([
        {
          code: "objectif-illisible",
          gravite: "erreur",
          commune: "B",
          article: "L. 302-8, I",
          valeurs: {},
        },
      ]);
    }
  );

  test("une opération sans commune n'est pas donnée à l'autre", () => {
    expect(duCode(dites({ ...UN, commune: undefined }), "commune-absente")).toHaveLength(1);
  });
});

test("deux listes côte à côte : seule la gauche est lue, et c'est dit", () => {
  const titres = ["Nom", "Adresse", "LLS", "Année de financement"];
  const alertes = alertesDeLaFeuille([
    [...titres, ...titres],
    ["Un", null, 10, 2026, "Deux", null, 10, 2026],
  ]);
  expect(duCode(alertes, "liste-a-droite")).toEqual([
    {
      code: "liste-a-droite",
      gravite: "avertissement",
      adresse: "E1",
      article: "guide",
      valeurs: {},
    },
  ]);
});
