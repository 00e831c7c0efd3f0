/** Le petit serveur de « npm start » : local, en lecture seule, sans accès au disque hors du classeur donné. */

const { createReadStream } = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const { basename } = require("node:path");
const { ErreurAttendue } = require("./erreur-attendue.cjs");

const TYPE_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {http.RequestListener<typeof http.IncomingMessage, typeof http.ServerResponse>} Pages Répond aux autres adresses.
 * @typedef {{ key: Buffer, cert: Buffer, ca: Buffer }} Certificats
 * @typedef {object} Reglages
 * @property {number} port
 * @property {string} accueil Page où mène l'adresse « / ».
 * @property {string} [classeur] Fichier servi à l'adresse /classeur.xlsx.
 * @property {Certificats} [certificats] Présents : le serveur parle https, et Excel peut lire ses réponses.
 * @property {Pages} pages
 */

/**
 * Démarre le serveur.
 * @param {Reglages} reglages
 * @returns {Promise<{ serveur: http.Server, adresse: string }>} `adresse` porte le port réellement pris.
 * @throws {ErreurAttendue} Si le port ne peut pas être pris.
 */
async function demarrerServeur(reglages) {
  const { certificats, port } = reglages;
  const repondre = repondeur(reglages);
  const serveur = certificats
    ? https.createServer(certificats, repondre)
    : http.createServer(repondre);
  await ecouter(serveur, port);
  const prise = serveur.address();
  const portPris = prise !== null && typeof prise === "object" ? prise.port : port;
  return { serveur, adresse: `${certificats ? "https" : "http"}://localhost:${portPris}` };
}

/**
 * @param {http.Server} serveur
 * @param {number} port
 * @returns {Promise<void>}
 */
function ecouter(serveur, port) {
  return new Promise((resoudre, rejeter) => {
    serveur.once("error", (/** @type {NodeJS.ErrnoException} */ erreur) => {
      rejeter(new ErreurAttendue(expliquer(erreur, port)));
    });
    // Seulement la boucle locale : rien n'est offert au réseau.
    serveur.listen(port, "127.0.0.1", () => resoudre());
  });
}

/**
 * @param {NodeJS.ErrnoException} erreur
 * @param {number} port
 */
function expliquer({ code }, port) {
  if (code === "EADDRINUSE") {
    return (
      `Le port ${port} est déjà pris, sans doute par un autre « npm start ». Arrêtez-le, ` +
      "ou laissez choisir un port libre : npm start -- --port 0"
    );
  }
  return `Le port ${port} est refusé par le système (${code}). Essayez : npm start -- --port 0`;
}

/**
 * @param {Reglages} reglages
 * @returns {http.RequestListener}
 */
function repondeur({ accueil, classeur, certificats, pages }) {
  return (requete, reponse) => {
    ecrireEntetes(reponse, certificats !== undefined);
    const [chemin] = (requete.url ?? "/").split("?");
    if (!estLocale(requete.headers.host)) return refuser(reponse, 403, "Adresse inconnue");
    if (requete.method !== "GET" && requete.method !== "HEAD") {
      return refuser(reponse, 405, "Lecture seule");
    }
    if (chemin === "/") {
      reponse.writeHead(302, { Location: accueil }).end();
    } else if (chemin === "/classeur.xlsx") {
      servirClasseur(reponse, classeur);
    } else {
      pages(requete, reponse);
    }
  };
}

/**
 * Un site étranger qui ferait pointer son nom vers cette machine (« DNS rebinding ») ne doit rien pouvoir lire.
 * @param {string | undefined} hote
 */
function estLocale(hote) {
  return hote !== undefined && /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(hote);
}

/**
 * @param {http.ServerResponse} reponse
 * @param {boolean} pourExcel Excel pour le web lit functions.json depuis son propre site.
 */
function ecrireEntetes(reponse, pourExcel) {
  reponse.setHeader("Cache-Control", "no-store");
  reponse.setHeader("Referrer-Policy", "no-referrer");
  reponse.setHeader("X-Content-Type-Options", "nosniff");
  if (pourExcel) {
    reponse.setHeader("Access-Control-Allow-Origin", "*");
  } else {
    reponse.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    reponse.setHeader("X-Frame-Options", "SAMEORIGIN");
  }
}

/**
 * @param {http.ServerResponse} reponse
 * @param {string | undefined} classeur
 */
function servirClasseur(reponse, classeur) {
  // « Rien » et non « introuvable » : la page le demande toujours, et un 404 ferait une erreur dans sa console.
  if (classeur === undefined) return void reponse.writeHead(204).end();
  const lecture = createReadStream(classeur);
  lecture.once("error", () => refuser(reponse, 404, "Le classeur n'est plus lisible"));
  lecture.once("open", () => {
    reponse.setHeader("Content-Type", TYPE_XLSX);
    // Un en-tête ne porte que de l'ASCII : la page y relit le nom du fichier.
    const nom = encodeURIComponent(basename(classeur));
    reponse.setHeader("Content-Disposition", `inline; filename*=UTF-8''${nom}`);
    lecture.pipe(reponse);
  });
}

/**
 * @param {http.ServerResponse} reponse
 * @param {number} statut
 * @param {string} raison
 */
function refuser(reponse, statut, raison) {
  reponse.writeHead(statut, { "Content-Type": "text/plain; charset=utf-8" }).end(raison);
}

module.exports = { demarrerServeur };
