import type { ValeurDeCellule } from "../../src/tableau";
import { colonneDeNoms, couperEnTableaux, zonesSeparees } from "../../src/tableau/decouper";
import { lireEntete, reconnaissance, type Entete } from "../../src/tableau/entetes";
import { grilleDe, type Grille } from "../../src/tableau/grille";
import { feuilleDe } from "../outils/feuille";

type Ligne = ValeurDeCellule[];

const reconnaitre = reconnaissance(new Map());

/** La feuille, et les titres de sa ligne `bas`. */
function titresDe(lignes: Ligne[], bas = 0): { grille: Grille; entete: Entete; fin: number } {
  const grille = grilleDe(feuilleDe(lignes));
  const zone = { gauche: 0, droite: grille.largeur - 1 };
  return {
    grille,
    entete: lireEntete(grille, bas, bas, zone, reconnaitre),
    fin: grille.hauteur - 1,
  };
}

/** Première et dernière colonne de chaque tableau, à partir de 0. */
function coupes(...lignes: Ligne[]): [number, number][] {
  const { grille, entete, fin } = titresDe(lignes);
  return couperEnTableaux(grille, entete, fin, reconnaitre).map(({ gauche, droite }) => [
    gauche,
    droite,
  ]);
}

const T: Ligne = ["Commune", "LLS manquants", "Objectif légal"];
const A: Ligne = ["Alpha", 500, 165];
const B: Ligne = ["Bêta", 300, 99];
const C: Ligne = ["Gamma", 100, 33];

