import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** D'où vient l'objectif légal d'une commune, et ce qui se dit quand il ne se calcule pas. */

type Lignes = ValeurDeCellule[][];

const TOUT: ContexteDeControle = { plh: true, avisCnsru: "rendu", accords: "tous" };
const controler = (lignes: Lignes, contexte: ContexteDeControle = {}): Controle =>
  controlerLaFeuille(feuilleDe(lignes), { ...TOUT, ...contexte });
const codes = ({ constats }: Controle): string[] => constats.map(({ code }) => code);

const AVANT = "Objectif 2026-2028 avant mutualisation";
const APRES = "Objectif 2026-2028 après mutualisation";

describe("une donnée nécessaire ne se lit pas : sa cellule, ce qui y est écrit, et pourquoi", () => {
  type Ligne = Lignes[number];
  const ECART = ["Commune", "LS manquants", "Écart", APRES];
  const BETA = ["Bêta", 300, 5, 99];
  const TAUX = ["Commune", "LS manquants", "Taux avant", APRES];

  test.each<[string, titres: Ligne, alpha: Ligne, beta: Ligne, adresse: string, valeurs: object]>([
    [
      "manquants vides",
      ECART,
      ["Alpha", null, 5, 165],
      BETA,
      "B2",
      { rubrique: "deficit", affiche: "", refus: [{ code: "vide", argument: "deficit" }] },
    ],
    [
      "manquants en texte",
      ECART,
      ["Alpha", "NC", 5, 165],
      BETA,
      "B2",
      { rubrique: "deficit", affiche: "NC", refus: [{ code: "pas-un-nombre" }] },
    ],
    [
      "écart en texte",
      ECART,
      ["Alpha", 500, "NC", 165],
      BETA,
      "C2",
      { rubrique: "ecart", affiche: "NC" },
    ],
    [
      "écart vide, quand rien d'autre ne dit la tranche",
      ECART,
      ["Alpha", 500, null, 165],
      BETA,
      "C2",
      { rubrique: "ecart", affiche: "", refus: [{ code: "vide", argument: "ecart" }] },
    ],
    [
      "taux de logements sociaux en texte",
      ["Commune", "LS manquants", "Taux légal", "Taux LS", APRES],
      ["Alpha", 500, 0.25, "NC", 165],
      ["Bêta", 300, 0.25, 0.2, 99],
      "D2",
      { rubrique: "tauxLs", affiche: "NC", refus: [{ code: "pas-un-nombre" }] },
    ],
    [
      "taux annoncé vide",
      TAUX,
      ["Alpha", 500, null, 165],
      ["Bêta", 300, 0.33, 99],
      "C2",
      { rubrique: "tauxAvant", affiche: "", refus: [{ code: "vide", argument: "ecart" }] },
    ],
    [
      "taux annoncé en texte",
      TAUX,
      ["Alpha", 500, "à voir", 165],
      ["Bêta", 300, 0.33, 99],
      "C2",
      { rubrique: "tauxAvant", affiche: "à voir", refus: [] },
    ],
  ])("%s", (_, titres, alpha, beta, adresse, valeurs) => {
    const { constats, communes } = controler([titres, alpha, beta]);
    expect(constats.filter(({ gravite }) => gravite !== "information")).toMatchObject([
      { gravite: "erreur", code: "donnee-illisible", commune: "Alpha", adresse, valeurs },
    ]);
    expect(communes.map(({ objectifAvant }) => objectifAvant)).toEqual([null, 99]);
  });
});

