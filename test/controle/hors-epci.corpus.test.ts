import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { feuilleLue } from "../../src/commande/feuille-lue";
import { controlerLecture } from "../../src/controle";
import { lireXlsx } from "../../src/fichier";
import { lireTableaux } from "../../src/tableau";
import { chargerDecoupage } from "../../src/territoire";

/** Les classeurs du corpus n'ont que des communes fictives : le découpage officiel n'a rien à en dire. */
const DOSSIER = path.join(__dirname, "../classeurs/independants");
const classeurs = readdirSync(DOSSIER, { recursive: true, encoding: "utf8" }).filter((nom) =>
  nom.endsWith(".xlsx")
);

test.each(classeurs)("%s", async (nom) => {
  // Le corpus a aussi des fichiers qui ne s'ouvrent pas.
  const lu = await lireXlsx(readFileSync(path.join(DOSSIER, nom))).catch(() => null);
  const lectures = (lu?.feuilles ?? []).map((feuille) => lireTableaux(feuilleLue(feuille)));
  const decoupage = await chargerDecoupage();
  expect(decoupage).not.toBeNull();
  expect(controlerLecture(lectures, {}, decoupage)).toEqual(controlerLecture(lectures));
});
