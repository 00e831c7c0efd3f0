/** La page d'aide des fonctions, engendrée de leurs métadonnées : elle ne peut donc pas s'en écarter. */

const { ancre } = require("../metadonnees.cjs");
const { politiqueDeLAide } = require("../securite.cjs");

/**
 * @typedef {import("../metadonnees.cjs").Metadonnees} Metadonnees
 * @typedef {import("../metadonnees.cjs").Fonction} Fonction
 * @typedef {import("../metadonnees.cjs").Parametre} Parametre
 * @typedef {import("../metadonnees.cjs").Enumeration} Enumeration
 */

/** @type {Record<string, string>} */
const ENTITES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} texte */
function html(texte) {
  return texte.replace(/[&<>"]/g, (caractere) => ENTITES[caractere] ?? caractere);
}

/**
 * Page d'aide complète.
 * @param {Metadonnees} metadonnees
 * @returns {string} Document HTML.
 */
function pageDAide({ functions: fonctions, enums: enumerations = [] }) {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${politiqueDeLAide()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Complément CMS : les fonctions</title>
    <link rel="stylesheet" href="aide.css" />
  </head>
  <body>
    <h1>Complément CMS : les fonctions</h1>
    <p>Dans Excel en français, les arguments se séparent par un point-virgule. Un argument entre crochets est facultatif.</p>
    <nav aria-label="Fonctions">
      <ul>
${fonctions.map(lien).join("\n")}
      </ul>
    </nav>
    <main>
${fonctions.map((fonction) => article(fonction, enumerations)).join("\n")}
    </main>
  </body>
</html>
`;
}

/** @param {Fonction} fonction */
function lien(fonction) {
  return `        <li><a href="#${html(ancre(fonction))}">${html(ancre(fonction))}</a></li>`;
}

/**
 * @param {Fonction} fonction
 * @param {Enumeration[]} enumerations
 */
function article(fonction, enumerations) {
  const syntaxe = fonction.parameters
    .map(({ name, optional }) => (optional ? `[${name}]` : name))
    .join("; ");
  const arguments_ = fonction.parameters.map((parametre) => argument(parametre, enumerations));
  return `      <h2 id="${html(ancre(fonction))}">${html(ancre(fonction))}</h2>
      <p><code>=${html(ancre(fonction))}(${html(syntaxe)})</code></p>
      <p>${html(fonction.description ?? "")}</p>
${arguments_.length > 0 ? `      <dl>\n${arguments_.join("\n")}\n      </dl>` : "      <p>Sans argument.</p>"}`;
}

/**
 * @param {Parametre} parametre
 * @param {Enumeration[]} enumerations
 */
function argument({ name, description, optional, customEnumId }, enumerations) {
  const valeurs = enumerations
    .filter(({ id }) => id === customEnumId)
    .flatMap(({ values }) => values.map(({ stringValue }) => `« ${stringValue} »`));
  const facultatif = optional ? ' <span class="facultatif">(facultatif)</span>' : "";
  const acceptees = valeurs.length > 0 ? ` Valeurs proposées : ${valeurs.join(", ")}.` : "";
  return `        <dt>${html(name)}${facultatif}</dt>
        <dd>${html((description ?? "") + acceptees)}</dd>`;
}

module.exports = { pageDAide };