describe("sans écart, le taux annoncé, ou l'objectif annoncé, dit la tranche", () => {
  const TITRES = ["Commune", "LS manquants", "Taux avant", AVANT, APRES];

  test("un taux légal suffit, même si l'objectif annoncé est faux", () => {
    const controle = controler([TITRES, ["Alpha", 500, 0.33, 150, 165]]);
    expect(codes(controle)).toEqual(["objectif-avant-faux", "ecart-absent"]);
    expect(controle.communes).toMatchObject([{ tauxAvant: 330_000, ecart: null }]);
  });

  test.each([
    [100, "à l'entier supérieur", []],
    [99, "au plus proche", ["objectif-avant-arrondi"]],
    [98, "à rien de légal", ["taux-avant-inconnu"]],
  ])("%d pour 301, arrondi %s : son quotient est un taux de 33 %%", (objectif, _, attendus) => {
    const controle = controler([TITRES, ["Alpha", 301, objectif / 301, objectif, 120]]);
    expect(codes(controle).filter((code) => code !== "ecart-absent")).toEqual(attendus);
  });

  test("un quotient qui n'est pas celui de l'objectif ne dit rien", () => {
    const controle = controler([TITRES, ["Alpha", 301, 0.34, 100, 120]]);
    expect(controle.constats).toMatchObject([{ code: "taux-avant-inconnu", adresse: "C2" }]);
  });

  test("l'objectif seul, à sa cellule s'il n'est celui d'aucun taux", () => {
    const tableau = (objectif: number): Lignes => [
      ["Commune", "LS manquants", AVANT, APRES],
      ["Alpha", 500, objectif, 300],
    ];
    expect(controler(tableau(250)).communes).toMatchObject([{ tauxAvant: 500_000 }]);
    expect(controler(tableau(200)).constats).toMatchObject([
      { code: "taux-avant-inconnu", adresse: "C2", valeurs: { lu: 0.4 } },
    ]);
  });

  test("sans aménagement, l'objectif retenu en tient lieu ; abaissé, il ne dit rien", () => {
    const tableau = (type: string, titre: string): Lignes => [
      [`Contrat ${type} 2026-2028`],
      ["Commune", "LS manquants", titre],
      ["Alpha", 500, 250],
    ];
    const { communes } = controler(tableau("sans aménagement", "Objectif retenu"));
    expect(communes).toMatchObject([{ tauxAvant: 500_000, objectifApres: 250 }]);
    const abaisse = controler(tableau("abaissant", "Objectif abaissé"));
    expect(codes(abaisse)).toEqual(["donnee-illisible"]);
    expect(abaisse.communes).toMatchObject([{ tauxAvant: null, objectifApres: 250 }]);
  });
});

test("avant la loi 3DS, exactement 4 points ne fait pas hésiter : 50 % pour toutes", () => {
  const tableau = (periode: string): Lignes => [
    [`Contrat sans aménagement ${periode}`],
    ["Commune", "LS manquants", "Écart", "Objectif"],
    ["Alpha", 500, 4, 250],
  ];
  expect(codes(controler(tableau("2020-2022")))).toEqual([]);
  expect(codes(controler(tableau("2026-2028")))).toEqual(["ecart-egal-4"]);
});

describe("nouvelles entrantes", () => {
  const tableau = (objectif: number, ...colonnes: [titre: string, valeur: ValeurDeCellule][]) => [
    ["Contrat sans aménagement 2026-2028"],
    ["Commune", "LS manquants", "Écart", "Objectif", ...colonnes.map(([titre]) => titre)],
    ["Alpha", 500, 5, objectif, ...colonnes.map(([, valeur]) => valeur)],
  ];
  const entrantes = ["Alpha"];

  test.each([
    [75, 75, []],
    [125, 125, []],
    [50, 50, []],
    [60, 75, ["objectif-avant-faux"]],
  ])("déclarée, sans taux : un objectif de %d suppose %d", (objectif, legal, attendus) => {
    const controle = controler(tableau(objectif), { entrantes });
    expect(controle.communes).toMatchObject([{ objectifAvant: legal, ecart: null }]);
    expect(codes(controle)).toEqual(attendus);
  });

  test("l'objectif avant prime sur l'objectif après", () => {
    const lignes: Lignes = [
      ["Commune", "LS manquants", AVANT, APRES],
      ["Alpha", 500, 125, 75],
    ];
    expect(controler(lignes, { entrantes }).communes).toMatchObject([{ objectifAvant: 125 }]);
  });

  test("son taux la fait présumer, sauf si une colonne ou l'agent dit que non", () => {
    const taux: [string, number] = ["Rythme légal", 0.15];
    expect(codes(controler(tableau(75, taux)))).toEqual(["entrante-presumee"]);
    const non = ["objectif-avant-faux", "taux-avant-faux"];
    expect(codes(controler(tableau(75, taux), { entrantes: [] }))).toEqual(non);
    expect(codes(controler(tableau(75, taux, ["Nouvelle entrante", "Non"])))).toEqual(non);
    expect(codes(controler(tableau(75, taux, ["Nouvelle entrante", "Oui"])))).toEqual([]);
  });

  test("sans taux annoncé, ou dans un contrat aménagé, aucune n'est présumée", () => {
    expect(codes(controler(tableau(75)))).toEqual(["objectif-avant-faux"]);
    const lignes: Lignes = [
      ["Commune", "LS manquants", "Écart", "Taux avant", APRES],
      ["Alpha", 500, 5, 0.15, 165],
    ];
    expect(codes(controler(lignes))).toEqual(["taux-avant-faux"]);
  });
});
