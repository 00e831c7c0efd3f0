/** Construit le complément en mémoire, et le reconstruit quand une source change. */

const webpack = require("webpack");
const intergiciel = require("webpack-dev-middleware");
const { ErreurAttendue } = require("./erreur-attendue.cjs");

/**
 * Lance la construction.
 * @param {webpack.Configuration[]} configurations
 * @param {(pourcent: number) => void} avancer Appelé au fil de la première construction.
 * @returns {{ pages: import("./serveur.cjs").Pages, premiere: Promise<void>, fermer: () => Promise<void> }}
 *   `pages` fait attendre les requêtes jusqu'à la fin de la construction ; `premiere` échoue si des erreurs sont affichées.
 */
function construire(configurations, avancer) {
  const compilateur = webpack(configurations);
  new webpack.ProgressPlugin((part) => avancer(Math.round(part * 100))).apply(compilateur);
  const service = intergiciel(compilateur, { stats: "errors-only" });
  const premiere = new Promise((resoudre, rejeter) => {
    service.waitUntilValid((bilan) => {
      // Les messages de webpack sont déjà affichés, comme à chaque reconstruction.
      if (bilan?.hasErrors()) rejeter(new ErreurAttendue("Le complément ne se construit pas."));
      else resoudre(undefined);
    });
  });
  return {
    premiere,
    pages(requete, reponse) {
      const absente = () => {
        reponse
          .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
          .end("Page inconnue");
      };
      service(requete, reponse, absente).catch(absente);
    },
    fermer: () => new Promise((resoudre) => service.close(() => resoudre())),
  };
}

module.exports = { construire };
