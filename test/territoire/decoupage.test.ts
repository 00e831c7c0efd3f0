import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { reduireDecoupage } from "../../outils/decoupage.cjs";
import { chargerDecoupage, type Decoupage } from "../../src/territoire";

const FICHIER = path.join(__dirname, "../../src/territoire/communes-par-epci.json");
const versionne = readFileSync(FICHIER, "utf8");
const noms = (territoires: readonly { nom: string }[]): string[] =>
  territoires.map(({ nom }) => nom);

let decoupage: Decoupage;
beforeAll(async () => {
  const charge = await chargerDecoupage();
  if (!charge) throw new Error("découpage non chargé");
  decoupage = charge;
});

test("le fichier versionné est ce que le paquet donne", () => {
  if (JSON.stringify(JSON.parse(versionne)) !== JSON.stringify(reduireDecoupage()))
    throw new Error("src/territoire/communes-par-epci.json n'est pas à jour : npm run decoupage.");
});

test("il pèse moins de 120 Ko compressé", () => {
  expect(gzipSync(JSON.stringify(JSON.parse(versionne))).length).toBeLessThan(120_000);
});

test("une commune se trouve par son nom, ou par son nom et son code", () => {
  const homonymes = decoupage.trouverCommunes("BUXEROLLES", null);
  expect(homonymes.map(({ insee }) => insee).sort()).toEqual(["21123", "86041"]);
  const [vienne, ...autres] = decoupage.trouverCommunes("Buxerolles", "86041");
  expect(autres).toEqual([]);
  expect(noms(vienne?.territoires ?? [])).toEqual(["CU du Grand Poitiers"]);
  expect(decoupage.trouverCommunes("Buxerolles", "86999")).toEqual([]);
  expect(decoupage.trouverCommunes("Orvillers-la-Brume", null)).toEqual([]);
  expect(decoupage.trouverCommunes("", null)).toEqual([]);
});

test("dans le Grand Paris, une commune est de la métropole et de son EPT", () => {
  const [commune] = decoupage.trouverCommunes("Saint-Denis", "93066");
  expect(noms(commune?.territoires ?? [])).toEqual(["Métropole du Grand Paris", "Plaine Commune"]);
  expect(commune?.territoires.map(({ ept }) => ept)).toEqual([false, true]);
});

test("ni les arrondissements, ni un nom que seule une petite commune porte", () => {
  expect(decoupage.trouverCommunes("Lyon 2e Arrondissement", null)).toEqual([]);
  expect(decoupage.trouverCommunes("L'Abergement-Clémenciat", "01001")).toEqual([]);
});

test.each([
  ["Communauté urbaine de Grand Poitiers", ["CU du Grand Poitiers"]],
  ["Plaine Commune", ["Plaine Commune"]],
  ["CC Faucigny", ["CC Faucigny - Glières"]],
  ["CC Faucigny - Glières", ["CC Faucigny - Glières"]],
  ["CA du Niortais, contrat de mixité sociale 2026-2028", ["CA du Niortais"]],
  ["CA du Niortais – projet", ["CA du Niortais"]],
  ["CC des Quatre Rivières", ["CC des Quatre Rivières", "CC des Quatre Rivières"]],
  ["CC des Trois Brumes", []],
  ["Communauté de communes", []],
])("intercommunalité « %s »", (ecrite, attendues) => {
  expect(noms(decoupage.trouverTerritoires(ecrite))).toEqual(attendues);
});

test("chaque EPCI du paquet se retrouve par son nom officiel", () => {
  for (const ligne of reduireDecoupage().epci) {
    const [siren, nom = ""] = ligne.split("|");
    expect(decoupage.trouverTerritoires(nom).map((trouve) => trouve.siren)).toContain(siren);
  }
});
