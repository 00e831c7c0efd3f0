import { contexteDe, colonnesDe, lireContrat, planContrat, CONTRAT_VIDE } from "../../src/contrat";
import { phraserReponseIllisible, enUneLigne } from "../../src/redaction";
import type { ContexteDeControle } from "../../src/controle";
import type { FeuilleLue, ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

const TITRES = ["Repère", "Question", "À savoir", "Article", "Tout le classeur", "CC des Monts"];

/** Une feuille où chaque ligne est un repère et ses réponses, pour tout le classeur puis pour un EPCI. */
function feuille(...lignes: [string, ValeurDeCellule, ValeurDeCellule?][]): FeuilleLue {
  const rangees = lignes.map(([repere, toutes, une = null]) => [repere, "", "", "", toutes, une]);
  return feuilleDe([TITRES, ...rangees], "CMS – Contrat");
}

function lire(repere: string, valeur: ValeurDeCellule): ContexteDeControle {
  const { contrat, illisibles } = lireContrat(feuille([repere, valeur]));
  expect(illisibles).toEqual([]);
  return contexteDe(contrat, null);
}

test.each<[ValeurDeCellule, boolean]>([
  ["Oui", true],
  ["oui", true],
  ["O", true],
  ["x", true],
  [true, true],
  [1, true],
  ["Non", false],
  ["NON", false],
  ["n", false],
  [false, false],
  [0, false],
])("PLH %j se lit %j", (ecrit, lu) => {
  expect(lire("plh", ecrit)).toEqual({ plh: lu });
});

test.each<[ValeurDeCellule, string]>([
  ["Favorable", "favorable"],
  ["avis defavorable", "défavorable"],
  ["Oui", "rendu"],
  ["x", "rendu"],
  ["non", "non rendu"],
  ["Avis non rendu", "non rendu"],
])("avis %j se lit « %s »", (ecrit, lu) => {
  expect(lire("avis-cnsru", ecrit)).toEqual({ avisCnsru: lu });
});

test.each<[string, ValeurDeCellule, ContexteDeControle]>([
  ["accords", "toutes", { accords: "tous" }],
  ["accords", "Oui", { accords: "tous" }],
  ["accords", "Aucune", { accords: [] }],
  ["accords", "Alpha ; Bêta", { accords: ["Alpha", "Bêta"] }],
  ["entrantes", "Alpha\nBêta\r\nGamma;", { entrantes: ["Alpha", "Bêta", "Gamma"] }],
  ["exemptees", "Pas-de-Jeu, Le Puy", { exemptees: ["Pas-de-Jeu", "Le Puy"] }],
  ["exemptees", "néant", { exemptees: [] }],
  ["exemptees", 1004, { exemptees: ["01004"] }],
  ["rang-de-la-periode", "2e", { periodesConsecutives: 2 }],
  ["rang-de-la-periode", 3, { periodesConsecutives: 3 }],
  ["objectif-communal", "2 400 logements", { objectifCommunal: 2400 }],
  ["periode", "2026 – 28", { periode: "2026-2028" }],
  ["Périodé", "2023/2025", { periode: "2023-2025" }],
])("%s : %j", (repere, ecrit, lu) => {
  expect(lire(repere, ecrit)).toEqual(lu);
});

test.each<[string, ValeurDeCellule]>([
  ["plh", "peut-être"],
  ["plh", 2],
  ["avis-cnsru", "favorable sous réserve"],
  ["avis-cnsru", "en attente"],
  ["accords", "non"],
  ["accords", "toutes sauf Alpha"],
  ["entrantes", "oui"],
  ["entrantes", "Alpha ; ?"],
  ["exemptees", "en cours"],
  ["exemptees", 12],
  ["rang-de-la-periode", 0],
  ["rang-de-la-periode", 1.5],
  ["rang-de-la-periode", "deux"],
  ["objectif-communal", "env. 2 400"],
  ["periode", "2027-2029"],
  ["periode", 46_388],
  ["signataires", { erreur: "#N/A" }],
])("%s : %j ne se devine pas, et c'est dit", (repere, ecrit) => {
  const { contrat, illisibles } = lireContrat(feuille([repere, ecrit]));
  expect(contexteDe(contrat, null)).toEqual({});
  expect(illisibles).toMatchObject([{ motif: "reponse", adresse: "E2" }]);
  const [illisible] = illisibles;
  expect(illisible && enUneLigne(phraserReponseIllisible(illisible))).toContain("Écrivez");
});

test.each([null, "", "  ", "-", "–"])("%j n'est pas une réponse", (ecrit) => {
  expect(lire("plh", ecrit)).toEqual({});
});

test("un EPCI est complété par ce qui vaut pour tout le classeur, et l'emporte", () => {
  const { contrat } = lireContrat(
    feuille(["plh", "oui", "non"], ["signataires", "oui"], ["entrantes", null, "Alpha"])
  );
  expect(contexteDe(contrat, "cc DES monts")).toEqual({
    plh: false,
    signataires: true,
    entrantes: ["Alpha"],
  });
  expect(contexteDe(contrat, "Un autre")).toEqual({ plh: true, signataires: true });
});

test("la feuille se relit par ses titres et ses repères, où qu'on les ait déplacés", () => {
  const deplacee = feuilleDe([
    ["", "Notes du service"],
    [],
    ["", "Article", "", "Repère", "Remarques", "CC des Monts", "Tout le classeur", "Question"],
    ["", "", "", "signataires", "vu", "oui", "", ""],
    ["", "", "", "", "un intertitre"],
    ["", "", "", "", "PLH exécutoire", "non", "oui"],
  ]);
  const { contrat, illisibles } = lireContrat({ ...deplacee, ligne: 3, colonne: 1 });
  expect(illisibles).toEqual([]);
  expect(contrat.reponses).toEqual([
    { epci: null, contexte: { plh: true } },
    { epci: "CC des Monts", contexte: { signataires: true, plh: false } },
  ]);
});

test.each<[string, ValeurDeCellule[][], object]>([
  [
    "deux réponses contraires",
    [
      ["plh", "", "", "", "oui"],
      ["plh", "", "", "", "non"],
    ],
    { motif: "contradiction", adresse: "E3" },
  ],
  ["un repère changé", [["plhh", "", "", "", "oui"]], { motif: "repere-inconnu", adresse: "E2" }],
  [
    "une réponse sans EPCI",
    [["plh", "", "", "", "", "", "oui"]],
    { motif: "sans-epci", adresse: "G2" },
  ],
])("%s : dit", (_, lignes, attendu) => {
  const { illisibles } = lireContrat(feuilleDe([TITRES, ...lignes]));
  expect(illisibles).toMatchObject([attendu]);
});

describe("colonnes désignées", () => {
  const lireTable = (...lignes: ValeurDeCellule[][]) =>
    lireContrat(feuilleDe([TITRES, [], ["Repère", "Feuille", "Donnée", "Colonne"], ...lignes]), [
      "Feuil1",
    ]);

  test("en clair, à la main, sans repère", () => {
    const { contrat, illisibles } = lireTable(
      ["colonne", "Feuil1", "Logements sociaux manquants", "c"],
      [null, "feuil1", "objectifs après ou retenus", "Colonne AB"],
      [null, "Feuil1", "plai", "Aucune"],
      ["colonne", null, null, null]
    );
    expect(illisibles).toEqual([]);
    expect(colonnesDe(contrat, "FEUIL1")).toEqual({
      deficit: "C",
      objectifApres: "AB",
      plai: null,
    });
  });

  test.each<[string, ValeurDeCellule[], object]>([
    [
      "une donnée inconnue",
      ["colonne", "Feuil1", "Manquement", "C"],
      { motif: "donnee-inconnue", adresse: "C4" },
    ],
    [
      "une colonne impossible",
      ["colonne", "Feuil1", "PLAI", "C4"],
      { motif: "lettres", adresse: "D4" },
    ],
    ["au-delà d'Excel", ["colonne", "Feuil1", "PLAI", "XFE"], { motif: "lettres", adresse: "D4" }],
    [
      "une ligne incomplète",
      ["colonne", null, "PLAI", "C"],
      { motif: "designation-incomplete", adresse: "B4" },
    ],
    [
      "une feuille absente",
      ["colonne", "Feuil9", "PLAI", "C"],
      { motif: "feuille-inconnue", adresse: "B4" },
    ],
  ])("%s : dit", (_, ligne, attendu) => {
    expect(lireTable(ligne).illisibles).toMatchObject([attendu]);
  });
});

test("les phrases des listes tiennent dans ce qu'Excel admet", () => {
  const { validations = [] } = planContrat(CONTRAT_VIDE);
  expect(validations.length).toBeGreaterThan(10);
  for (const { invite, alerte, regle } of validations) {
    for (const { titre, texte } of [invite, ...(alerte ? [alerte] : [])]) {
      expect(titre.length).toBeLessThanOrEqual(32);
      expect(texte.length).toBeLessThanOrEqual(255);
    }
    if ("liste" in regle) {
      expect(regle.liste.join(",").length).toBeLessThanOrEqual(255);
      expect(regle.liste.join("")).not.toContain(",");
    }
  }
});
