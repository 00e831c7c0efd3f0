/** Les pages d'aide, engendrées de l'aide des fonctions : un sommaire et une page par fonction, sans script. */

require("../charger-ts.cjs");
const { ecrireArticle, etatDeLaVerification } = require("../../src/redaction");
const { ESPACE_DE_NOMS } = require("../metadonnees.cjs");
const { politiqueDeLAide } = require("../securite.cjs");

/**
 * @typedef {import("../../src/fonctions").AideDeFonction} AideDeFonction
 * @typedef {import("../../src/fonctions").ExempleDeFormule} ExempleDeFormule
 * @typedef {{ fichier: string, html: string }} Page
 */

const TITRE = "Complément CMS : les fonctions";

/**
 * Toutes les pages de l'aide.
 * @param {AideDeFonction[]} aide
 * @returns {Page[]}
 */
function pagesDAide(aide) {
  return [
    { fichier: "index.html", html: page(TITRE, sommaire(aide)) },
    ...aide.map((fonction) => ({
      fichier: fichierDe(fonction.nom),
      html: page(`${fonction.nom} : complément CMS`, pageDeFonction(fonction, aide)),
    })),
  ];
}

/**
 * @param {string} titre
 * @param {string} contenu
 */
function page(titre, contenu) {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${politiqueDeLAide()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${echapper(titre)}</title>
    <link rel="stylesheet" href="aide.css" />
  </head>
  <body>
${contenu}
    <footer>
      <p>${echapper(etatDeLaVerification())}</p>
    </footer>
  </body>
</html>
`;
}

/** @param {AideDeFonction[]} aide */
function sommaire(aide) {
  const themes = [...new Set(aide.map(({ theme }) => theme))];
  const parties = themes.map((theme) =>
    partie(
      theme,
      listeDeFonctions(
        aide.filter((fonction) => fonction.theme === theme),
        aide
      )
    )
  );
  return `    <header>
      <h1>${TITRE}</h1>
      <p>Dans une cellule, tapez <code>=CMS.</code> pour les voir. Dans un Excel en français, les arguments se séparent par un point-virgule.</p>
    </header>
    <main>
${parties.join("\n")}
    </main>`;
}

/**
 * @param {AideDeFonction} fonction
 * @param {AideDeFonction[]} aide Celle de toutes les fonctions, pour les liens.
 */
function pageDeFonction(fonction, aide) {
  const texte = (/** @type {string} */ phrase) => lier(phrase, fonction.nom, aide);
  const { nom, theme, description, rend, articles, exemples, erreurs, remarques } = fonction;
  const syntaxe = fonction.arguments.map(({ nom, facultatif }) => (facultatif ? `[${nom}]` : nom));
  const voisines = aide.filter((autre) => autre.theme === theme && autre !== fonction);
  const parties = [
    partie("Arguments", arguments_(fonction, texte)),
    partie("Ce que la fonction rend", `<p>${texte(rend)}.</p>`),
    partie("Exemples", exemples.map(exemple).join("\n")),
    erreurs.length > 0 &&
      partie(
        "En cas d’erreur",
        `<dl>\n${erreurs.map(({ cas, remede }) => definition(texte(cas), texte(majuscule(remede)))).join("\n")}\n</dl>`
      ),
    remarques.length > 0 && partie("À savoir", liste(remarques.map((remarque) => texte(remarque)))),
    partie("Textes", liste(articles.map((article) => echapper(majuscule(ecrireArticle(article)))))),
    voisines.length > 0 && partie("Fonctions voisines", listeDeFonctions(voisines, aide)),
  ];
  return `    <header>
      <nav aria-label="Aide"><a href="index.html">Toutes les fonctions</a></nav>
      <h1>${echapper(nom)}</h1>
      <p>${texte(description)}</p>
      <p class="syntaxe"><code>${coupable(`=${nom}(${syntaxe.join("; ")})`)}</code></p>
    </header>
    <main>
${parties.filter(Boolean).join("\n")}
    </main>`;
}

/**
 * @param {AideDeFonction} fonction
 * @param {(phrase: string) => string} texte
 */
function arguments_(fonction, texte) {
  if (fonction.arguments.length === 0) return "<p>Aucun argument.</p>";
  const definitions = fonction.arguments.map(({ nom, description, facultatif, valeurs }) => {
    const mention = facultatif ? ' <span class="facultatif">facultatif</span>' : "";
    const mots = valeurs.map(({ mot, sens }) => `« ${echapper(mot)} » : ${texte(sens)}`);
    return definition(
      `<code>${echapper(nom)}</code>${mention}`,
      `${texte(description)}.${mots.length > 0 ? `\n${liste(mots)}` : ""}`
    );
  });
  return `<dl>\n${definitions.join("\n")}\n</dl>`;
}

/** @param {ExempleDeFormule} exemple */
function exemple({ fr, resultat }) {
  const [seule, ...autres] = resultat.flat();
  const rendu =
    seule !== undefined && autres.length === 0
      ? `<p class="resultat">${echapper(seule)}</p>`
      : `<table>\n<caption>Résultat</caption>\n${resultat.map(ligne).join("\n")}\n</table>`;
  return `<figure>\n<figcaption><code>${coupable(fr)}</code></figcaption>\n${rendu}\n</figure>`;
}

/**
 * Une formule en HTML, qui passe à la ligne entre deux arguments.
 * @param {string} formule
 */
function coupable(formule) {
  return formule.split(";").map(echapper).join(";<wbr />");
}

/** @param {readonly string[]} cellules */
function ligne(cellules) {
  return `<tr>${cellules.map((cellule) => `<td>${echapper(cellule)}</td>`).join("")}</tr>`;
}

/**
 * @param {string} titre
 * @param {string} contenu
 */
function partie(titre, contenu) {
  return `<section>\n<h2>${echapper(titre)}</h2>\n${contenu}\n</section>`;
}

/** @param {string[]} elements En HTML. */
function liste(elements) {
  return `<ul>\n${elements.map((element) => `<li>${element}</li>`).join("\n")}\n</ul>`;
}

/**
 * @param {string} terme En HTML.
 * @param {string} sens En HTML.
 */
function definition(terme, sens) {
  return `<dt>${terme}</dt>\n<dd>${sens}</dd>`;
}

/**
 * Des liens vers des fonctions, chacune avec ce qu'elle donne.
 * @param {AideDeFonction[]} fonctions
 * @param {AideDeFonction[]} aide
 */
function listeDeFonctions(fonctions, aide) {
  const definitions = fonctions.map(({ nom, resume }) =>
    definition(lier(nom, "", aide), echapper(resume))
  );
  return `<dl class="fonctions">\n${definitions.join("\n")}\n</dl>`;
}

/**
 * Une phrase en HTML, où le nom de toute autre fonction mène à sa page.
 * @param {string} phrase
 * @param {string} saufElle
 * @param {AideDeFonction[]} aide
 */
function lier(phrase, saufElle, aide) {
  return echapper(phrase).replace(/CMS(\.[A-Z]+)+/g, (nom) =>
    nom !== saufElle && aide.some((fonction) => fonction.nom === nom)
      ? `<a href="${fichierDe(nom)}">${nom}</a>`
      : nom
  );
}

/** @param {string} nom « CMS.TAUX.LS » */
function fichierDe(nom) {
  return `${nom.slice(ESPACE_DE_NOMS.length + 1)}.html`;
}

/** @param {string} texte */
function majuscule(texte) {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

/** @type {Record<string, string>} */
const ENTITES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} texte */
function echapper(texte) {
  return texte.replace(/[&<>"]/g, (caractere) => ENTITES[caractere] ?? caractere);
}

module.exports = { pagesDAide };
