import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTRAT_VIDE, designer, planContrat, repondre, type Contrat } from "../../src/contrat";
import type { VersionSignee } from "../../src/controle";
import { ecrireXlsx, nomsDuPlan, planVersFeuille, type CelluleXlsx } from "../../src/fichier";
import { feuilleDe } from "../fichier/fabriques";
import { controlerEnJson, dossierDEssai, lisible } from "./terminal";

const dossier = dossierDEssai();

const TITRES = [
  "Nom de la commune",
  "Colonne du service",
  "Écart au taux légal (points)",
  "Objectifs 2026-2028 avant mutualisation",
  "Objectifs 2026-2028 après mutualisation",
];

const LIGNES = [
  ["EPCI : CC des Monts"],
  TITRES,
  ["Commune A", 500, 5, 165, 85],
  ["Commune B", 300, 5, 99, 179],
];

const REPONSES = {
  plh: true,
  avisCnsru: "favorable",
  accords: "tous",
  toutesLesCommunes: true,
  signataires: true,
} as const;

/** Un classeur d'un tableau équilibré dont la colonne des manquants n'a pas de titre reconnu, et de sa feuille « CMS – Contrat ». */
async function ecrire(contrat: Contrat, autres = [tableau()]): Promise<string> {
  const chemin = join(dossier, "essai.xlsx");
  const plan = planContrat(contrat);
  const feuilles = [planVersFeuille(plan), ...autres];
  writeFileSync(chemin, await ecrireXlsx({ feuilles, noms: nomsDuPlan(plan), active: 0 }));
  return chemin;
}

function tableau() {
  const cellules = LIGNES.flatMap((ligne, i) =>
    ligne.map((valeur, j): CelluleXlsx => ({ ligne: i, colonne: j, valeur }))
  );
  return feuilleDe({ nom: "Mutualisation", cellules });
}

const DESIGNE = designer(CONTRAT_VIDE, "Mutualisation", "deficit", "B");

test("les colonnes désignées et les réponses de la feuille servent au contrôle", async () => {
  const muet = await controlerEnJson([await ecrire(CONTRAT_VIDE)]);
  expect(muet.rapports[0]?.verdict).toBe("illisible");

  const designe = await controlerEnJson([await ecrire(DESIGNE)]);
  expect(designe.rapports[0]).toMatchObject({
    verdict: "à confirmer",
    tableaux: [{ feuille: "Mutualisation", colonnes: { deficit: "B" } }],
  });

  const repondu = await controlerEnJson([
    await ecrire(repondre(DESIGNE, "cc des monts", REPONSES)),
  ]);
  expect(repondu.rapports[0]).toMatchObject({ verdict: "conforme", constats: [] });
});

test("--contexte l'emporte, réponse par réponse", async () => {
  const contexte = join(dossier, "c.json");
  writeFileSync(contexte, '{ "plh": false }');
  const fichier = await ecrire(repondre(DESIGNE, null, REPONSES));
  const { rapports, code } = await controlerEnJson([fichier, "--contexte", contexte]);
  expect(code).toBe(1);
  const codes = rapports[0]?.tableaux[0]?.constats.map((constat) => constat.code);
  expect(codes).toContain("plh-absent");
  expect(codes?.filter((dit) => dit.endsWith("-a-confirmer"))).toEqual([]);
});

test("ce qui ne se lit pas, et ce qui ne sert à aucun tableau, est dit", async () => {
  const contrat = repondre(DESIGNE, "CC du Mont", { plh: true });
  const plan = planContrat(designer(contrat, "Feuil9", "plai", "D"));
  const feuille = planVersFeuille(plan);
  const avis = feuille.cellules.find(({ valeur }) => valeur === "avis-cnsru");
  feuille.cellules.push({ ligne: avis?.ligne ?? 0, colonne: 4, valeur: "on verra" });
  const chemin = join(dossier, "a-dire.xlsx");
  writeFileSync(chemin, await ecrireXlsx({ feuilles: [feuille, tableau()], noms: [], active: 0 }));
  const { rapports } = await controlerEnJson([chemin]);
  const constats = rapports[0]?.constats ?? [];
  expect(rapports[0]?.verdict).toBe("avertissements seulement");
  expect(constats).toMatchObject([
    { code: "reponse-illisible", gravite: "avertissement", valeurs: { ecrit: "on verra" } },
    { code: "reponse-illisible", valeurs: { motif: "feuille-inconnue", ecrit: "Feuil9" } },
    { code: "reponses-sans-tableau", gravite: "information", valeurs: { epcis: ["CC du Mont"] } },
  ]);
  expect(lisible(constats[0]?.message ?? "")).toContain(
    "« CMS – Contrat »!E6 : La réponse « on verra »"
  );
});

