import {
  lireTableaux,
  type DonneeLue,
  type Rubrique,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Ce que chaque cellule devient : sa valeur dans l'unité des règles, et ce qui l'a changée. */

type Ligne = ValeurDeCellule[];

/** Un tableau d'une colonne de plus, sous `titre`, une commune par cellule ; formats de nombre en option. */
function colonne(
  titre: string,
  cellules: Ligne,
  formats: string[] = []
): TableauTrouve | undefined {
  const feuille = feuilleDe([
    ["Commune", "LLS manquants", "Objectif légal", "Objectif retenu", titre],
    ...cellules.map((valeur, k): Ligne => [`Commune ${k}`, 500, 165, 125, valeur]),
  ]);
  formats.forEach((format, k) => {
    const cellule = feuille.cellules[k + 1]?.[4];
    if (cellule) cellule.format = format;
  });
  return lireTableaux(feuille).tableaux[0];
}

const lues = (tableau: TableauTrouve | undefined, rubrique: Rubrique): (DonneeLue | undefined)[] =>
  tableau?.communes.map(({ donnees }) => donnees[rubrique]) ?? [];
const valeurs = (tableau: TableauTrouve | undefined, rubrique: Rubrique): unknown[] =>
  lues(tableau, rubrique).map((donnee) => donnee?.valeur);
const etats = (tableau: TableauTrouve | undefined, rubrique: Rubrique): unknown[] =>
  lues(tableau, rubrique).map((donnee) => donnee?.etat);
const moyens = (tableau: TableauTrouve | undefined): unknown[] =>
  tableau?.conversions.map(({ moyen }) => moyen) ?? [];

describe("taux", () => {
  test.each<[string, string, Rubrique, Ligne, unknown[], string[]]>([
    ["en pour-cent", "Taux LS", "tauxLs", [15, 16.5], [0.15, 0.165], ["convertie", "convertie"]],
    ["en fractions", "Taux LS", "tauxLs", [0.15, 0.165], [0.15, 0.165], ["lue", "lue"]],
    ["d'une seule", "Taux LS", "tauxLs", [1], [1], ["lue"]],
    ["nul parmi des pour-cent", "Taux LS", "tauxLs", [15, 0], [0.15, 0], ["convertie", "lue"]],
    [
      "faible parmi des pour-cent",
      "Taux LS",
      "tauxLs",
      [15, 0.8],
      [0.15, 0.008],
      ["convertie", "convertie"],
    ],
    [
      "à la limite, parmi des pour-cent",
      "Taux LS",
      "tauxLs",
      [15, 0.3],
      [0.15, "0.3"],
      ["convertie", "illisible"],
    ],
    [
      "cible en fraction parmi des pour-cent",
      "Taux cible",
      "tauxCible",
      [25, 0.25, 0.2],
      [0.25, 0.25, 0.2],
      ["convertie", "lue", "lue"],
    ],
    [
      "cible de 20 et de 25",
      "Taux cible",
      "tauxCible",
      [20, 25],
      [0.2, 0.25],
      ["convertie", "convertie"],
    ],
    [
      "de rattrapage plein",
      "Taux de rattrapage retenu",
      "tauxApres",
      [1, 0.5],
      [1, 0.5],
      ["lue", "lue"],
    ],
    [
      "de rattrapage au-delà du plein",
      "Taux de rattrapage retenu",
      "tauxApres",
      [1.2, 2],
      [1.2, 2],
      ["lue", "lue"],
    ],
    [
      "de rattrapage en pour-cent",
      "Taux de rattrapage retenu",
      "tauxApres",
      [33, 2.5],
      [0.33, 0.025],
      ["convertie", "convertie"],
    ],
    [
      "ambigu parmi des pour-cent",
      "Taux de rattrapage retenu",
      "tauxApres",
      [33, 0.5],
      [0.33, "0.5"],
      ["convertie", "illisible"],
    ],
  ])("%s", (_, titre, rubrique, cellules, attendues, etatsAttendus) => {
    const lu = colonne(titre, cellules);
    expect([valeurs(lu, rubrique), etats(lu, rubrique)]).toEqual([attendues, etatsAttendus]);
  });

  test("46,4 pour-cent font 0,464 tout juste", () => {
    expect(valeurs(colonne("Taux LS", [46.4, 28.9]), "tauxLs")).toEqual([0.464, 0.289]);
  });

  test("le format de la cellule prime sur la colonne", () => {
    const lu = colonne("Taux LS", [15, 0.15, 0.8], ["General", "0.0%", '0.0" %"']);
    expect(valeurs(lu, "tauxLs")).toEqual([0.15, 0.15, 0.008]);
    expect(moyens(lu)).toEqual(["pourcent-en-fraction", "pourcent-en-fraction"]);
  });

  test("un texte est converti, et c'est ce qui se dit", () => {
    const lu = colonne("Taux LS", ["15 %", "16,5", "0,12"]);
    expect(etats(lu, "tauxLs")).toEqual(["convertie", "convertie", "illisible"]);
    expect(lu?.conversions).toMatchObject([
      { adresse: "E2", ecrit: "15 %", lu: 0.15, moyen: "nombre-en-texte" },
      { adresse: "E3", ecrit: "16,5", lu: 0.165, moyen: "nombre-en-texte" },
    ]);
  });
});

describe("écarts", () => {
  test.each<[string, Ligne, unknown[], unknown[]]>([
    ["en points", [5, 3.5], [5, 3.5], []],
    ["en fractions", [0.05, 0.035], [5, 3.5], ["fraction-en-points", "fraction-en-points"]],
    [
      "en fractions, jusqu'à 25 points",
      [0.25, 0.05],
      [25, 5],
      ["fraction-en-points", "fraction-en-points"],
    ],
    ["une fraction au-delà de 25 points n'en est pas une", [0.26, 0.05], [0.26, 0.05], []],
    [
      "des points écrits ne disent rien des fractions",
      ["5 points", 0.05],
      [5, 5],
      ["nombre-en-texte", "fraction-en-points"],
    ],
    ["écrits en fractions", ["0,05", "0,035"], [5, 3.5], ["nombre-en-texte", "nombre-en-texte"]],
  ])("%s", (_, cellules, attendues, moyensAttendus) => {
    const lu = colonne("Écart", cellules);
    expect([valeurs(lu, "ecart"), moyens(lu)]).toEqual([attendues, moyensAttendus]);
  });

  test("0,07 au format % fait 7 points tout juste", () => {
    expect(valeurs(colonne("Écart", [0.07, 0.3], ["0%", "0%"]), "ecart")).toEqual([7, 30]);
  });
});

describe("codes, types et périodes", () => {
  test("un code INSEE a cinq signes", () => {
    const lu = colonne("INSEE", [1004, 86_001, "01004", "2A004", "1004", "86", null, "-"]);
    expect(lues(lu, "insee").map((donnee) => [donnee?.valeur, donnee?.etat])).toEqual([
      ["01004", "convertie"],
      ["86001", "lue"],
      ["01004", "lue"],
      ["2A004", "lue"],
      ["01004", "convertie"],
      ["86", "lue"],
      [null, "vide"],
      [null, "vide"],
    ]);
    expect(moyens(lu)).toEqual(["code-complete", "code-complete"]);
  });

  test("une période ou un type s'écrivent d'une seule façon ; le reste se garde tel quel", () => {
    expect(valeurs(colonne("Période", ["26-28", "9e période", "NC"]), "periode")).toEqual([
      "2026-2028",
      "2026-2028",
      "NC",
    ]);
    expect(valeurs(colonne("Type de CMS", ["Mutualisé", "légal", "NC"]), "typeDeContrat")).toEqual([
      "mutualisant",
      "sans aménagement",
      "NC",
    ]);
    expect(valeurs(colonne("Statut", ["Légal", "26-28"]), "statut")).toEqual(["Légal", "26-28"]);
  });

  test("une erreur dans une colonne de textes est illisible", () => {
    const erreur = { erreur: "#REF!" };
    expect(lues(colonne("Statut", [erreur]), "statut")[0]).toMatchObject({
      valeur: erreur,
      etat: "illisible",
    });
  });
});

describe("réponses", () => {
  test.each<[ValeurDeCellule, ValeurDeCellule, string]>([
    [true, "oui", "lue"],
    [false, "non", "lue"],
    ["oui", "oui", "lue"],
    ["Oui", "oui", "lue"],
    ["X", "oui", "convertie"],
    [1, "oui", "convertie"],
    [0, "non", "convertie"],
    ["Refus", "non", "convertie"],
    [2, "2", "illisible"],
    ["en attente", "en attente", "illisible"],
    ["-", null, "vide"],
  ])("accord %p : %p, %s", (ecrit, valeur, etat) => {
    const lu = colonne("Accord", [ecrit]);
    expect(lues(lu, "accord")[0]).toMatchObject({ valeur, etat });
    expect(moyens(lu)).toEqual(etat === "convertie" ? ["reponse"] : []);
  });

  test.each([
    ["Favorable", "favorable"],
    ["Avis favorable du 3 mars", "favorable"],
    ["défavorable", "défavorable"],
    ["Avis défavorable", "défavorable"],
  ])("avis de la commission « %s » : %s", (ecrit, valeur) => {
    const lu = colonne("Avis CNSRU", [ecrit]);
    expect(lues(lu, "avisCnsru")[0]).toMatchObject({ valeur, etat: "lue" });
    expect(moyens(lu)).toEqual([]);
    expect(valeurs(colonne("Accord", [ecrit]), "accord")).not.toContain(valeur);
  });

  test("« Non favorable » et « Favorables » ne sont pas l'avis lui-même", () => {
    expect(valeurs(colonne("Avis CNSRU", ["non favorable", "Favorables"]), "avisCnsru")).toEqual([
      "non",
      "Favorables",
    ]);
  });
});

test("une donnée garde sa formule, si elle en a une", () => {
  const feuille = feuilleDe([
    ["Commune", "LLS manquants", "Objectif retenu"],
    ["Alpha", 500, 125],
  ]);
  const cellule = feuille.cellules[1]?.[2];
  if (cellule) cellule.formule = "=ROUND(B2*0.25,0)";
  const [tableau] = lireTableaux(feuille).tableaux;
  expect(lues(tableau, "objectifApres")[0]?.formule).toBe("=ROUND(B2*0.25,0)");
  expect(lues(tableau, "deficit")[0]).not.toHaveProperty("formule");
});

test("les totaux se lisent dans l'unité des communes, et ne la changent pas", () => {
  const [tableau] = lireTableaux(
    feuilleDe([
      ["Commune", "LLS manquants", "Écart", "Objectif légal", "Objectif retenu"],
      ["Alpha", 500, 0.05, 165, 125],
      ["Bêta", 300, 0.04, 99, 75],
      ["Total", 800, 9, 264, 200],
    ])
  ).tableaux;
  expect(valeurs(tableau, "ecart")).toEqual([5, 4]);
  expect(tableau?.total?.donnees.ecart?.valeur).toBe(900);
});

describe("ce qui se calcule", () => {
  const lire = (titres: string[], ligne: Ligne): TableauTrouve | undefined =>
    lireTableaux(
      feuilleDe([
        ["Commune", ...titres, "Objectif retenu"],
        ["Alpha", ...ligne, 125],
      ])
    ).tableaux[0];
  const PARC = ["LLS", "Résidences principales"];

  test("le taux, des logements et des résidences ; l'écart, des deux taux", () => {
    const lu = lire(["LLS manquants", ...PARC, "Taux cible"], [500, 1500, 10_000, "20 %"]);
    expect(lu?.communes[0]?.donnees).toMatchObject({
      tauxLs: { valeur: 0.15, etat: "calculee", adresse: "C2" },
      ecart: { valeur: 5, etat: "calculee", adresse: "C2" },
    });
    expect(lu?.conversions.slice(1)).toEqual([
      { adresse: "C2", rubrique: "tauxLs", ecrit: "1500", lu: 0.15, moyen: "taux-ls-calcule" },
      { adresse: "C2", rubrique: "ecart", ecrit: "1500", lu: 5, moyen: "ecart-calcule" },
    ]);
  });

  test("une cellule remplie n'est jamais remplacée, même illisible", () => {
    const lu = lire(
      ["LLS manquants", "Taux LS", ...PARC, "Taux cible", "Écart"],
      [500, "NC", 1500, 10_000, "20 %", "NC"]
    );
    expect(lu?.communes[0]?.donnees).toMatchObject({
      tauxLs: { valeur: "NC", etat: "illisible" },
      ecart: { valeur: "NC", etat: "illisible" },
    });
    const lues = lire(["LLS manquants", "Taux LS", ...PARC], [500, 12, 1500, 10_000]);
    expect(lues?.communes[0]?.donnees.tauxLs).toMatchObject({ valeur: 0.12, etat: "convertie" });
  });

  test("rien, si un nombre manque ou ne permet pas le calcul", () => {
    for (const [lls, rp] of [
      [null, 10_000],
      [1500, null],
      [1500, 0],
      ["NC", 10_000],
    ] as const) {
      const lu = lire(["LLS manquants", ...PARC, "Taux cible"], [500, lls, rp, "20 %"]);
      expect(lu?.communes[0]?.donnees).not.toHaveProperty("tauxLs");
      expect(lu?.communes[0]?.donnees).not.toHaveProperty("ecart");
    }
  });

  test("les manquants, si leur colonne n'est pas là ; une cellule vide reste vide", () => {
    const sans = lire([...PARC, "Taux cible"], [1500, 10_000, "20 %"]);
    expect(sans?.communes[0]?.donnees.deficit).toMatchObject({ valeur: 500, etat: "calculee" });
    const vide = lire(["LLS manquants", ...PARC, "Taux cible"], [null, 1500, 10_000, "20 %"]);
    expect(vide?.communes[0]?.donnees.deficit).toMatchObject({ valeur: null, etat: "vide" });
  });

  test("le taux de la loi dit par le texte se cite près du taux, des logements ou du nom", () => {
    const adresse = (titres: string[], ligne: Ligne): unknown =>
      lireTableaux(
        feuilleDe([
          ["Communes soumises à 20 %"],
          ["Commune", "LLS manquants", ...titres, "Objectif retenu"],
          ["Alpha", 500, ...ligne, 125],
        ])
      ).tableaux[0]?.communes[0]?.donnees.tauxCible;
    expect(adresse(["LLS", "Taux LS"], [1500, 15])).toMatchObject({ valeur: 0.2, adresse: "D3" });
    expect(adresse(["LLS"], [1500])).toMatchObject({ valeur: 0.2, adresse: "C3" });
    expect(adresse([], [])).toMatchObject({ valeur: 0.2, adresse: "A3" });
    expect(adresse(["Taux cible"], ["25 %"])).toMatchObject({ valeur: 0.25, etat: "convertie" });
    expect(adresse(["Taux cible"], [null])).toMatchObject({ valeur: 0.2, etat: "calculee" });
  });

  test("des écarts négatifs : retournés si les deux taux le confirment au dixième, pour toutes", () => {
    const ecarts = (...lignes: [number, ValeurDeCellule][]): unknown =>
      lireTableaux(
        feuilleDe([
          ["Commune", "LLS manquants", "Taux LS", "Taux cible", "Écart", "Objectif retenu"],
          ...lignes.map(([taux, ecart], k): Ligne => [`C${k}`, 500, taux, 20, ecart, 125]),
        ])
      ).tableaux.flatMap((tableau) => [valeurs(tableau, "ecart"), moyens(tableau).slice(4)]);
    expect(ecarts([15, -5], [16, -4])).toEqual([
      [5, 4],
      ["signe-inverse", "signe-inverse"],
    ]);
    expect(ecarts([15, -5.1], [16, -3.9])).toEqual([
      [5.1, 3.9],
      ["signe-inverse", "signe-inverse"],
    ]);
    expect(ecarts([15, -5.2], [16, -4])).toEqual([[-5.2, -4], []]);
    expect(ecarts([15, -4.8], [16, -4])).toEqual([[-4.8, -4], []]);
    expect(ecarts([15, 5], [16, -4])).toEqual([[5, -4], []]);
  });
});
