import { planPortrait } from "../../src/feuilles/portrait";
import { INDICATEURS } from "../../src/feuilles/portrait/indicateurs";
import { lireTableaux } from "../../src/tableau";
import { feuilleDuPlan } from "../outils/feuille";
import { attendusDe } from "./contrats";
import { matiereDe, matiereDetaillee } from "./matieres";
import { ligneDe } from "./saisies";

test("une commune : une fiche, à son nom, avec ce que le tableau sait et la source du reste", () => {
  const plan = planPortrait(matiereDetaillee(1), "Portrait");
  const cellules = attendusDe(plan);
  const valeurDe = (nom: string) => cellules.get(`C${ligneDe(plan, "B", nom)}`);
  expect(valeurDe("Population")).toBe(9000);
  expect(valeurDe("Résidences principales")).toBe(4000);
  expect(valeurDe("Logements sociaux")).toBe(600);
  expect([...cellules.values()]).toContain("L'Haÿ-d'en-Haut");
  const sources = INDICATEURS.map((_, rang) =>
    cellules.get(`F${ligneDe(plan, "B", "Type de commune") + rang}`)
  );
  expect(sources.every((source) => typeof source === "string" && source !== "")).toBe(true);
});

test.each([2, 40, 300])("%i communes : une ligne chacune, et celle de l'EPCI", (nombre) => {
  const plan = planPortrait(matiereDetaillee(nombre), "Portrait");
  const cellules = attendusDe(plan);
  const premiere = ligneDe(plan, "A", "Source à mobiliser") + 1;
  expect(cellules.get(`A${premiere + nombre}`)).toBe("[nom de l’EPCI]");
  expect(cellules.get(`D${premiere + nombre - 1}`)).toBe(9000 + 100 * (nombre - 1));
  expect(cellules.get(`H${premiere}`)).toBe(600);
  expect(plan.lignesFigees).toBe(premiere - 1);
  expect(plan.largeurs.reduce((somme, largeur) => somme + largeur, 0)).toBe(720);
});

test("sans ces colonnes au tableau, les cases restent vides", () => {
  const plan = planPortrait(matiereDe("mutualisant", 3), "Portrait");
  const premiere = ligneDe(plan, "A", "Source à mobiliser") + 1;
  expect(attendusDe(plan).has(`D${premiere}`)).toBe(false);
});

test.each([1, 12])(
  "le contrôle ne prend pas le portrait de %i commune(s) pour un contrat",
  (nombre) => {
    const plan = planPortrait(matiereDetaillee(nombre, "valeurs"), "Portrait");
    expect(lireTableaux(feuilleDuPlan(plan)).tableaux).toEqual([]);
  }
);
