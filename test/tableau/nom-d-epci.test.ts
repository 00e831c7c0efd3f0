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
  ["Conseil de Communauté du 12 mai", null],
  ["Service Habitat", null],
  ["La Grande-Motte", null],
])("« %s »", (texte, epci) => {
  expect(epciDe(texte)).toBe(epci);
});
