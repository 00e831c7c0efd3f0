import { rassembler, type Matiere } from "../../src/feuilles";
import { epciEtEtat } from "../../src/feuilles/pied";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { versionSignee } from "../outils/version-signee";
import { lignesDuContrat } from "./contrats";

function matiere(epci: string | null, avenant: number | null): Matiere {
  const controle = controler(feuilleDe(lignesDuContrat("mutualisant", 2)));
  const etat =
    avenant === null ? null : { version: versionSignee([], { avenant }), precedente: null };
  return rassembler({ ...controle, epci }, "valeurs", null, etat);
}

test("un projet, puis un contrat signé", () => {
  expect(epciEtEtat(matiere("Pays d'Ici", null))).toBe("Pays d'Ici – projet");
  expect(epciEtEtat(matiere("Pays d'Ici", 0))).toMatch(/^Pays d'Ici – signé le 30\/06\/2026$/);
  expect(epciEtEtat(matiere(null, null))).toBe("[nom de l’EPCI] – projet");
});

test("un nom très long s'abrège, l'état jamais", () => {
  const long = "Communauté d'agglomération du Pays de Saint-Étienne-lès-Ormes et de la Vallée";
  expect(epciEtEtat(matiere(long, null))).toMatch(/^Communauté d'agglomération.*… – projet$/);
  expect(epciEtEtat(matiere(long, 1))).toMatch(/… – avenant n°.1 du 30\/06\/2026$/);
  for (const avenant of [null, 0, 1])
    expect(epciEtEtat(matiere(long, avenant)).length).toBeLessThanOrEqual(53);
});
