/** Greffons webpack du projet : métadonnées et aide d'une part, budget de poids d'autre part. */

const { gzipSync } = require("node:zlib");
const { WebpackError, sources, Compilation } = require("webpack");
const { lireAide } = require("./aide/lire-aide.cjs");
const { pagesDAide } = require("./aide/pages.cjs");
const { engendrerMetadonnees } = require("./metadonnees.cjs");

/** Écrit `functions.json` et les pages d'aide ; une fonction mal documentée fait échouer le build. */
class GreffonMetadonnees {
  /**
   * @param {{ fichiers: string[], adresse: string }} options
   */
  constructor(options) {
    this.options = options;
  }

  /** @param {import("webpack").Compiler} compilateur */
  apply(compilateur) {
    const { fichiers, adresse } = this.options;
    compilateur.hooks.thisCompilation.tap("GreffonMetadonnees", (compilation) => {
      compilation.fileDependencies.addAll(fichiers);
      const etape = {
        name: "GreffonMetadonnees",
        stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL,
      };
      compilation.hooks.processAssets.tapPromise(etape, async () => {
        try {
          const { metadonnees } = await engendrerMetadonnees(fichiers, adresse);
          ecrire(compilation, "functions.json", `${JSON.stringify(metadonnees, null, 2)}\n`);
          const pages = pagesDAide(lireAide(fichiers, metadonnees));
          for (const { fichier, html } of pages) ecrire(compilation, `aide/${fichier}`, html);
        } catch (erreur) {
          compilation.errors.push(new WebpackError(messageDe(erreur)));
        }
      });
    });
  }
}

/** Mesure, compressé, le JavaScript que le volet charge à l'ouverture, l'affiche, et refuse un dépassement. */
class GreffonBudget {
  /**
   * @param {{ octets: number }} options Budget, en octets compressés (gzip).
   */
  constructor(options) {
    this.options = options;
  }

  /** @param {import("webpack").Compiler} compilateur */
  apply(compilateur) {
    const { octets: budget } = this.options;
    compilateur.hooks.thisCompilation.tap("GreffonBudget", (compilation) => {
      const etape = { name: "GreffonBudget", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT };
      compilation.hooks.processAssets.tap(etape, (fichiers) => {
        const poids = [...fichiersInitiaux(compilation)].map((nom) => ({
          nom,
          octets: gzipSync(fichiers[nom]?.buffer() ?? "").byteLength,
        }));
        const total = poids.reduce((somme, { octets }) => somme + octets, 0);
        const detail = poids.map(({ nom, octets }) => `${nom} ${ko(octets)}`).join(", ");
        const bilan = `JavaScript initial du volet : ${ko(total)} compressés, budget ${ko(budget)} (${detail})`;
        compilateur.getInfrastructureLogger("budget").info(bilan);
        if (total > budget) compilation.errors.push(new WebpackError(bilan));
      });
    });
  }
}

/**
 * Les scripts que la page charge d'emblée, toutes entrées confondues.
 * @param {import("webpack").Compilation} compilation
 */
function fichiersInitiaux(compilation) {
  const noms = [...compilation.entrypoints.values()].flatMap((entree) => entree.getFiles());
  return new Set(noms.filter((nom) => nom.endsWith(".js")));
}

/**
 * @param {import("webpack").Compilation} compilation
 * @param {string} nom
 * @param {string} contenu
 */
function ecrire(compilation, nom, contenu) {
  compilation.emitAsset(nom, new sources.RawSource(contenu));
}

/** @param {number} octets */
function ko(octets) {
  return `${(octets / 1000).toFixed(1).replace(".", ",")} Ko`;
}

/** @param {unknown} erreur */
function messageDe(erreur) {
  return erreur instanceof Error ? erreur.message : String(erreur);
}

module.exports = { GreffonBudget, GreffonMetadonnees };
