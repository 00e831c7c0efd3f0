import {
  lireTableaux,
  MARQUE_DE_RAPPORT,
  type TableauTrouve,
  type ValeurDeCellule,
} from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Ce que les textes autour d'un tableau disent de lui, et lequel l'emporte. */

type Ligne = ValeurDeCellule[];

const lire = (lignes: Ligne[], nom?: string): TableauTrouve[] =>
  lireTableaux(feuilleDe(lignes, nom)).tableaux;

const NEUTRES: Ligne = ["Commune", "LLS manquants", "Objectif avant", "Objectif après"];
const A: Ligne = ["Alpha", 500, 165, 165];
const B: Ligne = ["Bêta", 300, 99, 99];

describe("taux à atteindre de tout le tableau", () => {
  const cible = (texte: string): number | null =>
    lire([[texte], NEUTRES, A])[0]?.tauxCible?.valeur ?? null;

  test.each([
    ["Taux légal : 25 %", 25],
    ["Taux légal 20%", 20],
    ["Taux cible de 20 %", 20],
    ["Taux SRU applicable : 25 %", 25],
    ["Taux de LS à atteindre : 20 %", 20],
    ["Taux à atteindre : 25 %", 25],
    ["Cible : 25 %", 25],
    ["Obligation : 20 %", 20],
    ["Obligation SRU : 20 %", 20],
    ["Obligation légale de 25 %", 25],
    ["Seuil de 25 %", 25],
    ["Communes soumises à 25 %", 25],
    ["Commune soumise à 20 %", 20],
    ["Communes tenues de 25 %", 25],
    ["Communes tenues à 20 %", 20],
    ["Inventaire au taux de 25 %", 25],
  ])("« %s » : %i %", (texte, attendu) => expect(cible(texte)).toBe(attendu));

  test.each([
    "25 %",
    "30 % de PLAI au moins, 25 % de PLS au plus",
    "Cible : 30 %",
    "Cible 125 %",
    "Cible en 2026 : 25 %",
    "Cibles 25 %",
    "Ciblé",
    "Cible 25",
    "Taux plancher de 25 %",
    "Cible que se sont donnée les élus du territoire : 25 %",
  ])("« %s » n'en dit rien", (texte) => expect(cible(texte)).toBeNull());

  test("se cite, et sert aux communes qui n'ont pas le leur", () => {
    const [tableau] = lire([["Communes soumises à 25 %"], [...NEUTRES, "Taux LS"], [...A, 20]]);
    expect(tableau?.tauxCible).toEqual({
      valeur: 25,
      origine: "texte",
      texte: "Communes soumises à 25 %",
      adresse: "A1",
    });
    expect(tableau?.communes[0]?.donnees.tauxCible).toMatchObject({
      valeur: 0.25,
      etat: "calculee",
      adresse: "E3",
    });
    expect(tableau?.conversions.map(({ moyen }) => moyen)).toContain("cible-du-texte");
  });
});

describe("trois années qui ne font pas une période", () => {
  const periode = (dessus: string, titre = "Objectif après", dessous = ""): unknown =>
    lire([[dessus], [...NEUTRES.slice(0, 3), titre], A, [], [dessous]])[0]?.periode;

  test.each([
    ["dans un titre", "", "Objectif après 2025-2027", "D2"],
    ["dans un titre, avant la période du texte", "CMS 2026-2028", "Objectif après 2025-27", "D2"],
    ["au-dessus", "CMS 2025-2027", "Objectif après", "A1"],
    ["au-dessus, en toutes lettres", "Période triennale 2025 à 2027", "Objectif après", "A1"],
    ["au-dessus, seules", "2025-2027", "Objectif après", "A1"],
  ])("%s : lues, pour être refusées", (_, dessus, titre, adresse) => {
    expect(periode(dessus, titre)).toMatchObject({ valeur: "2025-2027", adresse });
  });

  test("dans la colonne « Période », dans un intertitre, dans le nom de la feuille", () => {
    expect(
      lire([
        [...NEUTRES, "Période"],
        [...A, "2025-2027"],
      ])[0]?.periode
    ).toMatchObject({
      valeur: "2025-2027",
      adresse: "E2",
    });
    expect(lire([NEUTRES, ["Période 2025-2027"], A, B])[0]?.periode?.valeur).toBe("2025-2027");
    expect(lire([NEUTRES, A], "CMS 2025-2027")[0]?.periode?.valeur).toBe("2025-2027");
  });

  test("une vraie période ailleurs l'emporte sur celles du texte", () => {
    expect(periode("CMS 2025-2027", "Objectif après 2026-2028")).toMatchObject({
      valeur: "2026-2028",
    });
    expect(periode("CMS 2025-2027", "Objectif après", "CMS 2026-2028")).toMatchObject({
      valeur: "2026-2028",
    });
  });

  test.each([
    ["le PLH n'est pas le contrat", "Objectifs du PLH 2025-2027", "", ""],
    ["une programmation non plus", "Programmation 2025-2027", "", ""],
    ["un bilan non plus", "Bilan des objectifs 2021-2023", "", ""],
    ["deux années ou quatre ne se lisent pas", "CMS 2026-2027", "CMS 2026-2029", ""],
    ["une note parle d'autre chose", "CMS", "", "Contrat de ville 2025-2027"],
  ])("%s", (_, dessus, titre, dessous) => {
    expect(periode(dessus, `Objectif après ${titre}`, dessous)).toBeNull();
  });
});

