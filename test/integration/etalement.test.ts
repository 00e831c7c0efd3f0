import { simplifier } from "../outils/cas";
import { demarrerBancDuComplement, type Banc } from "./banc";

/** Des colonnes entières, étalées d'une seule formule dans le classeur embarqué : chaque ligne a sa réponse, et rien n'est écrasé. */

let banc: Banc;

const LIGNES = 1200;
/** Numéro de ligne, à partir de 1, et ce qu'elle contient au lieu d'un déficit. */
const MAUVAISES = new Map([
  [2, "env. 120"],
  [600, "=NA()"],
  [601, "-3"],
  [899, ""],
  [LIGNES, "12,5"],
]);
const deficitDe = (ligne: number): number => 100 + ligne;
/** Une commune sur trois à chaque rythme. */
const ecartDe = (ligne: number): number => [5, 3, 1][ligne % 3] ?? 5;

beforeAll(async () => {
  const lignes = Array.from({ length: LIGNES }, (_, i): (string | number)[] => [
    MAUVAISES.get(i + 1) ?? deficitDe(i + 1),
    ecartDe(i + 1),
  ]);
  banc = await demarrerBancDuComplement({ feuilles: { Feuil1: [], Colonne: lignes } });
});

afterAll(() => banc.fermer());

/** Ce que montrent des cellules, lignes par lignes. */
async function lire(feuille: string, colonnes: string, debut: number, fin: number) {
  const lignes: unknown[][] = [];
  for (let ligne = debut; ligne <= fin; ligne++) {
    const cellules = [...colonnes].map((colonne) =>
      banc.lireTexte(`${feuille}!${colonne}${ligne}`)
    );
    lignes.push((await Promise.all(cellules)).map(simplifier));
  }
  return lignes;
}

test(`OBJECTIF et PLANCHER sur ${LIGNES} lignes, une formule chacune : une mauvaise ligne ne touche qu'elle`, async () => {
  banc.saisir("Colonne!C1", `=CMS.OBJECTIF(A1:A${LIGNES};B1:B${LIGNES})`);
  banc.saisir("Colonne!D1", `=CMS.PLANCHER(A1:A${LIGNES};B1:B${LIGNES};"abaissant")`);
  const attendus = Array.from({ length: LIGNES }, (_, i) => {
    const mauvaise = MAUVAISES.get(i + 1);
    if (mauvaise !== undefined)
      return Array<string>(2).fill(mauvaise === "=NA()" ? "#N/A" : "#VALEUR!");
    // En pour-cent entiers, pour que le produit soit exact.
    const enLogements = (rythmes: readonly number[]): string =>
      String(Math.ceil((deficitDe(i + 1) * (rythmes[(i + 1) % 3] ?? 0)) / 100));
    return [enLogements([33, 50, 100]), enLogements([25, 40, 80])];
  });
  expect(await lire("Colonne", "CD", 1, LIGNES)).toEqual(attendus);

  const textes = [...MAUVAISES.keys()].map((ligne) => banc.texteErreur(`Colonne!C${ligne}`));
  expect((await Promise.all(textes)).map(simplifier)).toEqual([
    expect.stringContaining("« env. 120 »"),
    expect.stringContaining("La cellule contient #N/A"),
    expect.stringContaining("est négatif"),
    expect.stringContaining("peut-être vide"),
    expect.stringContaining("n'est pas un nombre entier"),
  ]);
  expect(await banc.texteErreur("Colonne!C3")).toBeUndefined();
});

/** Objectifs et planchers de 500 manquants : droit commun, contrats, entrantes (domaine : guide, annexe 1 ; plaquette). */
const TYPES: [
  type: string,
  objectifs: [string, string, string],
  planchers: [string, string, string],
][] = [
  ["", ["165", "250", "500"], ["165", "250", "500"]],
  ["sans aménagement", ["165", "250", "500"], ["165", "250", "500"]],
  ["abaissant", ["125", "200", "400"], ["125", "200", "400"]],
  ["mutualisant", ["85", "125", "250"], ["85", "125", "250"]],
  ["entrante-1", ["75", "75", "75"], ["75", "75", "75"]],
  ["entrante-2", ["125", "125", "125"], ["125", "125", "125"]],
  ["entrante-cours", ["50", "50", "50"], ["50", "50", "50"]],
  // Sans taux retenu, un objectif rehaussé n'est pas connu.
  ["rehaussé", ["#VALEUR!", "#VALEUR!", "#VALEUR!"], ["165", "250", "500"]],
];

