/** Politique de sécurité de contenu (CSP) des pages livrées. */

/** Serveur de Microsoft, d'où office.js doit venir en production. */
const SERVEUR_OFFICE = "https://appsforoffice.microsoft.com";

/**
 * Empreinte du texte vide. Fluent crée des balises `<style>` vides et les remplit par programme (CSSOM) : seule
 * leur création a besoin d'une permission, et un `<style>` qui porterait du texte reste refusé.
 */
const STYLE_VIDE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Politique du volet.
 * @param {{ officeLocal: boolean }} options `officeLocal` : office.js est servi avec le volet.
 */
function politiqueDuVolet({ officeLocal }) {
  return politique({
    "script-src": officeLocal ? ["'self'"] : ["'self'", SERVEUR_OFFICE],
    "style-src": ["'self'", STYLE_VIDE],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
  });
}

/** Politique des pages d'aide : du texte et une feuille de style. */
function politiqueDeLAide() {
  return politique({ "style-src": ["'self'"] });
}

/**
 * @param {Record<string, string[]>} permissions
 */
function politique(permissions) {
  const directives = {
    "default-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    ...permissions,
  };
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}

module.exports = { SERVEUR_OFFICE, politiqueDeLAide, politiqueDuVolet };