describe("qui le dit", () => {
  test.each(["LLS manquants", "Taux LS", "LLS", "Résidences principales", "Écart (points)"])(
    "l'inventaire, par le titre « %s »",
    (titre) => {
      const dates = [...new Set(["LLS manquants", titre])];
      const [tableau] = lire([
        ["Données au 01/01/2022"],
        [
          "Commune",
          ...dates.map((nom) => (nom === titre ? `${nom} au 01/01/2025` : nom)),
          "Objectif avant",
          "Objectif après",
        ],
        ["Alpha", ...dates.map(() => 12), 165, 125],
      ]);
      expect(tableau?.inventaire).toMatchObject({ valeur: 2025, origine: "titre" });
      expect(tableau?.inventaire?.adresse).toBe(titre === "LLS manquants" ? "B2" : "C2");
    }
  );

  test.each([
    ["Objectif avant", "Objectif après 2026-2028"],
    ["Objectif avant 2026-2028", "Objectif après"],
    ["Taux avant 2026-2028", "Objectif après"],
    ["Taux après 2026-2028", "Objectif après"],
  ])("la période, par les titres « %s » et « %s » avant le texte au-dessus", (...titres) => {
    const [tableau] = lire([
      ["Bilan 2023-2025 et perspectives"],
      ["Commune", "LLS manquants", ...titres],
      ["Alpha", 500, 33, 165],
    ]);
    expect(tableau?.periode).toMatchObject({ valeur: "2026-2028", origine: "titre" });
  });

  test.each([
    ["Objectif avant mutualisation", "Objectif après"],
    ["Taux après mutualisation", "Objectif après"],
    ["Taux avant mutualisation", "Objectif après"],
  ])("le type, par les titres « %s » et « %s »", (...titres) => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", ...titres],
      ["Alpha", 500, 33, 165],
    ]);
    expect(tableau?.type).toMatchObject({ valeur: "mutualisant", origine: "titre", adresse: "C1" });
  });

  test("le plus proche au-dessus l'emporte ; dessous, le premier", () => {
    const [tableau] = lire([
      ["CMS 2023-2025"],
      ["CMS 2026-2028"],
      [],
      NEUTRES,
      A,
      ["Total", 500, 165, 165],
      ["Source : inventaire 2024"],
      ["Rappel : inventaire 2021"],
    ]);
    expect(tableau?.periode).toMatchObject({ valeur: "2026-2028", adresse: "A2" });
    expect(tableau?.inventaire).toMatchObject({ valeur: 2024, origine: "note", adresse: "A7" });
  });

  test("au-dessus du tableau d'abord, à côté ensuite", () => {
    const lignes = (dedans: string, dehors: string): Ligne[] => [
      [dedans, null, null, null, null, null, dehors],
      [],
      NEUTRES,
      A,
    ];
    expect(lire(lignes("CMS 2026-2028", "CMS 2023-2025"))[0]?.periode?.adresse).toBe("A1");
    expect(lire(lignes("Objectifs", "CMS 2023-2025"))[0]?.periode?.adresse).toBe("G1");
  });

  test("chacun des tableaux côte à côte prend ce qui est au-dessus de lui", () => {
    const lus = lire([
      ["CMS 2023-2025, CC du Val", null, null, null, null, "CMS 2026-2028, CA du Mont"],
      [...NEUTRES, null, ...NEUTRES],
      [...A, null, "Gamma", 500, 165, 165],
      [...B, null, "Delta", 300, 99, 99],
    ]);
    expect(lus.map(({ periode, epci, plage }) => [periode?.valeur, epci?.valeur, plage])).toEqual([
      ["2023-2025", "CC du Val", "A2:D4"],
      ["2026-2028", "CA du Mont", "F2:I4"],
    ]);
  });

  test("le haut de la feuille vaut pour tous les tableaux, sauf si l'entre-deux dit autre chose", () => {
    const lignes = (entre: string): Ligne[] => [
      ["CA du Val d'Or, CMS 2023-2025"],
      NEUTRES,
      A,
      ["Total", 500, 165, 165],
      [],
      [entre],
      NEUTRES,
      B,
    ];
    expect(lire(lignes("Second volet"))[1]).toMatchObject({
      periode: { valeur: "2023-2025", adresse: "A1" },
      epci: { valeur: "CA du Val d'Or" },
    });
    expect(lire(lignes("CMS 2026-2028"))[1]).toMatchObject({
      periode: { valeur: "2026-2028", adresse: "A6" },
      epci: { valeur: "CA du Val d'Or" },
    });
    expect(lire(lignes("CMS 2026-2028"))[0]?.periode?.adresse).toBe("A1");
  });

  test("le nom de la feuille vient après le texte, avant les notes", () => {
    const notes: Ligne[] = [["Total", 500, 165, 165], ["Voir aussi 2029-2031"]];
    const [nommee] = lire([NEUTRES, A, ...notes], "CMS 26-28");
    const [titree] = lire([["CMS 2023-2025"], NEUTRES, A, ...notes], "CMS 26-28");
    const [notee] = lire([NEUTRES, A, ...notes]);
    expect(nommee?.periode).toEqual({
      valeur: "2026-2028",
      origine: "feuille",
      texte: "CMS 26-28",
      adresse: null,
    });
    expect(titree?.periode).toMatchObject({ origine: "texte" });
    expect(notee?.periode).toMatchObject({ valeur: "2029-2031", origine: "note", adresse: "A4" });
  });

  test("un texte de plus de 500 caractères est un paragraphe, pas un titre", () => {
    const periode = (longueur: number): unknown =>
      lire([[`CMS 2026-2028 ${"x".repeat(longueur - 14)}`], NEUTRES, A])[0]?.periode ?? null;
    expect(periode(500)).toMatchObject({ valeur: "2026-2028" });
    expect(periode(501)).toBeNull();
  });

  test("une colonne qui dit la même chose de toutes les communes ; sinon, elle ne dit rien", () => {
    const titres: Ligne = [...NEUTRES, "EPCI", "Type de CMS", "Période"];
    const lignes = (epci: string): Ligne[] => [
      ["CC des Rives, CMS abaissant"],
      titres,
      [...A, "CA du Val", "Mutualisant", "26-28"],
      [...B, epci, "Mutualisant", "26-28"],
    ];
    expect(lire(lignes("CA du Val"))[0]).toMatchObject({
      epci: { valeur: "CA du Val", origine: "colonne", adresse: "E3" },
      type: { valeur: "mutualisant", origine: "colonne", adresse: "F3" },
      periode: { valeur: "2026-2028", origine: "colonne", adresse: "G3" },
    });
    expect(lire(lignes("CA du Mont"))[0]?.epci).toMatchObject({
      valeur: "CC des Rives",
      origine: "texte",
    });
  });
});

