import fc from "fast-check";
import {
  adresseDe,
  lettresDeColonne,
  nomPourFormule,
  plageDe,
  rangDeColonne,
  rectangleDe,
} from "../../src/tableau/adresse";

/** Colonnes qu'Excel numérote autrement qu'en base 26 ordinaire : après Z vient AA. */
test.each([
  ["A", 0],
  ["Z", 25],
  ["AA", 26],
  ["AB", 27],
  ["AZ", 51],
  ["BA", 52],
  ["ZZ", 701],
  ["AAA", 702],
  ["XFD", 16_383],
])("la colonne %s est la %i, à partir de 0", (lettres, rang) => {
  expect(lettresDeColonne(rang)).toBe(lettres);
  expect(rangDeColonne(lettres)).toBe(rang);
  expect(rangDeColonne(lettres.toLowerCase())).toBe(rang);
});

test.each(["", "A1", "1A", "É", "ABCD", "A B", "$A", "?"])(
  "« %s » n'est pas une colonne",
  (lettres) => expect(rangDeColonne(lettres)).toBeNull()
);

test("une cellule, une ligne, une colonne, un rectangle", () => {
  expect(adresseDe(3, 1)).toBe("B4");
  expect(plageDe(3, 1, 1, 1)).toBe("B4");
  expect(plageDe(3, 1, 1, 3)).toBe("B4:D4");
  expect(plageDe(3, 1, 3, 1)).toBe("B4:B6");
  expect(plageDe(0, 0, 2, 27)).toBe("A1:AA2");
});

test.each([
  ["A1", { haut: 0, gauche: 0, bas: 0, droite: 0 }],
  ["B4:D6", { haut: 3, gauche: 1, bas: 5, droite: 3 }],
  ["$B$4:$AA$16", { haut: 3, gauche: 1, bas: 15, droite: 26 }],
  ["a1:c12", { haut: 0, gauche: 0, bas: 11, droite: 2 }],
])("la plage « %s »", (plage, rectangle) => expect(rectangleDe(plage)).toEqual(rectangle));

test.each([
  "",
  "A",
  "12",
  "A1:",
  ":B2",
  "A1:B2:C3",
  "A1 B2",
  "A1!",
  "'A1",
  "A1:B2!",
  "A1:!B2",
  "Feuil1!A1",
  "A:C",
  "A1:3",
  "ABCD1",
])("« %s » n'est pas une plage", (plage) => expect(rectangleDe(plage)).toBeNull());

test("une plage se relit telle qu'elle s'écrit", () => {
  const rang = fc.integer({ min: 0, max: 9_999 });
  const taille = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(rang, rang, taille, taille, (haut, gauche, lignes, colonnes) => {
      expect(rectangleDe(plageDe(haut, gauche, lignes, colonnes))).toEqual({
        haut,
        gauche,
        bas: haut + lignes - 1,
        droite: gauche + colonnes - 1,
      });
    })
  );
});

test("un nom de feuille se cite entre apostrophes, les siennes doublées", () => {
  expect(nomPourFormule("CMS 2026")).toBe("'CMS 2026'");
  expect(nomPourFormule("Val d'Or, l'EPCI")).toBe("'Val d''Or, l''EPCI'");
});
