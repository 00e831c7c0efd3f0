/** Le terminal d'où une commande de `src/commande` est appelée. */

const { env, stdout } = process;
const SANS_TERMINAL = 100;

/**
 * @param {string} script Nom de la commande dans package.json.
 * @returns {import("../src/commande").Terminal}
 */
export function terminal(script) {
  // « … | head » ferme la sortie avant la fin : rien à dire de plus.
  stdout.on("error", (erreur) => {
    if (/** @type {NodeJS.ErrnoException} */ (erreur).code !== "EPIPE") throw erreur;
    process.exit();
  });
  return {
    // npm se place dans le dossier du projet ; les noms se lisent depuis celui où la commande a été tapée.
    dossier: (env.npm_lifecycle_event === script && env.INIT_CWD) || process.cwd(),
    largeur: stdout.isTTY ? Math.max(40, stdout.columns) : SANS_TERMINAL,
    couleurs: stdout.isTTY && !env.NO_COLOR,
    ecrire: (texte) => void stdout.write(`${texte}\n`),
    ecrireErreur: (texte) => console.error(texte),
  };
}