describe("type déduit, à confirmer", () => {
  const type = (titreApres: string, ...lignes: Ligne[]): unknown => {
    const [tableau] = lire([["Commune", "LLS manquants", "Objectif légal", titreApres], ...lignes]);
    return tableau?.type;
  };
  const deduit = (valeur: string): object => ({
    valeur,
    origine: "valeurs",
    texte: "",
    adresse: null,
  });

  test("la trame du complément, sans changement : abaissant ; un autre titre ne le dit pas", () => {
    expect(type("Objectif retenu", A)).toEqual(deduit("abaissant"));
    expect(type("Objectif CMS", A)).toEqual(deduit("abaissant"));
    expect(type("Objectif après", A)).toBeNull();
  });

  test("sans objectif du contrat : sans aménagement", () => {
    const [tableau] = lire([
      ["Commune", "LLS manquants", "Objectif légal"],
      ["Alpha", 500, 165],
    ]);
    expect(tableau?.type).toEqual(deduit("sans aménagement"));
  });
});

describe("arrondissements", () => {
  test("se lisent comme des communes, sous leur propre colonne", () => {
    const [tableau] = lire([
      ["Secteur prioritaire, cible : 25 %"],
      ["Commune", "Arrondissement", "RP", "LLS", "Taux LS", "Objectif proposé"],
      ["Lyon", "1er", 5000, 500, 10, 120],
      ["Lyon", "2e", 6000, 1200, 20, 40],
      ["Ville de Lyon", null, 11_000, 1700, null, 160],
    ]);
    expect(tableau).toMatchObject({
      noms: "arrondissement",
      type: {
        valeur: "arrondissements",
        origine: "colonne",
        texte: "Arrondissement",
        adresse: "B2",
      },
      colonnes: { commune: { adresse: "B2" } },
    });
    expect(tableau?.communes.map(({ nom, donnees }) => [nom, donnees.commune])).toMatchObject([
      ["1er", { valeur: "1er", adresse: "B3" }],
      ["2e", { valeur: "2e", adresse: "B4" }],
    ]);
    // L'objectif de la ville se partage : le taux de la loi n'est pas celui d'un arrondissement.
    expect(tableau?.communes[0]?.donnees.tauxCible).toBeUndefined();
  });

  test("la majorité des lignes le dit, jusqu'à la dernière", () => {
    const noms = (...arrondissements: string[]): unknown =>
      lire([
        ["Commune", "Arrondissement", "LLS manquants", "Objectif proposé"],
        ...arrondissements.map((nom, k): Ligne => [`Lieu ${k}`, nom, 500, 165]),
      ])[0]?.noms;
    expect(noms("Valmont", "2e", "3e")).toBe("arrondissement");
    expect(noms("1er", "Valmont", "Beaumont")).toBe("commune");
    expect(noms("1er", "2e", "Beaumont")).toBe("arrondissement");
    expect(noms("Valmont", "1er")).toBe("commune");
  });
});

