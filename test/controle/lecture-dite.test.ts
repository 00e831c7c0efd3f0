import { controlerLecture, type Controle, type ControleDuClasseur } from "../../src/controle";
import { lireTableaux, type FeuilleLue, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Ce que la lecture a supposé, converti, calculé ou trouvé masqué : rien n'est lu sans être dit, une fois par colonne. */

type Lignes = ValeurDeCellule[][];

const lire = (feuille: FeuilleLue): ControleDuClasseur =>
  controlerLecture(lireTableaux(feuille), { plh: true, avisCnsru: true, accords: "tous" });
const premier = (feuille: FeuilleLue): Controle => {
  const [controle] = lire(feuille).controles;
  if (!controle) throw new Error("aucun tableau");
  return controle;
};
const dits = ({ constats }: Controle): unknown[] =>
  constats.map(({ code, gravite, adresse, valeurs }) => ({ code, gravite, adresse, valeurs }));

const TITRES = ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"];
const TABLEAU: Lignes = [
  TITRES,
  ["Alpha", 500, 5, 125],
  ["Bêta", 300, 5, 75],
  ["Gamma", 400, 3, 160],
];

describe("cellules masquées", () => {
  test.each<[string, number[], number[], object[]]>([
    ["aucune", [], [], []],
    ["une ligne hors des communes", [0], [], []],
    ["des lignes", [1, 3], [], [{ lignes: [2, 4], colonnes: [] }]],
    ["des colonnes, dans l'ordre", [], [3, 1], [{ lignes: [], colonnes: ["B", "D"] }]],
    ["une colonne qui n'est pas lue", [], [7], []],
    ["les deux", [2], [2], [{ lignes: [3], colonnes: ["C"] }]],
  ])("%s", (_, lignes, colonnes, valeurs) => {
    const feuille = {
      ...feuilleDe(TABLEAU),
      lignesMasquees: new Set(lignes),
      colonnesMasquees: new Set(colonnes),
    };
    expect(dits(premier(feuille))).toEqual(
      valeurs.map((dit) => ({
        code: "lignes-masquees",
        gravite: "information",
        adresse: undefined,
        valeurs: dit,
      }))
    );
  });
});

describe("conversions", () => {
  test("une information par colonne et par façon, avec le compte et la première cellule", () => {
    const lignes: Lignes = [
      TITRES,
      ["Alpha", "500", 5, "125"],
      ["Bêta", "300", 5, 75],
      ["Gamma", 400, 3, "160"],
    ];
    expect(dits(premier(feuilleDe(lignes)))).toEqual([
      {
        code: "nombre-en-texte",
        gravite: "information",
        adresse: "B2",
        valeurs: {
          rubrique: "deficit",
          moyen: "nombre-en-texte",
          nombre: 2,
          ecrit: "500",
          lu: 500,
        },
      },
      {
        code: "nombre-en-texte",
        gravite: "information",
        adresse: "D2",
        valeurs: {
          rubrique: "objectifApres",
          moyen: "nombre-en-texte",
          nombre: 2,
          ecrit: "125",
          lu: 125,
        },
      },
    ]);
  });

  test("celles d'un EPCI ne se disent pas chez l'autre", () => {
    const { controles } = lire(
      feuilleDe([
        ["EPCI", ...TITRES],
        ["CC A", "Alpha", "500", 5, 125],
        ["CC B", "Bêta", 300, 5, 75],
        ["CC B", "Gamma", "400", 3, 160],
      ])
    );
    expect(
      controles.map(({ epci, constats }) => [epci, constats.map(({ adresse }) => adresse)])
    ).toEqual([
      ["CC A", ["C2"]],
      ["CC B", ["C4"]],
    ]);
  });

  test("un écart calculé, ou un « x » lu « oui », ne changent rien à ce que le tableau dit", () => {
    const lignes: Lignes = [
      ["Commune", "LS manquants", "Taux légal", "Taux LS", "Objectif 2026-2028 abaissé", "PLH"],
      ["Alpha", 500, 0.25, 0.2, 125, "OK"],
    ];
    expect(dits(premier(feuilleDe(lignes)))).toEqual([]);
  });
});

describe("EPCI en désordre dans le tableau", () => {
  test("un bilan chacun, dans l'ordre, à la casse près, de sa première à sa dernière commune", () => {
    const { controles } = lire(
      feuilleDe([
        ["EPCI", ...TITRES],
        ["CC A", "Alpha", 500, 5, 125],
        ["CC B", "Bêta", 300, 5, 75],
        ["cc a", "Gamma", 400, 3, 160],
        ["CC C", "Delta", 400, 3, 160],
      ])
    );
    expect(
      controles.map(({ epci, plageDonnees, communes }) => [
        epci,
        plageDonnees,
        communes.map(({ nom }) => nom),
      ])
    ).toEqual([
      ["CC A", "A2:E4", ["Alpha", "Gamma"]],
      ["CC B", "A3:E3", ["Bêta"]],
      ["CC C", "A5:E5", ["Delta"]],
    ]);
  });
});

test("un EPCI seul : ses lignes sont celles du tableau", () => {
  const lignes: Lignes = [...TABLEAU, ["Total", 1200, null, 360]];
  expect(premier(feuilleDe(lignes)).plageDonnees).toBe("A2:D4");
  expect(premier(feuilleDe([TITRES])).plageDonnees).toBeNull();
});
