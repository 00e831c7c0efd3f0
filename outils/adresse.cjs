/**
 * L'adresse où le complément est publié. Les sources (manifeste, liens d'aide) portent celle du développement ;
 * le build la remplace par celle de `CMS_URL_BASE`.
 */

const ADRESSE_DE_DEVELOPPEMENT = "https://localhost:3000";

/**
 * Lit l'adresse de publication dans l'environnement.
 * @param {Record<string, string | undefined>} environnement
 * @returns {string} Adresse sans barre finale ; par défaut, celle du développement.
 */
function adresseDePublication(environnement) {
  const texte = environnement.CMS_URL_BASE;
  if (!texte) return ADRESSE_DE_DEVELOPPEMENT;
  const url = URL.canParse(texte) ? new URL(texte) : undefined;
  if (url?.protocol !== "https:" || url.search || url.hash) {
    throw new Error(
      `CMS_URL_BASE vaut « ${texte} » : Excel n'accepte qu'une adresse https sans paramètre. ` +
        "Exemple : CMS_URL_BASE=https://complements.exemple.gouv.fr/cms"
    );
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * Remplace, dans un texte, l'adresse de développement par une autre.
 * @param {string} texte
 * @param {string} adresse
 */
function remplacerAdresse(texte, adresse) {
  return texte.replaceAll(ADRESSE_DE_DEVELOPPEMENT, adresse);
}

module.exports = { ADRESSE_DE_DEVELOPPEMENT, adresseDePublication, remplacerAdresse };
