import { controlerLecture, type Controle } from "../../src/controle";
import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Le type d'un contrat : sa colonne, EPCI par EPCI ; à défaut, ce que supposent les objectifs. */

type Ligne = ValeurDeCellule[];

const controles = (lignes: Ligne[]): Controle[] =>
  controlerLecture(lireTableaux(feuilleDe(lignes))).controles;
const deduits = ({ constats }: Controle): boolean =>
  constats.some(({ code }) => code === "type-deduit");

describe("par sa colonne", () => {
  const TITRES = ["EPCI", "Commune", "Type de contrat", "LS manquants", "Écart", "Objectif final"];
  const types = (...lignes: [epci: string, type: string | null, objectif: number][]): unknown[] =>
    controles([
      ["Période 2026-2028"],
      TITRES,
      ...lignes.map(([epci, type, objectif], i) => [epci, `C${i}`, type, 500, 5, objectif]),
    ]).map((controle) => [controle.type, deduits(controle)]);

  test("chaque EPCI a le sien, quoi que disent ses objectifs", () => {
    expect(
      types(
        ["CC A", "Mutualisant", 165],
        ["CC A", "Mutualisant", 165],
        ["CC B", "Abaissant", 165],
        ["CC C", "Sans aménagement", 125],
        ["CC D", "Abaissant", 85],
        ["CC D", "Abaissant", 245]
      )
    ).toEqual([
      ["mutualisant", false],
      ["abaissant", false],
      ["sans aménagement", false],
      ["abaissant", false],
    ]);
  });

  test("deux types, ou aucun, pour un même EPCI : ses objectifs le disent", () => {
    expect(
      types(
        ["CC A", "Abaissant", 85],
        ["CC A", "Mutualisant", 245],
        ["CC B", null, 125],
        ["CC C", "Mutualisant", 165],
        ["CC C", null, 165]
      )
    ).toEqual([
      ["mutualisant", true],
      ["abaissant", true],
      ["mutualisant", false],
    ]);
  });

  test("des arrondissements n'ont pas de contrat", () => {
    const [controle] = controles([
      ["Arrondissement", "Type de contrat", "LS manquants", "Objectif 2026-2028"],
      ["Lyon 1er", "Mutualisant", 500, 300],
      ["Lyon 2e", "Mutualisant", 300, 100],
    ]);
    expect(controle?.type).toBe("arrondissements");
  });
});

describe("par ses objectifs, face aux objectifs légaux de 165 et 99", () => {
  const typeDe = (lignes: Ligne[]): unknown => {
    const [controle] = controles(lignes);
    return controle && [controle.type, deduits(controle)];
  };

  test.each<[string, ValeurDeCellule, ValeurDeCellule, string]>([
    ["égaux", 165, 99, "sans aménagement"],
    ["l'un abaissé", 125, 99, "abaissant"],
    ["tous abaissés", 125, 98, "abaissant"],
    ["l'un relevé", 165, 100, "sans aménagement"],
    ["abaissé ici, relevé là", 85, 179, "mutualisant"],
    ["abaissé ici, relevé là, même sans que la somme tienne", 85, 100, "mutualisant"],
    ["un objectif vide ne dit rien", null, 99, "sans aménagement"],
  ])("%s", (_, alpha, beta, type) => {
    expect(
      typeDe([
        ["Commune", "LS manquants", "Écart", "Objectif final 2026-2028"],
        ["Alpha", 500, 5, alpha],
        ["Bêta", 300, 5, beta],
      ])
    ).toEqual([type, true]);
  });

  test.each<[string, Ligne[], string]>([
    ["sans écart, face à l'objectif annoncé", [["Alpha", 500, null, 165, 85]], "mutualisant"],
    ["une commune dont rien ne dit l'objectif légal", [["Alpha", 500, null, null, 85]], "sans"],
  ])("%s", (_, lignes, type) => {
    const [trouve] = controles([
      ["Commune", "LS manquants", "Écart", "Objectif légal 2026-2028", "Objectif final"],
      ...lignes,
      ["Bêta", 300, 5, 99, 100],
    ]);
    expect(trouve?.type).toMatch(type);
  });
});
