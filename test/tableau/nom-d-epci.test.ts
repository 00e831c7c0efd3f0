import { readFileSync } from "node:fs";
import {
  estUnCommentaire,
  estUnGroupe,
  estUnSousTotal,
  estUnTotal,
  metHorsContrat,
} from "../../src/tableau/nature-de-ligne";
import { epciDe } from "../../src/tableau/nom-d-epci";

const nomsDe = (fichier: string): string[] => {
  const chemin = require.resolve(`@etalab/decoupage-administratif/data/${fichier}.json`);
  return (JSON.parse(readFileSync(chemin, "utf8")) as { nom: string }[]).map(({ nom }) => nom);
};

test("aucune commune de France n'est prise pour un total, un groupe, une note ou un titre", () => {
  const noms = new Set(nomsDe("communes"));
  const confondre = [estUnTotal, estUnSousTotal, estUnGroupe, estUnCommentaire, metHorsContrat];
  expect(noms.size).toBeGreaterThan(30_000);
  for (const estAutreChose of confondre)
    expect([...noms].filter((nom) => estAutreChose(nom))).toEqual([]);
});

test("le nom officiel d'une intercommunalité se reconnaît dans un titre", () => {
  const sans = nomsDe("epci").filter(
    (nom) => epciDe(`Contrat de mixité sociale – ${nom}`) === null
  );
  expect(sans.length).toBeLessThanOrEqual(4);
});

test.each([
  ["Mutualisation – Grand Poitiers", "Grand Poitiers"],
  ["Rennes Métropole – CMS 2026-2028", "Rennes Métropole"],
  ["Contrat de mixité sociale de Lorient Agglomération", "Lorient Agglomération"],
  ["EPCI : les Trois Brumes", "les Trois Brumes"],
  ["CA du Val d'Or, 2026-2028", "CA du Val d'Or"],
  ["COMMUNAUTÉ DE COMMUNES DU VAL", "COMMUNAUTÉ DE COMMUNES DU VAL"],
  ["Objectifs (CU d'Arras)", "CU d'Arras"],
  ["EPT Plaine Commune", "EPT Plaine Commune"],
  ["CA LE GRAND VAL", "CA LE GRAND VAL"],
  ["Territoire : communauté urbaine de Beaumont", "communauté urbaine de Beaumont"],
  ["Eurométropole de Metz, objectifs", "Eurométropole de Metz"],
  ["Métropole Nice Côte d'Azur", "Métropole Nice Côte d'Azur"],
  ["Agglomération du Choletais", "Agglomération du Choletais"],
  ["Établissement public territorial Est", "Établissement public territorial Est"],
  ["Intercommunalité : Val d'Or", "Val d'Or"],
  ["Nom de l'EPCI : Val d'Or", "Val d'Or"],
  ["EPCI:Val d'Or", "Val d'Or"],
  ["EPCI : tous", null],
  ["EPCI : total", null],
  ["Objectifs de Grand Besançon", "Grand Besançon"],
  ["CMS | Grande Rivière | 2026", "Grande Rivière"],
  ["Saint-Brieuc Armor Agglomération", "Saint-Brieuc Armor Agglomération"],
  ["CC du Val porte le contrat", "CC du Val"],
  ["La CC du Val prévoit 264 logements", "CC du Val"],
  ["CC du Val 2026-2028", "CC du Val"],
  ["CC du Val : inventaire", "CC du Val"],
  ["ca loin devant", null],
  ["CA du", null],
  ["Conseil de Communauté du 12 mai", null],
  ["Service Habitat", null],
  ["La Grande-Motte", null],
])("« %s »", (texte, epci) => {
  expect(epciDe(texte)).toBe(epci);
});
