import { objectifsDuControle, objectifsSignes, type Objectifs } from "../../src/suivi";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { versionSignee } from "../outils/version-signee";

const VERSION = versionSignee([{ nom: "Rivemont", deficit: 183, objectif: 46, plai: 14 }], {
  type: "abaissant",
});

describe("une version signée", () => {
  test("ses objectifs sont ceux qui ont été signés", () => {
    expect(objectifsSignes(VERSION)).toEqual({
      periode: "2026-2028",
      type: "abaissant",
      communes: VERSION.communes,
      sansObjectif: [],
    });
  });

  test("une période passée, que le barème couvre, a les siens", () => {
    expect(objectifsSignes({ ...VERSION, periode: "2023-2025" })?.periode).toBe("2023-2025");
  });

  test.each(["2029-2031", "2017-2019", ""])("pour « %s », hors barème : aucun", (periode) => {
    expect(objectifsSignes({ ...VERSION, periode })).toBeNull();
  });
});

describe("un projet de contrat", () => {
  const ABAISSEMENT = ["Commune", "INSEE", "LS manquants", "Écart", "Objectif 2026-2028 abaissé"];

  const objectifsDe = (lignes: ValeurDeCellule[][], plh: boolean | null = null): Objectifs =>
    objectifsDuControle(controler(feuilleDe(lignes)), plh);

  test("l'objectif retenu, l'objectif légal, 30 % de PLAI au moins et 30 % de PLS au plus", () => {
    const lignes = [ABAISSEMENT, ["Alpha", "86001", 500, 5, 125]];
    expect(objectifsDe(lignes)).toEqual({
      periode: "2026-2028",
      type: "abaissant",
      sansObjectif: [],
      communes: [
        {
          nom: "Alpha",
          insee: "86001",
          deficit: 500,
          objectifLegal: 165,
          objectif: 125,
          plai: 38,
          pls: 37,
        },
      ],
    });
  });

  test("chaque commune garde son code, et une seule peut n'en pas avoir", () => {
    const { communes } = objectifsDe([
      ABAISSEMENT,
      ["Alpha", null, 500, 5, 125],
      ["Bêta", "86002", 300, 5, 75],
    ]);
    expect(communes.map(({ nom, insee }) => [nom, insee])).toEqual([
      ["Alpha", null],
      ["Bêta", "86002"],
    ]);
  });

  const BETA = { nom: "Bêta", insee: "86002" };

  test.each<[string, ValeurDeCellule[], ValeurDeCellule[], Objectifs["sansObjectif"]]>([
    ["exemptée n'y est pas", ["Statut"], ["Bêta", "86002", 300, 5, 75, "Exemptée"], []],
    [
      "dont l'objectif ne se lit pas est à part",
      [],
      ["Bêta", "86002", 300, 5, "à définir"],
      [BETA],
    ],
    ["sans objectif écrit est à part", [], ["Bêta", "86002", 300, 5, null], [BETA]],
    ["hors du contrat n'y est pas", [], ["Bêta", "86002", "–", "–", "–"], []],
  ])("une commune %s", (_, titres, beta, attendues) => {
    const { communes, sansObjectif } = objectifsDe([
      [...ABAISSEMENT, ...titres],
      ["Alpha", "86001", 500, 5, 125],
      beta,
    ]);
    expect(communes.map(({ nom }) => nom)).toEqual(["Alpha"]);
    expect(sansObjectif).toEqual(attendues);
  });

  // À 12 points d'un taux légal de 20 ou 25 %, la commune peut avoir moins de 10 % de logements sociaux.
  describe("le maximum de PLS dépend du PLH et du taux de logements sociaux", () => {
    test.each<[string, ValeurDeCellule[], ValeurDeCellule[], boolean | null, number | null]>([
      ["PLH exécutoire, selon l'agent", [], [], true, 37],
      ["pas de PLH, taux inconnu", [], [], false, null],
      ["ni l'un ni l'autre", [], [], null, null],
      ["8 % sans PLH", ["Taux LS"], [0.08], false, 25],
      ["8 %, PLH non dit", ["Taux LS"], [0.08], null, null],
      ["12 % sans PLH", ["Taux LS"], [0.12], false, 37],
      ["le tableau dit un PLH", ["PLH"], ["oui"], false, 37],
    ])("%s", (_, titres, valeurs, plh, pls) => {
      const lignes = [
        [...ABAISSEMENT, ...titres],
        ["Alpha", "86001", 500, 12, 125, ...valeurs],
      ];
      expect(objectifsDe(lignes, plh).communes).toMatchObject([{ plai: 38, pls }]);
    });

    test("une mutualisation demande un PLH : 30 %", () => {
      const { type, communes } = objectifsDe([
        ["Commune", "LS manquants", "Écart", "Objectif 2026-2028 après mutualisation"],
        ["Alpha", 500, 12, 125],
      ]);
      expect(type).toBe("mutualisant");
      expect(communes).toMatchObject([{ insee: null, plai: 38, pls: 37 }]);
    });
  });

  test("un arrondissement n'a ni minimum de PLAI, ni maximum de PLS : la ville les a", () => {
    const { type, communes } = objectifsDe(
      [
        ["Arrondissement", "Résidences principales", "Logements sociaux", "Objectif 2026-2028"],
        ["Lyon 1er", 20_000, 2_800, 300],
        ["Lyon 2e", 20_000, 3_000, 100],
      ],
      true
    );
    expect(type).toBe("arrondissements");
    expect(communes).toMatchObject([
      { nom: "Lyon 1er", objectif: 300, plai: null, pls: null },
      { nom: "Lyon 2e", objectif: 100, plai: null, pls: null },
    ]);
  });
});
