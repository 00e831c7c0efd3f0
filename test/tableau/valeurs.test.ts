import type { Cellule, ValeurDeCellule } from "../../src/tableau";
import { normaliserTitre } from "../../src/tableau/textes";
import { lireNombreDe, lireReponse } from "../../src/tableau/valeurs";

const cellule = (valeur: ValeurDeCellule, format = "General"): Cellule => ({
  valeur,
  texte: typeof valeur === "object" ? (valeur?.erreur ?? "") : String(valeur),
  format,
});
const nombre = (
  nombre: number,
  marque: "fraction" | "pourcent" | "points" | null,
  ecrit: boolean
): unknown => ({ etat: "nombre", nombre, marque, ecrit });
const ILLISIBLE = { etat: "illisible" };

test("une cellule vide, et un tiret qui dit qu'il n'y a rien", () => {
  expect(lireNombreDe(undefined, "effectif")).toEqual({ etat: "vide", tiret: false });
  expect(lireNombreDe(cellule(null), "effectif")).toEqual({ etat: "vide", tiret: false });
  expect(lireNombreDe(cellule("  "), "effectif")).toEqual({ etat: "vide", tiret: false });
  expect(lireNombreDe(cellule(" - "), "effectif")).toEqual({ etat: "vide", tiret: true });
});

test.each([
  ["effectif", 500, "General", nombre(500, null, false)],
  ["effectif", 0.5, "0%", nombre(0.5, null, false)],
  ["rang", 2, '0" %"', nombre(2, null, false)],
  ["taux", 0.33, "General", nombre(0.33, null, false)],
  ["taux", 0.33, "0%", nombre(0.33, "fraction", false)],
  ["taux", 33, '0" %"', nombre(33, "pourcent", false)],
  ["points", 0.05, "0.0%", nombre(0.05, "fraction", false)],
  ["taux", 45_728, "dd/mm/yyyy", ILLISIBLE],
  ["effectif", Infinity, "General", ILLISIBLE],
  ["effectif", NaN, "General", ILLISIBLE],
] as const)("un nombre lu comme %s : %d au format %s", (nature, valeur, format, lue) => {
  expect(lireNombreDe(cellule(valeur, format), nature)).toEqual(lue);
});

test.each([
  ["effectif", "1 234", nombre(1234, null, true)],
  ["effectif", "165 lgts", nombre(165, null, true)],
  ["effectif", "8 500 hab.", nombre(8500, null, true)],
  ["effectif", "12,5", ILLISIBLE],
  ["effectif", "33 %", ILLISIBLE],
  ["effectif", "5 points", ILLISIBLE],
  ["effectif", "2e", ILLISIBLE],
  ["rang", "2", nombre(2, null, true)],
  ["rang", "2e", nombre(2, null, true)],
  ["rang", "2 %", ILLISIBLE],
  ["rang", "2 points", ILLISIBLE],
  ["rang", "2 lgts", ILLISIBLE],
  ["taux", "33", nombre(33, null, true)],
  ["taux", "33 %", nombre(33, "pourcent", true)],
  ["taux", "5 points", ILLISIBLE],
  ["taux", "165 lgts", ILLISIBLE],
  ["taux", "8 500 hab.", ILLISIBLE],
  ["taux", "2e", ILLISIBLE],
  ["points", "4,5", nombre(4.5, null, true)],
  ["points", "4,5 pts", nombre(4.5, "points", true)],
  ["points", "4 %", nombre(4, "pourcent", true)],
  ["points", "165 lgts", ILLISIBLE],
  ["points", "NC", ILLISIBLE],
] as const)("un texte lu comme %s : « %s »", (nature, texte, lue) => {
  expect(lireNombreDe(cellule(texte), nature)).toEqual(lue);
});

test.each([true, false, { erreur: "#N/A" }])("%p n'est pas un nombre", (valeur) => {
  expect(lireNombreDe(cellule(valeur), "effectif")).toEqual(ILLISIBLE);
});

describe("réponses", () => {
  const repondre = (texte: string): string | null => lireReponse(normaliserTitre(texte));

  test.each([
    "oui",
    "O",
    "x",
    "ok",
    "✓",
    "d'accord",
    "Accord",
    "Accord donné",
    "accord obtenu le 12 mars",
    "Avis favorable",
    "Vote favorable du conseil",
    "rendu le 3 mars",
    "avis rendu",
    "Donné",
    "Accordé",
    "Adopté à la majorité",
    "Validé",
    "Signé le 4 juin",
    "En vigueur",
    "À l'unanimité",
  ])("« %s » : oui", (texte) => expect(repondre(texte)).toBe("oui"));

  test.each([
    "non",
    "N",
    "faux",
    "✗",
    "absent",
    "aucun",
    "pas d'accord",
    "Pas encore",
    "Contre",
    "Avis défavorable",
    "Vote contre",
    "Accord refusé",
    "Refus",
    "Rejeté",
    "Désaccord",
    "Opposé",
    "Caduc",
    "Expiré",
  ])("« %s » : non", (texte) => expect(repondre(texte)).toBe("non"));

  test.each([
    "",
    "?",
    "en cours",
    "oui, en attente de délibération",
    "favorable sous réserve",
    "non connu",
    "non renseignée",
    "avis prévu en mai, favorable",
    "sans objet",
    "Conseil du 12 mars",
    "ouistreham",
    "nonancourt",
    "un oui",
    "le refus",
    "okay",
    "xx",
    "accords",
    "l'avis favorable",
    "favorables",
    "contrepartie",
  ])("« %s » n'est pas encore une réponse", (texte) => expect(repondre(texte)).toBeNull());
});
