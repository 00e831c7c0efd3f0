/** Les options de « npm start ». */

const { parseArgs } = require("node:util");
const { ErreurAttendue } = require("./erreur-attendue.cjs");

const PORT_PAR_DEFAUT = 3000;

const AIDE = `Usage : npm start -- [options]

Sans option : ouvre Excel avec le complément si Excel est installé (Windows, macOS), sinon le classeur embarqué dans le
navigateur. Chacune des trois premières options choisit le classeur embarqué, même si Excel est installé.

  --classeur <fichier.xlsx>  ouvre ce fichier (une copie : le fichier n'est jamais modifié)
  --port <numéro>            port du serveur local (${PORT_PAR_DEFAUT} par défaut ; 0 : n'importe quel port libre)
  --sans-navigateur          n'ouvre pas de fenêtre, donne seulement l'adresse
  --aide                     affiche cette aide`;

/**
 * @typedef {{ classeur: string | undefined, port: number, sansNavigateur: boolean, aide: boolean, embarque: boolean }} Options
 *   `embarque` : l'une des options demande le classeur embarqué.
 */

/**
 * Lit les arguments de la ligne de commande.
 * @param {string[]} arguments_
 * @returns {Options}
 * @throws {ErreurAttendue} Si l'utilisateur doit corriger sa commande.
 */
function lireOptions(arguments_) {
  const valeurs = analyser(arguments_);
  const { classeur, port, aide = false } = valeurs;
  const sansNavigateur = valeurs["sans-navigateur"] ?? false;
  return {
    classeur,
    port: port === undefined ? PORT_PAR_DEFAUT : lirePort(port),
    sansNavigateur,
    aide,
    embarque: classeur !== undefined || port !== undefined || sansNavigateur,
  };
}

/** @param {string[]} args */
function analyser(args) {
  try {
    const options = /** @type {const} */ ({
      classeur: { type: "string" },
      port: { type: "string" },
      "sans-navigateur": { type: "boolean" },
      aide: { type: "boolean" },
    });
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (erreur) {
    throw new ErreurAttendue(`${expliquer(erreur)}\n\n${AIDE}`, 2);
  }
}

/**
 * Met en français les refus de `parseArgs`.
 * @param {unknown} erreur
 */
function expliquer(erreur) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (erreur);
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `L'option « ${option} » n'existe pas.`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return `L'option « ${option} » est mal employée : il lui manque une valeur, ou elle n'en prend pas.`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return "Un argument ne suit aucune option. Pour ouvrir un fichier : --classeur fichier.xlsx";
    default:
      throw erreur;
  }
}

/** @param {string} texte */
function lirePort(texte) {
  const port = Number(texte);
  if (!/^\d+$/.test(texte) || port > 65_535) {
    throw new ErreurAttendue(
      `Le port « ${texte} » n'est pas un nombre entier entre 0 et 65535.`,
      2
    );
  }
  return port;
}

module.exports = { AIDE, PORT_PAR_DEFAUT, lireOptions };
