/**
 * Chargeur webpack : relie chaque identifiant de `functions.json` à sa fonction, sans que l'on ait à l'écrire à la main.
 */

const { engendrerMetadonnees } = require("./metadonnees.cjs");

/**
 * @this {import("webpack").LoaderContext<object>}
 * @param {string} source
 */
module.exports = function associerFonctions(source) {
  const terminer = this.async();
  engendrerMetadonnees([this.resourcePath]).then(
    ({ associations }) => {
      const lignes = associations.map(
        ({ id, fonction }) => `CustomFunctions.associate(${JSON.stringify(id)}, ${fonction});`
      );
      terminer(null, [source, ...lignes, ""].join("\n"));
    },
    (/** @type {Error} */ erreur) => terminer(erreur)
  );
};