test("la feuille de contrat seule n'est pas un tableau", async () => {
  const { rapports, code } = await controlerEnJson([await ecrire(DESIGNE, [])]);
  expect(code).toBe(2);
  expect(rapports[0]).toMatchObject({ verdict: "illisible", tableaux: [] });
  expect(rapports[0]?.constats.map((constat) => constat.code)).toContain("aucun-tableau");
});

describe("un contrat signé", () => {
  const VERSION: VersionSignee = {
    epci: "CC des Monts",
    avenant: 0,
    signeLe: "2026-06-30",
    inventaire: 2025,
    periode: "2026-2028",
    type: "mutualisant",
    communes: [
      {
        nom: "Commune A",
        insee: null,
        deficit: 499,
        objectifLegal: 165,
        objectif: 90,
        plai: 27,
        pls: 27,
      },
      {
        nom: "Commune B",
        insee: null,
        deficit: 300,
        objectifLegal: 99,
        objectif: 179,
        plai: 54,
        pls: 53,
      },
    ],
  };
  const signer = (...versions: VersionSignee[]): Contrat => ({
    ...repondre(DESIGNE, "CC des Monts", REPONSES),
    versions,
  });

  test("ce que le tableau dit autrement que lui est dit, avec les deux nombres", async () => {
    const { rapports } = await controlerEnJson([await ecrire(signer(VERSION))]);
    expect(rapports[0]?.verdict).toBe("avertissements seulement");
    const constats = rapports[0]?.tableaux[0]?.constats ?? [];
    expect(constats).toMatchObject([
      { code: "objectif-signe", gravite: "avertissement", commune: "Commune A", cellule: "E3" },
      { code: "deficit-signe", gravite: "information", commune: "Commune A", cellule: "B3" },
    ]);
    expect(lisible(constats[0]?.message ?? "")).toContain(
      "L'objectif du contrat signé le 30/06/2026 (90) est opposable et ne change pas ; le tableau porte 85."
    );
    expect(lisible(constats[1]?.message ?? "")).toContain(
      "Manquants : 499 à la signature, 500 aujourd'hui."
    );
  });

  test("une date d'Excel se lit comme un texte, dans un fichier aussi", async () => {
    const plan = planContrat(signer(VERSION));
    const feuille = planVersFeuille(plan);
    for (const cellule of feuille.cellules)
      if (cellule.valeur === "30/06/2026") cellule.valeur = 46_203;
    const chemin = join(dossier, "date.xlsx");
    writeFileSync(
      chemin,
      await ecrireXlsx({ feuilles: [feuille, tableau()], noms: [], active: 0 })
    );
    const { rapports } = await controlerEnJson([chemin]);
    expect(rapports[0]?.constats).toEqual([]);
    const codes = rapports[0]?.tableaux[0]?.constats.map(({ code }) => code);
    expect(codes).toEqual(["objectif-signe", "deficit-signe"]);
  });

  test("celui d'un EPCI qu'aucun tableau ne nomme est dit", async () => {
    const ailleurs = { ...VERSION, epci: "CC du Mont" };
    const { rapports } = await controlerEnJson([await ecrire(signer(ailleurs))]);
    expect(rapports[0]?.constats).toMatchObject([
      {
        code: "versions-sans-tableau",
        gravite: "avertissement",
        valeurs: { epcis: ["CC du Mont"] },
      },
    ]);
  });
});
