/**
 * « npm run verifier-droit » : le barème a-t-il été vérifié depuis moins d'un an ? Sinon, dit quoi relire et où le noter, et sort en
 * code 1. La suite de tests, elle, n'échoue jamais avec le temps. `npm run verifier-droit -- 2027-12-01` : l'état à ce jour-là.
 */

import "./charger-ts.cjs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/redaction")} */
const { etatDeLaVerification, rappelDeVerification } = require("../src/redaction");

const jour = process.argv[2] ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(jour))
  throw new Error(`Date illisible : ${jour}. Écrivez par exemple 2027-12-01.`);
const rappel = rappelDeVerification(jour);

console.log(etatDeLaVerification());
if (rappel) {
  console.error(`
${rappel.quoi} ${rappel.pourquoi}

À relire : le guide de la DHUP et la version en vigueur de l'article L. 302-8 (I, III, VII à X), puis « test/cas ».
Où le noter : VERIFICATION, dans src/regles/bareme.ts (verifieLe, suiviJusquau, version) ; si un taux a changé, BAREMES, dans le
même fichier.`);
  process.exitCode = 1;
} else {
  console.log("Vérifié depuis moins d'un an : rien à faire.");
}
