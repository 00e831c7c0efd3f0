import type { ValeurDeCellule } from "../../src/tableau";
import { grilleDe } from "../../src/tableau/grille";
import { nombresDe, Sommes, type Nombres } from "../../src/tableau/sommes";
import { feuilleDe } from "../outils/feuille";

describe("les nombres d'une ligne", () => {
  test.each<[string, ValeurDeCellule, number | null]>([
    ["un nombre", 165, 165],
    ["un nombre écrit en texte", "1 165 lgts", 1165],
    ["une cellule vide", null, null],
    ["des espaces", "  ", null],
    ["un tiret", "-", null],
    ["un texte", "NC", NaN],
    ["un nombre à peu près", "env. 165", NaN],
    ["des logements à virgule, écrits en texte", "12,5", NaN],
    ["un pourcentage écrit", "33 %", NaN],
    ["une erreur", { erreur: "#N/A" }, NaN],
  ])("%s", (_, valeur, attendu) => {
    const grille = grilleDe(feuilleDe([["Alpha", valeur, "fin"]]));
    expect(nombresDe(grille, 0, [1])).toEqual([attendu]);
  });

  test("dans l'ordre des colonnes demandées", () => {
    const grille = grilleDe(feuilleDe([["Alpha", 500, 165, 125]]));
    expect(nombresDe(grille, 0, [3, 1])).toEqual([125, 500]);
  });
});

/** Combien de colonnes de `ligne` égalent la somme de ces communes, s'il en faut `voulues`. */
const egales = (communes: Nombres[], ligne: Nombres, voulues: number): number => {
  const sommes = new Sommes();
  for (const commune of communes) sommes.ajouter(commune);
  return sommes.egales(ligne, voulues);
};

const ALPHA: Nombres = [500, 165, 125];
const BETA: Nombres = [300, 99, 75];
const SOMME: Nombres = [800, 264, 200];

describe("en combien de colonnes une ligne vaut la somme des communes", () => {
  test.each<[string, Nombres[], Nombres, number, number]>([
    ["partout", [ALPHA, BETA], SOMME, 2, 3],
    ["une seule commune n'a pas de somme", [ALPHA], ALPHA, 1, 0],
    ["aucune commune", [], SOMME, 1, 0],
    ["nulle part", [ALPHA, BETA], [801, 265, 201], 1, 0],
    ["une fois par hasard, il en fallait deux", [ALPHA, BETA], [800, null, null], 2, 0],
    ["une fois, il n'en fallait qu'une", [ALPHA, BETA], [800, null, null], 1, 1],
    ["une fois malgré d'autres, il n'en fallait qu'une", [ALPHA, BETA], [800, 1, 2], 1, 1],
    ["deux fois, mais une autre diffère", [ALPHA, BETA], [800, 264, 201], 2, 0],
    ["deux fois, l'autre est vide", [ALPHA, BETA], [800, 264, null], 2, 2],
    ["deux fois, l'autre est illisible", [ALPHA, BETA], [800, 264, NaN], 2, 2],
    ["une commune illisible rend sa somme inconnue", [ALPHA, [300, 99, NaN]], [800, 264, 5], 2, 2],
    ["une somme inconnue n'égale rien", [ALPHA, [NaN, NaN, NaN]], [500, 165, 125], 1, 0],
    [
      "une commune vide ne change pas la somme",
      [ALPHA, BETA, [null, null, null]],
      [...SOMME],
      2,
      3,
    ],
    [
      "des sommes nulles ne disent rien",
      [
        [0, 0],
        [0, 0],
      ],
      [0, 0],
      1,
      0,
    ],
    [
      "ni pour, ni contre",
      [
        [500, 165, 0],
        [300, 99, 0],
      ],
      [800, 264, 7],
      2,
      2,
    ],
    ["au millionième près", [[10.1], [20.2]], [30.3], 1, 1],
  ])("%s", (_, communes, ligne, voulues, attendu) => {
    expect(egales(communes, ligne, voulues)).toBe(attendu);
  });

  test("une fois vidées, elles repartent des communes qui suivent", () => {
    const sommes = new Sommes();
    sommes.ajouter([1, 2, 3]);
    sommes.ajouter([4, 5, 6]);
    sommes.vider();
    expect(sommes.egales([5, 7, 9], 1)).toBe(0);
    sommes.ajouter(ALPHA);
    expect(sommes.egales(ALPHA, 1)).toBe(0);
    sommes.ajouter(BETA);
    expect(sommes.egales(SOMME, 2)).toBe(3);
  });
});