test("tous les types, aux trois tranches ; une cellule de type vide vaut « sans aménagement »", async () => {
  TYPES.forEach(([type], i) => {
    if (type) banc.saisir(`A${i + 1}`, type);
  });
  const derniere = TYPES.length;
  for (const [ecart, objectif, plancher] of ["5BE", "3CF", "1DG"].map((lettres) => [...lettres])) {
    banc.saisir(`${objectif}1`, `=CMS.OBJECTIF(500;${ecart};A1:A${derniere})`);
    banc.saisir(`${plancher}1`, `=CMS.PLANCHER(500;${ecart};A1:A${derniere})`);
  }
  expect(await lire("Feuil1", "BCDEFG", 1, derniere)).toEqual(
    TYPES.map(([, objectifs, planchers]) => [...objectifs, ...planchers])
  );
});

test("EXPLIQUER : cinq branches, deux refus, une phrase chacun", async () => {
  const appels: [formule: string, phrase: RegExp][] = [
    [
      '=CMS.EXPLIQUER(500;5;;;;"2023-2025")',
      /^500 logements manquants × 33 % \(écart de 5 points, supérieur à 4\) = 165 ; art\. L\. 302-8, VII du CCH\.$/,
    ],
    [
      '=CMS.EXPLIQUER(500;5;"abaissant";;;"2023-2025")',
      /^500 logements manquants × 25 % .*= 125 ; art\. L\. 302-8, IX, 1° à 3° du CCH.*n'a rien d'automatique/,
    ],
    [
      '=CMS.EXPLIQUER(500;5;"mutualisant";17%;;"2023-2025")',
      /^500 logements manquants × 17 % .*= 85 ; .*X, al\. 2/,
    ],
    [
      '=CMS.EXPLIQUER(500;0;"entrante-1";;;"2023-2025")',
      /^500 logements manquants × 15 % .*première période.*= 75 ; art\. L\. 302-8, VIII/,
    ],
    [
      '=CMS.EXPLIQUER(500;4;;;;"2023-2025")',
      /^500 logements manquants × 50 % .*= 250 ; .*annexe 2/,
    ],
    ["=CMS.EXPLIQUER(500;0,05)", /^Écart de 0,05 point \?.*Saisissez 5, ou utilisez CMS\.ECART/],
    [
      '=CMS.EXPLIQUER(500;5;"abaisant")',
      /^Le type « abaisant » n'est pas reconnu\. .*Corrigez le mot/,
    ],
  ];
  appels.forEach(([formule], i) => banc.saisir(`I${i + 1}`, formule));
  const phrases = (await lire("Feuil1", "I", 1, appels.length)).flat();
  expect(phrases).toEqual(appels.map(([, phrase]) => expect.stringMatching(phrase) as string));
});

test("NOTIFICATION, BILAN et ATTRIBUTIONS s'étalent à côté d'autres cellules sans les toucher", async () => {
  for (const [adresse, texte] of [
    ["K20", "à gauche"],
    ["O20", "à droite"],
    ["L19", "au-dessus"],
    ["L23", "au-dessous"],
    ["Q19", "au-dessus"],
    ["V20", "à droite"],
    ["Q29", "au-dessous"],
    ["U26", "à droite"],
  ] as const)
    banc.saisir(adresse, texte);
  banc.saisir("L20", '=CMS.NOTIFICATION({500;-3;300};5;"abaissant")');
  banc.saisir("Q20", "=CMS.BILAN(160;120;30;30)");
  banc.saisir("Q26", "=CMS.ATTRIBUTIONS(30;200;45;60;52;260)");
  const phrase = expect.stringMatching(/^[A-Z0-9].*\.$/) as string;
  expect(await lire("Feuil1", "KLMNO", 19, 23)).toEqual([
    ["", "au-dessus", "", "", ""],
    ["à gauche", "125", "165", phrase, "à droite"],
    ["", "#VALEUR!", "#VALEUR!", "#VALEUR!", ""],
    ["", "75", "99", phrase, ""],
    ["", "au-dessous", "", "", ""],
  ]);
  expect(await lire("Feuil1", "QRSTUV", 20, 20)).toEqual([
    ["0,75", "0,25", "0,25", "non atteint", phrase, "à droite"],
  ]);
  expect(await lire("Feuil1", "QRSTU", 26, 29)).toEqual([
    ["0,15", "0,25", "20", phrase, "à droite"],
    ["0,75", "0,5", "0", phrase, ""],
    ["0,2", "0,25", "13", phrase, ""],
    ["au-dessous", "", "", "", ""],
  ]);
});

test("#PROPAGATION! si la place manque : rien n'est écrasé ; la place faite, le résultat s'étale", async () => {
  banc.saisir("X3", "occupée");
  banc.saisir("X1", "=CMS.OBJECTIF({500;300;400};5)");
  expect((await lire("Feuil1", "X", 1, 3)).flat()).toEqual(["#PROPAGATION!", "", "occupée"]);
  banc.saisir("X3", "");
  expect((await lire("Feuil1", "X", 1, 3)).flat()).toEqual(["165", "99", "132"]);
});
