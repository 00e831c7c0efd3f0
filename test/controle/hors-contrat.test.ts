import type { Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Les communes qu'un tableau cite sans qu'elles soient du contrat. */

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = [
  "Commune",
  "Manquants",
  "Écart (pts)",
  "Objectif légal",
  "Objectif mutualisé",
];
const ALPHA: Ligne = ["Alpha", 500, 5, 165, 85];
const BETA: Ligne = ["Bêta", 300, 5, 99, 179];

const avec = (...lignes: Ligne[]): Controle =>
  controler(feuilleDe([["CC du Val, mutualisation 2026-2028"], TITRES, ALPHA, ...lignes, BETA]), {
    plh: true,
    avisCnsru: "favorable",
    accords: "tous",
  });
const codes = ({ constats }: Controle): string[] =>
  constats
    .filter(({ gravite }) => gravite !== "information")
    .map(({ code, commune }) => `${code} ${commune ?? ""}`);

test.each(["–", "-", "—", "so", "s.o.", "S.O", "Sans objet", "néant", "Non soumise", "exemptée"])(
  "« %s » sous les manquants et les objectifs : hors du contrat, et dit en information",
  (vide) => {
    const controle = avec(["Gamma", vide, vide, vide, vide]);
    expect(codes(controle)).toEqual([]);
    expect(controle.verdict).toBe("conforme");
    expect(controle.totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264 });
    expect(controle.communes.map(({ nom }) => nom)).toEqual(["Alpha", "Bêta"]);
    expect(controle.constats.find(({ code }) => code === "hors-contrat")).toMatchObject({
      gravite: "information",
      commune: "Gamma",
      adresse: "B4",
    });
  }
);

test("un écart calculé, des cellules blanches à côté du tiret n'y changent rien", () => {
  expect(codes(avec(["Gamma", "–", 12, null, null]))).toEqual([]);
});

test("plusieurs communes se disent une fois, et restent dans la plage du tableau", () => {
  const controle = avec(["Gamma", "–", null, "–", "–"], ["Delta", "so", null, "so", "so"]);
  expect(controle.constats.filter(({ code }) => code === "hors-contrat")).toMatchObject([
    { valeurs: { communes: ["Gamma", "Delta"] } },
  ]);
  expect(controle.plageDonnees).toBe("A3:E6");
});

test.each<[string, Ligne]>([
  ["les manquants seuls absents", ["Gamma", "–", 5, 33, 33]],
  ["l'objectif retenu seul absent", ["Gamma", 100, 5, 33, "–"]],
  ["les deux objectifs absents", ["Gamma", 100, 5, "–", "–"]],
  ["« NC » n'est pas « sans objet »", ["Gamma", "NC", "NC", "NC", "NC"]],
  ["une ligne laissée en blanc", ["Gamma", null, 5, null, null]],
])("%s : la donnée manque", (_, ligne) => {
  const controle = avec(ligne);
  expect(codes(controle)).toContain("donnee-illisible Gamma");
  expect(controle.verdict).toBe("non conforme");
  expect(controle.constats.map(({ code }) => code)).not.toContain("hors-contrat");
});

test("un déficit nul, des tirets sous les objectifs : rien à rattraper, seul le déficit nul se dit", () => {
  const controle = avec(["Gamma", 0, 0, "–", "–"]);
  expect(codes(controle)).toEqual(["deficit-nul Gamma"]);
  expect(controle.totaux).toMatchObject({ deficit: 800, avantLegal: 264, apres: 264 });
});

test("un déficit nul, des objectifs laissés en blanc : la donnée manque", () => {
  expect(codes(avec(["Gamma", 0, 0, null, null]))).toContain("donnee-illisible Gamma");
});

test("un EPCI dont toutes les lignes sont hors du contrat n'est pas conforme", () => {
  const controle = controler(
    feuilleDe([
      ["CC du Val, mutualisation 2026-2028"],
      TITRES,
      ["Alpha", "–", 5, "–", "–"],
      ["Bêta", "–", 5, "–", "–"],
    ])
  );
  expect(codes(controle)).toEqual(["aucune-commune "]);
  expect(controle.verdict).toBe("non conforme");
  expect(controle.totaux).toMatchObject({ deficit: null, avantLegal: null, apres: null });
});

test("un EPCI dont toutes les communes sont exemptées n'est pas conforme", () => {
  const exemptees = [
    ["Contrat abaissant 2026-2028"],
    ["Commune", "Manquants", "Écart", "Objectif retenu", "Exemptée"],
    ["Alpha", 500, 5, "–", "oui"],
    ["Bêta", 300, 5, "–", "oui"],
  ];
  const controle = controler(feuilleDe(exemptees));
  expect(codes(controle)).toEqual(["aucune-commune "]);
  expect(controle.verdict).toBe("non conforme");
});
