import type { Constat, ContexteDeControle } from "../../src/controle";
import { phraserConstat } from "../../src/redaction";
import type { ValeurDeCellule } from "../../src/tableau";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";

/** Ce que le contrôle conclut des façons d'écrire des agents. */

type Ligne = ValeurDeCellule[];

const TITRES: Ligne = ["Commune", "Manquants", "Écart (pts)", "Objectif légal", "Objectif retenu"];

function codes(lignes: Ligne[], contexte: ContexteDeControle = {}): string[] {
  const titre: Ligne = ["CMS sans aménagement 2026-2028"];
  const { constats } = controler(feuilleDe([titre, ...lignes]), contexte);
  return constats.map(({ code, commune }) => `${code} ${commune ?? ""}`);
}

describe("statut des communes", () => {
  const statut = (ecrit: string): string[] =>
    codes([
      [...TITRES, "Statut SRU"],
      ["Alpha", 500, 5, 165, 165, ecrit],
    ]);

  test.each(["Exemptée", "exemptée (décret)", "Carencée, exemptée"])(
    "« %s » : exemptée",
    (ecrit) => {
      expect(statut(ecrit)).toContain("exemptee Alpha");
    }
  );

  test.each([
    "Non exemptée",
    "ex-carencée",
    "Demande d'exemption",
    "exemption refusée",
    "plus carencée",
  ])("« %s » n'en dit rien", (ecrit) => expect(statut(ecrit)).toEqual([]));

  test("un intertitre le dit pour les communes qu'il annonce", () => {
    expect(
      codes([
        TITRES,
        ["Communes déficitaires"],
        ["Alpha", 500, 5, 165, 165],
        ["Nouvelles entrantes (2e période)"],
        ["Bêta", 300, 5, 75, 75],
        ["Communes exemptées"],
        ["Gamma", 100, 5, 33, 33],
        ["Total", 800, null, 240, 240],
      ])
    ).toEqual(["exemptee Gamma"]);
  });

  test("« Communes carencées ou exemptées » ne dit pas laquelle l'est", () => {
    expect(
      codes([TITRES, ["Communes exemptées ou carencées"], ["Alpha", 500, 5, 165, 165]])
    ).toEqual([]);
  });
});

describe("objectif légal laissé sans arrondi, que la cellule affiche arrondi", () => {
  const constatDe = (lu: number): Constat | undefined =>
    controler(feuilleDe([["2026-2028, sans aménagement"], TITRES, ["Alpha", 412, 5, lu, 136]]))
      .constats[0];

  test("le produit exact est un avertissement, et la somme de référence prend l'entier supérieur", () => {
    const constat = constatDe(135.96);
    expect(constat).toMatchObject({
      code: "objectif-avant-arrondi",
      gravite: "avertissement",
      valeurs: { lu: 135.96, legal: 136 },
    });
    expect(constat && Object.values(phraserConstat(constat)).join(" ")).toMatch(/135,96.*136/);
  });

  test("un autre décimal reste illisible", () => {
    expect(constatDe(135.9)).toMatchObject({ code: "donnee-illisible", gravite: "erreur" });
  });
});
