import {
  nommerLieu,
  phraserFigee,
  phraserReste,
  phraserSignatureRetiree,
} from "../../src/redaction";
import type { LieuDeFormule, RaisonDeCopie } from "../../src/redaction/phraser-copie";
import { lisible } from "../commande/terminal";

const SANS_DETAIL = [
  "fonction-inconnue",
  "plages-inegales",
  "trop-longue",
  "illisible",
  "sans-parentheses",
  "forme-matricielle",
  "trop-imbriquee",
  "trop-lourde",
  "sans-valeur",
  "matrice-interdite",
] as const;

const RAISONS: RaisonDeCopie[] = [
  ...SANS_DETAIL.map((code) => ({ code })),
  ...(["phrase", "tableau", "controle"] as const).map((motif) => ({
    code: "valeurs-seulement" as const,
    motif,
  })),
  { code: "nombre-d-arguments", recus: 4, minimum: 1, maximum: 3 },
  { code: "argument-aleatoire", fonction: "RAND" },
  { code: "erreurs-distinguees", fonction: "IFNA" },
  { code: "valeur-morte", erreur: "#BUSY!" },
];

test.each(RAISONS)("trois temps : %j", (raison) => {
  for (const message of [phraserFigee([raison]), phraserReste([raison], ["OBJECTIF"])]) {
    for (const phrase of Object.values(message)) expect(phrase).toMatch(/^\p{Lu}.*[.?]$/u);
  }
});

test("une signature retirée se dit en trois temps", () => {
  for (const phrase of Object.values(phraserSignatureRetiree())) {
    expect(phrase).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test("deux raisons différentes se disent toutes deux, et la dernière dit que faire", () => {
  const { quoi, pourquoi, queFaire } = phraserReste(
    [
      { code: "valeurs-seulement", motif: "phrase" },
      { code: "valeurs-seulement", motif: "phrase" },
      { code: "valeur-morte", erreur: "#NAME?" },
    ],
    ["EXPLIQUER"]
  );
  expect(lisible(quoi)).toContain("sans le complément, elle affiche #NOM?");
  expect(lisible(pourquoi)).toBe(
    "La fonction rend une phrase, qu'aucune formule ordinaire n'écrit. Le fichier garde « #NAME? » à la place de son résultat : elle n'a pas été calculée."
  );
  expect(lisible(queFaire)).toContain("enregistrez-le, puis refaites la copie.");
});

test("une formule qui n'appelle pas le complément n'affichera pas #NOM?", () => {
  expect(phraserReste([{ code: "sans-valeur" }], []).quoi).not.toContain("#NOM?");
});

test("une formule fausse se corrige, même si son résultat manque aussi", () => {
  const raisons: RaisonDeCopie[] = [
    { code: "fonction-inconnue" },
    { code: "valeur-morte", erreur: "#NAME?" },
  ];
  expect(lisible(phraserReste(raisons, ["OBJECTIFF"]).queFaire)).toBe(
    "Corrigez la formule, puis refaites la copie."
  );
});

test.each<[LieuDeFormule, string]>([
  [{ genre: "cellule", feuille: "Feuil1", adresse: "C5:C9" }, "« Feuil1 »!C5:C9"],
  [{ genre: "nom", nom: "Obj", feuille: null }, "nom « Obj »"],
  [{ genre: "nom", nom: "Obj", feuille: "A" }, "nom « Obj » de la feuille « A »"],
  [{ genre: "validation", feuille: "A", plage: "B2" }, "validation de « A »!B2"],
  [
    { genre: "mise-en-forme", feuille: "A", plage: "B2 C3" },
    "mise en forme conditionnelle de « A »!B2 C3",
  ],
  [{ genre: "colonne", tableau: "T", colonne: "Écart" }, "colonne « Écart » du tableau « T »"],
])("un lieu : %j", (lieu, nom) => {
  expect(lisible(nommerLieu(lieu))).toBe(nom);
});
