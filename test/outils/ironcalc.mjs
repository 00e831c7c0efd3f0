/**
 * Calcule des séries avec IronCalc, dans un processus à part : le paquet est un module ESM que jest ne sait pas charger.
 *
 * Entrée, en JSON : des séries, chacune faite de formules (une par ligne, à partir de la ligne 1) et de lignes de saisies. Les lignes
 * passent par paquets devant les formules : lire une formule coûte bien plus que la calculer. Sortie : un texte par ligne.
 */

import { readFileSync } from "node:fs";
import { Model, initSync } from "@ironcalc/wasm";

const COLONNE_DES_FORMULES = 20;

initSync({ module: readFileSync(new URL("wasm_bg.wasm", import.meta.resolve("@ironcalc/wasm"))) });

/** @type {{ formules: string[], lignes: string[][] }[]} */
const series = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(series.map(calculer)));

/** @param {{ formules: string[], lignes: string[][] }} serie */
function calculer({ formules, lignes }) {
  const classeur = new Model("classeur", "en", "UTC", "en");
  classeur.pauseEvaluation();
  formules.forEach((formule, i) => classeur.setUserInput(0, i + 1, COLONNE_DES_FORMULES, formule));
  /** @type {string[]} */
  const textes = [];
  for (let debut = 0; debut < lignes.length; debut += formules.length) {
    const paquet = lignes.slice(debut, debut + formules.length);
    paquet.forEach((saisies, i) =>
      saisies.forEach((saisie, j) => classeur.setUserInput(0, i + 1, j + 1, saisie))
    );
    classeur.evaluate();
    paquet.forEach((_, i) =>
      textes.push(classeur.getFormattedCellValue(0, i + 1, COLONNE_DES_FORMULES))
    );
  }
  return textes;
}
