import type { ContexteDeControle, Controle } from "../../src/controle";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler as controlerLaFeuille } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Paris, Lyon, Marseille (arbitrage 13) : une répartition, des priorités, et rien de plus. */

type Lignes = ValeurDeCellule[][];

const controler = (lignes: Lignes, contexte: ContexteDeControle = {}): Controle =>
  controlerLaFeuille(feuilleDe(lignes), contexte);

const dits = ({ constats }: Controle): string[] =>
  constats.map(({ code, commune, adresse }) => `${code} ${commune ?? ""} ${adresse ?? ""}`.trim());

const TITRES = [
  "Arrondissement",
  "Résidences principales",
  "Logements sociaux",
  "Prioritaire",
  "Objectif 2026-2028",
];
/** Le 1er est à 14 %, le 2e à 15 %, le 3e à 20 %. */
const lyon = (...marques: ValeurDeCellule[]): Lignes => [
  TITRES,
  ["Lyon 1er", 20_000, 2_800, marques[0] ?? null, 300],
  ["Lyon 2e", 20_000, 3_000, marques[1] ?? null, 100],
  ["Lyon 3e", 20_000, 4_000, marques[2] ?? null, 50],
];

describe("priorité, sous 15 % seulement", () => {
  test.each<[string, Lignes, string[]]>([
    ["marques justes", lyon("Oui", "Non", "Non"), []],
    ["seuls les « oui » sont écrits : le vide dit non", lyon("Oui"), []],
    [
      "15 % exactement n'est pas prioritaire",
      lyon("Oui", "Oui"),
      ["priorite-contraire Lyon 2e D3"],
    ],
    [
      "le vide dit non, à tort",
      lyon(null, "Oui", null),
      ["priorite-contraire Lyon 1er D2", "priorite-contraire Lyon 2e D3"],
    ],
    [
      "un « non » écrit : le vide n'est plus une réponse",
      lyon(null, "Oui", "Non"),
      ["priorite-contraire Lyon 2e D3"],
    ],
    ["que des « non »", lyon("Non", "Non", "Non"), ["priorite-contraire Lyon 1er D2"]],
    ["aucune marque : rien à contredire", lyon(), []],
    [
      "une marque qui ne se lit pas n'est pas un « non »",
      lyon("à voir", "Oui", null),
      ["priorite-contraire Lyon 2e D3"],
    ],
  ])("%s", (_, lignes, attendus) => {
    expect(dits(controler(lignes)).filter((dit) => dit.startsWith("priorite"))).toEqual(attendus);
  });

  test("le constat donne le taux, le seuil et la marque", () => {
    const [une, autre] = controler(lyon(null, "Oui", null)).constats;
    expect(une).toMatchObject({
      gravite: "avertissement",
      valeurs: { taux: 0.14, seuil: 150_000, prioritaire: false },
    });
    expect(autre?.valeurs).toEqual({ taux: 0.15, seuil: 150_000, prioritaire: true });
  });

  test("sans parc, le taux stocké compte, pas l'affiché", () => {
    const lignes: Lignes = [
      ["Arrondissement", "Taux LS", "Prioritaire", "Objectif 2026-2028"],
      ["Lyon 1er", 0.1496, "Non", 300],
      ["Lyon 2e", 0.15, "Non", 100],
    ];
    expect(dits(controler(lignes))).toEqual(["priorite-contraire Lyon 1er C2"]);
  });

  test("sans taux ni parc lisibles, rien ne contredit la marque", () => {
    const lignes = lyon("Oui", "Non", "Non");
    lignes[1] = ["Lyon 1er", "NC", "NC", "Non", 300];
    expect(dits(controler(lignes)).filter((dit) => dit.startsWith("priorite"))).toEqual([]);
  });
});

describe("objectifs répartis", () => {
  test("ni plancher, ni taux, ni somme légale", () => {
    const { communes, totaux, conditions, verdict } = controler(lyon("Oui"));
    expect(communes[0]).toEqual({
      nom: "Lyon 1er",
      ligne: 1,
      deficit: null,
      ecart: null,
      tauxAvant: null,
      objectifAvant: null,
      objectifAvantLu: null,
      objectifApres: 300,
      plancher: null,
      plancherLoi: null,
      exemptee: false,
    });
    expect(totaux).toMatchObject({ deficit: null, avantLegal: null, apres: 450, marge: null });
    expect([conditions, verdict]).toEqual([[], "conforme"]);
  });

  test.each<[string, ValeurDeCellule, object[]]>([
    ["vide", null, [{ code: "vide", argument: "objectif" }]],
    ["un texte", "NC", [{ code: "pas-un-nombre" }]],
    ["négatif", -5, [{ argument: "objectif" }]],
  ])("%s : erreur sur la cellule, et la somme n'est pas conclue", (_, valeur, refus) => {
    const lignes = lyon("Oui");
    (lignes[2] as ValeurDeCellule[])[4] = valeur;
    const { constats, totaux, verdict } = controler(lignes, { objectifCommunal: 450 });
    expect(constats).toMatchObject([
      { code: "donnee-illisible", commune: "Lyon 2e", adresse: "E3", valeurs: { refus } },
    ]);
    expect([totaux.apres, verdict]).toEqual([null, "non conforme"]);
  });

  test.each<[string, Lignes, ContexteDeControle, string[]]>([
    ["la somme fait l'objectif", lyon("Oui"), { objectifCommunal: 450 }, []],
    ["elle ne le fait pas", lyon("Oui"), { objectifCommunal: 451 }, ["somme-arrondissements  E1"]],
    ["objectif communal inconnu", lyon("Oui"), {}, []],
    [
      "montré sur le total, s'il y en a un",
      [...lyon("Oui"), ["Total", 60_000, 9_800, null, 450]],
      { objectifCommunal: 500 },
      ["somme-arrondissements  E5"],
    ],
  ])("%s", (_, lignes, contexte, attendus) => {
    expect(dits(controler(lignes, contexte))).toEqual(attendus);
  });

  test("l'objectif communal ne concerne pas un tableau de communes", () => {
    const lignes: Lignes = [
      ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"],
      ["Alpha", 500, 5, 125],
    ];
    expect(dits(controler(lignes, { objectifCommunal: 1 }))).toEqual([]);
  });
});
