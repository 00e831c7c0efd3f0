import {
  lireAnnee,
  lireEffectif,
  lireTexte,
  lireTypologie,
  texteDe,
  type Lue,
} from "../../src/suivi/valeurs";
import type { Cellule, ValeurDeCellule } from "../../src/tableau";

const cellule = (
  valeur: ValeurDeCellule,
  texte = typeof valeur === "string" ? valeur : "",
  format = "General"
): Cellule => ({ valeur, texte, format });

/** Ce qui s'est lu ; « illisible » sinon. */
const ditLue = <T>(lue: Lue<T>): T | null | "illisible" => (lue.lisible ? lue.valeur : "illisible");

test.each<[string, Cellule | undefined, string]>([
  ["le texte affiché", cellule(0.5, "50 %"), "50 %"],
  ["la valeur, si rien n'est affiché", cellule(20), "20"],
  ["sans les espaces autour", cellule("  à préciser "), "à préciser"],
  ["le nom d'une erreur", cellule({ erreur: "#N/A" }, "########"), "#N/A"],
  ["rien d'une cellule vide", cellule(null), ""],
  ["rien d'une cellule absente", undefined, ""],
])("une cellule se cite : %s", (_, citee, texte) => {
  expect(texteDe(citee)).toBe(texte);
});

test.each<[string, Cellule | undefined, string | null]>([
  ["un texte", cellule(" Les Vergers"), "Les Vergers"],
  ["un nombre", cellule(86041, "86041"), "86041"],
  ["un tiret ne dit rien", cellule("-"), null],
  ["une erreur non plus", cellule({ erreur: "#REF!" }, "#REF!"), null],
  ["une cellule absente", undefined, null],
])("un texte se lit : %s", (_, lue, texte) => {
  expect(lireTexte(lue)).toBe(texte);
});

test.each<[ValeurDeCellule, number | null | "illisible"]>([
  ["juin 2027", 2027],
  ["Décembre 2028", 2028],
  ["1er juillet 2027", 2027],
  ["S1 2026", 2026],
  ["mi-2027", 2027],
  ["05/2027", 2027],
  ["déc. 2027", 2027],
  ["fin juin 2027", 2027],
  ["30/06/2027", 2027],
  ["2e trimestre 2027", 2027],
  ["1er semestre 2027", 2027],
  ["2026-2028", "illisible"],
  ["2026/2027", "illisible"],
  ["2026 2027", "illisible"],
  ["20262027", "illisible"],
  ["26-2027", "illisible"],
  ["-", null],
  ["", null],
  [null, null],
  [2000, 2000],
  [1999, "illisible"],
  [2099, 2099],
  [2100, "illisible"],
  ["juillet", "illisible"],
  ["2027, ou 2028 si le permis tarde à être délivré", "illisible"],
])("l'année « %p » se lit %p", (valeur, annee) => {
  expect(ditLue(lireAnnee(cellule(valeur)))).toBe(annee);
});

test("un texte de plus de 40 signes n'est pas une année, même s'il finit par elle", () => {
  const texte = (longueur: number): string => "fin ".padEnd(longueur - 4) + "2027";
  expect(ditLue(lireAnnee(cellule(texte(40))))).toBe(2027);
  expect(ditLue(lireAnnee(cellule(texte(41))))).toBe("illisible");
});

test.each<[ValeurDeCellule, number | null | "illisible"]>([
  [0, 0],
  ["12 lgts", 12],
  [true, "illisible"],
  ["une douzaine", "illisible"],
  [{ erreur: "#N/A" }, "illisible"],
])("un nombre de logements écrit %p se lit %p", (valeur, nombre) => {
  expect(ditLue(lireEffectif(cellule(valeur)))).toBe(nombre);
});

test.each([
  [1, "0%"],
  [0, "0 %"],
])("une part (%p, « %s ») n'est pas un nombre de logements", (valeur, format) => {
  expect(ditLue(lireEffectif(cellule(valeur, "", format)))).toBe("illisible");
});

test.each<[ValeurDeCellule, ReturnType<typeof ditLue>]>([
  ["12PLAI/20PLUS", { plai: 12, plus: 20 }],
  ["12 plai + 20 plus\n+ 5 pls", { plai: 12, plus: 20, pls: 5 }],
  ["PLAI:12 ; PLUS:20", { plai: 12, plus: 20 }],
  ["PLAI = 12, BRS = 3", { plai: 12, accession: 3 }],
  ["6 PLAI, 2 PSLA et 4 PLAI", { plai: 10, accession: 2 }],
  ["0 PLS", { pls: 0 }],
  ["-", null],
  [null, null],
  ["et", "illisible"],
  ["12 PLAI et 3 LLI", "illisible"],
  ["12,5 PLAI", "illisible"],
  [{ erreur: "#N/A" }, "illisible"],
])("la typologie « %p » se lit %p", (valeur, produits) => {
  expect(ditLue(lireTypologie(cellule(valeur)))).toEqual(produits);
});