describe("aucun tableau", () => {
  test("dit ce qui a été lu, et ce que les meilleurs titres annoncent", () => {
    const { tableaux, absence } = lireTableaux({
      ...feuilleDe([
        ["Liste"],
        ["Commune", "Adresse"],
        [],
        ["Commune", "Obj. retenu", "Taux LS"],
        ["Alpha", 125, 15],
        [],
      ]),
      ligne: 2,
      colonne: 1,
    });
    expect(tableaux).toEqual([]);
    expect(absence).toMatchObject({
      feuille: "Feuil1",
      plage: "B3:D7",
      cellulesLues: 9,
      rapport: false,
    });
    expect(
      absence?.cherches.map(({ champ, obligatoire, trouve }) => [
        champ,
        obligatoire,
        trouve?.adresse,
      ])
    ).toEqual([
      ["commune", true, "B6"],
      ["deficit", true, undefined],
      ["tauxCible", false, undefined],
      ["tauxLs", false, "D6"],
      ["ecart", false, undefined],
      ["tauxAvant", false, undefined],
      ["objectifAvant", false, undefined],
      ["tauxApres", false, undefined],
      ["objectifApres", true, "C6"],
    ]);
  });

  test("une feuille vide n'a pas de plage", () => {
    expect(lireTableaux(feuilleDe([])).absence).toMatchObject({ plage: null, cellulesLues: 0 });
    expect(lireTableaux(feuilleDe([[null], [" "]])).absence).toMatchObject({ plage: null });
  });

  test("un rapport du complément n'est pas un tableau, même sous des lignes vides", () => {
    const rapport = lireTableaux(feuilleDe([[], [null, MARQUE_DE_RAPPORT], NEUTRES, A]));
    expect([rapport.tableaux, rapport.absence?.rapport]).toEqual([[], true]);
    expect(rapport.feuille).toBe("Feuil1");
    expect(lire([["Le titre"], [MARQUE_DE_RAPPORT], NEUTRES, A])).toHaveLength(1);
  });
});