describe("des tableaux côte à côte", () => {
  test("collés", () => {
    expect(coupes([...T, ...T], [...A, ...B])).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });

  test("« Observations » après la colonne vide est du second", () => {
    const second: Ligne = ["Observations", ...T];
    expect(coupes([...T, null, ...second], [...A, null, "RAS", ...B])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  test("une colonne sans titre à côté des noms n'ouvre pas le second", () => {
    const [, manquants = null, objectif = null] = T;
    expect(
      coupes([...T, "Commune", null, manquants, objectif], [...A, "Bêta", "(1)", 300, 99])
    ).toEqual([
      [0, 2],
      [3, 6],
    ]);
  });

  test("trois, dont deux collés après une colonne vide", () => {
    expect(coupes([...T, null, ...T, ...T], [...A, null, ...B, ...C])).toEqual([
      [0, 3],
      [4, 6],
      [7, 9],
    ]);
  });

  test("le code INSEE qui précède les noms est du second", () => {
    expect(coupes([...T, "Code INSEE", ...T], [...A, "86002", ...B])).toEqual([
      [0, 2],
      [3, 6],
    ]);
  });

  test("un objectif qui peut aussi être un taux (« Objectif SRU ») en reste un", () => {
    const sru: Ligne = ["Commune", "LLS manquants", "Objectif SRU"];
    expect(coupes([...sru, ...sru], [...A, ...B])).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });
});

describe("un seul tableau, qui rappelle les noms", () => {
  test("une colonne de communes sans objectif est du tableau de gauche", () => {
    expect(
      coupes(
        [...T, "Commune", "Taux LS", ...T],
        [...A, "Alpha", 15, ...B],
        [...B, "Bêta", 12, ...C]
      )
    ).toEqual([
      [0, 4],
      [5, 7],
    ]);
  });

  test("sans objectif à gauche, le premier n'en est pas un", () => {
    expect(
      coupes(
        ["Commune", "LLS manquants", "Commune", "Objectif légal", "PLAI"],
        ["Alpha", 500, "Bêta", 99, 30]
      )
    ).toEqual([[0, 4]]);
  });

  test("un objectif à gauche des noms ne coupe rien", () => {
    expect(
      coupes(
        ["Objectif légal", "Commune", "LLS manquants", "Objectif retenu"],
        [165, "Alpha", 500, 125]
      )
    ).toEqual([[0, 3]]);
  });

  const AVANT: Ligne = ["Commune", "LLS manquants", "Objectif légal"];
  const APRES: Ligne = ["Commune", "Objectif retenu"];
  test.each<[string, Ligne[], number]>([
    [
      "les mêmes noms",
      [
        ["Alpha", 500, 165, "ALPHA", 125],
        ["Bêta", 300, 99, "Bêta", 75],
      ],
      1,
    ],
    [
      "les mêmes, un blanc au milieu",
      [
        ["Alpha", 500, 165, "Alpha", 125],
        [null, null, null, null, null],
        ["Bêta", 300, 99, "Bêta", 75],
      ],
      1,
    ],
    [
      "le dernier diffère",
      [
        ["Alpha", 500, 165, "Alpha", 125],
        ["Bêta", 300, 99, "Gamma", 75],
      ],
      2,
    ],
    ["d'autres noms", [["Alpha", 500, 165, "Bêta", 75]], 2],
  ])("avant et après, %s", (_, lignes, tableaux) => {
    expect(coupes([...AVANT, ...APRES], ...lignes)).toHaveLength(tableaux);
  });

  test("les mêmes noms, mais une colonne répétée à la fin : deux tableaux", () => {
    expect(
      coupes([...AVANT, ...APRES, "LLS manquants"], ["Alpha", 500, 165, "Alpha", 125, 480])
    ).toHaveLength(2);
  });
});

describe("la colonne qui porte des noms sans le dire", () => {
  const noms = (lignes: Ligne[], bas = 0): number | null => {
    const { grille, entete, fin } = titresDe(lignes, bas);
    return colonneDeNoms(grille, entete, fin);
  };
  const N = (n: number, valeur: ValeurDeCellule): Ligne[] =>
    Array.from({ length: n }, () => [valeur, 500]);
  const titre: Ligne = [null, "LLS manquants"];

  test.each<[string, Ligne[], number | null]>([
    ["deux noms", [titre, ["Alpha", 500], ["Bêta", 300]], 0],
    ["un seul ne suffit pas", [titre, ["Alpha", 500]], null],
    [
      "des blancs entre les noms",
      [titre, ["Alpha", 500], [null, 1], ["  ", 1], [null, 1], ["Bêta", 300]],
      0,
    ],
    ["autant de nombres que de noms", [titre, ["Alpha", 500], ["Bêta", 300], [1, 1], [2, 1]], null],
    ["des nombres seuls", [titre, [1, 500], [2, 300], [3, 100]], null],
    [
      "« néant » et « sans objet » ne sont pas des noms",
      [titre, ["néant", 1], ["sans objet", 2]],
      null,
    ],
    ["ni une seule lettre", [titre, ["a", 1], ["b", 2]], null],
    [
      "ni des pourcentages en toutes lettres",
      [titre, ["33 pour cent", 1], ["25 pour cent", 2]],
      null,
    ],
    [
      "la dernière colonne",
      [
        ["LLS manquants", null],
        [500, "Alpha"],
        [300, "Bêta"],
      ],
      1,
    ],
    [
      "une colonne reconnue n'en est pas une, même pleine de textes",
      [
        ["Accord", null, "LLS manquants"],
        ["oui", "Alpha", 500],
        ["accord du maire", "Bêta", 300],
      ],
      1,
    ],
  ])("%s", (_, lignes, attendu) => expect(noms(lignes)).toBe(attendu));

  test("ce qui est écrit au-dessus des titres ne compte pas", () => {
    expect(
      noms(
        [
          ["Article 2", null],
          ["Rang", "LLS manquants"],
          ["Alpha", 500],
        ],
        1
      )
    ).toBeNull();
  });

  test("les quarante premières cellules en décident", () => {
    expect(noms([titre, ...N(40, "Alpha"), ...N(60, 1)])).toBe(0);
    expect(noms([titre, ...N(20, 1), ...N(20, "Alpha"), ...N(1, "Bêta")])).toBeNull();
  });
});

test.each<[string, Ligne[], [number, number][]]>([
  [
    "une colonne vide",
    [["a", "b", null, "d"]],
    [
      [0, 1],
      [3, 3],
    ],
  ],
  [
    "remplies à des lignes différentes",
    [
      ["a", null],
      [null, "b"],
    ],
    [[0, 1]],
  ],
  [
    "un texte vide ne remplit rien",
    [["a", "", "c"]],
    [
      [0, 0],
      [2, 2],
    ],
  ],
  [
    "un zéro ou une erreur remplissent",
    [["a", 0, { erreur: "#N/A" }, null, "e"]],
    [
      [0, 2],
      [4, 4],
    ],
  ],
  ["rien à gauche", [[null, null, "c"]], [[2, 2]]],
  [
    "la dernière ligne compte",
    [
      ["a", null, "c"],
      [null, null, null],
      [null, 1, null],
    ],
    [[0, 2]],
  ],
  ["une feuille vide", [[null, null]], []],
])("zones séparées : %s", (_, lignes, attendu) => {
  expect(
    zonesSeparees(grilleDe(feuilleDe(lignes))).map(({ gauche, droite }) => [gauche, droite])
  ).toEqual(attendu);
});
