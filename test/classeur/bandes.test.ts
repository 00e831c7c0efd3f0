import { enBandes } from "../../src/classeur/bandes";

test("les blocs voisins font un seul rectangle, sans toucher aux cases vides", () => {
  const bandes = enBandes([
    { ancre: "A1", contenus: [["Titre"]] },
    { ancre: "B3", contenus: [[1, 2]] },
  ]);
  expect(bandes).toEqual([
    {
      adresse: "A1:C3",
      contenus: [
        ["Titre", null, null],
        [null, null, null],
        [null, 1, 2],
      ],
    },
  ]);
});

test("un long vide (les lignes où une formule s'étale) sépare deux rectangles", () => {
  const bandes = enBandes([
    { ancre: "A1", contenus: [["Titre"]] },
    { ancre: "AA60", contenus: [["Total"]] },
  ]);
  expect(bandes.map(({ adresse }) => adresse)).toEqual(["A1", "AA60"]);
});
