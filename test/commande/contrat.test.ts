import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTRAT_VIDE, designer, planContrat, repondre, type Contrat } from "../../src/contrat";
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
