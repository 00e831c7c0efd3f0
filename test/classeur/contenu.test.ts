import { pourExcel } from "../../src/classeur/contenu";

test.each([
  '=HYPERLINK("x")',
  "+33",
  "-1",
  "@SOMME(A1)",
  "'déjà",
  "\t=1+1",
  " =1+1",
  "12/05/2025",
  "mars 2026",
  "33 %",
  "007",
  "VRAI",
  "false",
  "#N/A",
  "[à préciser]",
])("« %s » part derrière une apostrophe : Excel le lirait autrement", (texte) => {
  expect(pourExcel(texte)).toBe(`'${texte}`);
});

test.each(["Saint-Denis", "Total", "Œuvre", "Objectifs 2026-2028 avant mutualisation", ""])(
  "« %s » part tel quel",
  (texte) => {
    expect(pourExcel(texte)).toBe(texte);
  }
);

test("une formule part telle quelle ; nombre, booléen et vide aussi", () => {
  expect(pourExcel({ formule: "=SUM(A1:A2)", valeurs: [[3]] })).toBe("=SUM(A1:A2)");
  expect([0.33, true, null].map(pourExcel)).toEqual([0.33, true, null]);
});
