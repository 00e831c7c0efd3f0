import { lireTableaux, type ValeurDeCellule } from "../../src/tableau";
import { estUneRubrique } from "../../src/tableau/rubriques";
import { feuilleDe } from "../outils/feuille";

/** La dernière ligne, sans nom, ne porte qu'un nombre, sous « titre ». */
const derniereLigne = (titre: string, nombre: number): string => {
  const lignes: ValeurDeCellule[][] = [
    ["Commune", "LLS manquants", "Objectif retenu", titre],
    ["Alpha", 500, 125, 40],
    ["Bêta", 300, 75, 31],
    [null, null, null, nombre],
  ];
  const [tableau] = lireTableaux(feuilleDe(lignes)).tableaux;
  return tableau?.total ? "total" : "autre";
};

describe("une ligne sans nom qui vaut la somme d'une colonne en est le total", () => {
  test.each([
    ["Objectif légal"],
    ["PLAI"],
    ["PLS"],
    ["Capacité de production"],
    ["Nb de LLS"],
    ["Résidences principales"],
    ["Population"],
  ])("« %s »", (titre) => {
    expect(derniereLigne(titre, 71)).toBe("total");
    expect(derniereLigne(titre, 70)).toBe("autre");
  });

  test.each([["Périodes consécutives"], ["Taux LLS"], ["Écart (pts)"]])(
    "pas « %s », qui ne s'additionne pas",
    (titre) => expect(derniereLigne(titre, 71)).toBe("autre")
  );
});

test.each([
  ["deficit", true],
  ["objectifApres", true],
  ["inconnue", false],
  ["toString", false],
  ["", false],
])("« %s » est une rubrique : %s", (mot, attendu) => {
  expect(estUneRubrique(mot)).toBe(attendu);
});
