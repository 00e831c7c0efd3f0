import type { Constat, ContexteDeControle } from "../../src/controle";
import type { Cellule, ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Un total affiché face à la somme de sa propre colonne. */

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"];
const A: Ligne = ["Alpha", 500, 5, 125];
const B: Ligne = ["Bêta", 300, 5, 75];
const C: Ligne = ["Gamma", 100, 5, 25];
const D: Ligne = ["Delta", 200, 5, 50];

const total = (nom: string, deficit: ValeurDeCellule, apres: ValeurDeCellule): Ligne => [
  nom,
  deficit,
  null,
  apres,
];
const constats = (lignes: Ligne[], contexte: ContexteDeControle = {}): Constat[] =>
  controler(feuilleDe([TITRES, ...lignes]), contexte).constats;
const dits = (lignes: Ligne[]): unknown[] =>
  constats(lignes).map(({ code, gravite, adresse }) => [code, gravite, adresse]);

describe("ce que vaut un total", () => {
  test.each<[string, Ligne[], unknown[]]>([
    ["juste", [A, B, total("Total", 800, 200)], []],
    ["faux", [A, B, total("Total", 800, 201)], [["total-faux", "erreur", "D4"]]],
    ["vide", [A, B, total("Total", 800, null)], []],
    ["illisible", [A, B, total("Total", 800, "NC")], [["donnee-illisible", "avertissement", "D4"]]],
  ])("%s", (_, lignes, attendus) => {
    expect(dits(lignes)).toEqual(attendus);
  });

  test("illisible : ce qui est écrit est dit", () => {
    expect(constats([A, B, total("Total", 800, "NC")])).toMatchObject([
      {
        article: "arithmétique du tableau",
        valeurs: { rubrique: "objectifApres", affiche: "NC", refus: [] },
      },
    ]);
  });

  test("une commune illisible rend la somme inconnue : le total n'est pas dit faux", () => {
    const lignes = [A, ["Bêta", "env. 300", 5, 75], total("Total", 800, 200)];
    expect(dits(lignes)).toEqual([["donnee-illisible", "erreur", "B3"]]);
  });

  test("une colonne où aucune commune n'a de nombre n'a pas de somme", () => {
    const avec = (population: ValeurDeCellule): Constat[] =>
      controler(
        feuilleDe([
          [...TITRES, "Population"],
          [...A, population],
          [...B, null],
          [...total("Total", 800, 200), 9000],
        ])
      ).constats;
    expect(avec(null)).toEqual([]);
    expect(avec(5000)).toMatchObject([{ code: "total-faux", valeurs: { somme: 5000 } }]);
  });

  test("compte ou non une commune exemptée", () => {
    const exemptees = ["Gamma"];
    const codes = (deficit: number): string[] =>
      constats([A, B, C, total("Total", deficit, null)], { exemptees }).map(({ code }) => code);
    expect(codes(800)).toEqual(["exemptee"]);
    expect(codes(900)).toEqual(["exemptee"]);
    expect(codes(850)).toEqual(["exemptee", "total-faux"]);
  });
});

describe("sous-totaux", () => {
  const tableau = (nord: number, est: number, general = 1100): Ligne[] => [
    A,
    B,
    C,
    total("Sous-total Nord", nord, null),
    D,
    total("Sous-total Est", est, null),
    total("Total", general, 275),
  ];
  const sommes = (lignes: Ligne[]): unknown[] =>
    constats(lignes).map((constat) =>
      constat.code === "total-faux" ? [constat.adresse, constat.valeurs.somme] : constat.code
    );

  test.each<[string, Ligne[], unknown[]]>([
    ["justes", tableau(900, 200), []],
    ["le premier n'additionne que ses communes", tableau(899, 200), [["B5", 900]]],
    ["à zéro, il est faux", tableau(0, 200), [["B5", 900]]],
    ["le second aussi", tableau(900, 201), [["B7", 200]]],
    ["ou tout ce qui est au-dessus de lui", tableau(900, 1100), []],
    ["le total additionne tout", tableau(900, 200, 200), [["B8", 1100]]],
  ])("%s", (_, lignes, attendus) => {
    expect(sommes(lignes)).toEqual(attendus);
  });

  test("une ligne de somme sans commune à elle ne se juge pas", () => {
    const lignes = tableau(900, 200);
    lignes.splice(4, 0, total("Sous-total du canton", 12, null));
    expect(sommes(lignes)).toEqual([]);
  });

  test("suivi d'autres communes, il ne les compte pas", () => {
    const lignes = [A, total("Sous-total Nord", 500, null), B, C];
    expect(sommes([...lignes, total("Sous-total Est", 400, null), D])).toEqual([]);
  });
});

describe("total par formule", () => {
  const avec = (formule: string): Constat[] => {
    const feuille = feuilleDe([TITRES, A, B, C, total("Total", 800, 225)]);
    (feuille.cellules[4]?.[1] as Cellule).formule = formule;
    return controler(feuille).constats;
  };

  test.each<[string, string[]]>([
    ["=SUM(B2:B3)", ["Gamma"]],
    ["=SUM($B$3:$B$4)", ["Alpha"]],
    ["=B2+B4", ["Bêta"]],
    ["=SUM(B2:B4)", []],
    ["=500+300", []],
  ])("%s oublie %j", (formule, oubliees) => {
    expect(avec(formule)).toMatchObject([
      { code: "total-faux", adresse: "B5", valeurs: { somme: 900, oubliees, formule: true } },
    ]);
  });

  test("tapé à la main, il n'oublie personne", () => {
    expect(constats([A, B, C, total("Total", 800, 225)])).toMatchObject([
      { valeurs: { affiche: 800, somme: 900, oubliees: [], formule: false } },
    ]);
  });
});
