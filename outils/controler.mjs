/** « npm run -s controler -- a.xlsx » : contrôle des classeurs sans Excel (src/commande). */

import "./charger-ts.cjs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/commande")} */
const { commander } = require("../src/commande");

const { env, stdout } = process;
const SANS_TERMINAL = 100;

// « … | head » ferme la sortie avant la fin : rien à dire de plus.
stdout.on("error", (erreur) => {
  if (/** @type {NodeJS.ErrnoException} */ (erreur).code !== "EPIPE") throw erreur;
  process.exit();
});

process.exitCode = await commander(process.argv.slice(2), {
  // npm se place dans le dossier du projet ; les noms se lisent depuis celui où la commande a été tapée.
  dossier: (env.npm_lifecycle_event === "controler" && env.INIT_CWD) || process.cwd(),
  largeur: stdout.isTTY ? Math.max(40, stdout.columns) : SANS_TERMINAL,
  couleurs: stdout.isTTY && !env.NO_COLOR,
  ecrire: (texte) => void stdout.write(`${texte}\n`),
  ecrireErreur: (texte) => console.error(texte),
});
