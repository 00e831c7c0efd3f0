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
