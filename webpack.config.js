const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { adresseDePublication, remplacerAdresse } = require("./outils/adresse.cjs");
const { GreffonBudget, GreffonMetadonnees } = require("./outils/greffons.cjs");
const { FICHIERS_DES_FORMULES } = require("./outils/metadonnees.cjs");
const { SERVEUR_OFFICE, politiqueDuVolet } = require("./outils/securite.cjs");

const OFFICE = path.join(
  path.dirname(require.resolve("@microsoft/office-js/package.json")),
  "dist"
);

const VOLET = path.resolve(__dirname, "src/volet/index.tsx");
const ENTREES = [...FICHIERS_DES_FORMULES, VOLET];

/** Poids maximal, compressé, du JavaScript que le volet charge à l'ouverture. */
const BUDGET = 130_000;

/**
 * Fichiers d'office.js nécessaires quand il est servi avec le volet : développement, ou intranet sans accès au
 * serveur de Microsoft.
 */
const FICHIERS_OFFICE = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "fr-fr/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

/**
 * Paquets mis à part : le navigateur les garde d'une version du complément à l'autre. « fluent » reçoit tout ce que le
 * volet charge d'emblée hors React ; ce qu'il charge à la demande n'y entre pas.
 */
const PAQUETS = {
  react: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
  notres: path.resolve(__dirname, "src"),
  tous: /[\\/]node_modules[\\/]/,
};

/**
 * @typedef {object} Options
 * @property {string} [adresse] Adresse où les pages sont servies ; par défaut celle de `CMS_URL_BASE`.
 * @property {string} [accrochage] Script chargé avant office.js : le classeur embarqué s'y substitue à Excel.
 */

/**
 * @param {Options} options
 * @param {{ mode?: string }} arguments_
 * @returns {import("webpack").Configuration}
 */
module.exports = function configuration(options, { mode }) {
  const production = mode === "production";
  const adresse = options.adresse ?? adresseDePublication(process.env);
  const officeLocal = !production || process.env.OFFICE_LOCAL === "1";

  return {
    name: "volet",
    mode: production ? "production" : "development",
    // Les cartes sont des fichiers à part : aucune variante à base d'eval, que la politique de sécurité refuse.
    devtool: "source-map",
    target: ["web", "es2022"],
    entry: { fonctions: FICHIERS_DES_FORMULES, volet: VOLET },
    output: {
      path: path.resolve(__dirname, "dist"),
      publicPath: "",
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      // Le classeur embarqué, lui, écrit dans le même dossier.
      clean: options.accrochage === undefined,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        {
          // Les portes index.ts n'entraînent ainsi que ce dont on se sert. Les entrées, elles, agissent en se chargeant.
          include: path.resolve(__dirname, "src"),
          exclude: ENTREES,
          sideEffects: false,
        },
        {
          // Ce que makeStyles ferait à l'ouverture du volet se fait à la construction.
          test: /\.tsx?$/,
          include: path.resolve(__dirname, "src/volet"),
          enforce: "post",
          loader: "@griffel/webpack-loader",
        },
        {
          test: (/** @type {string} */ fichier) => FICHIERS_DES_FORMULES.includes(fichier),
          enforce: "pre",
          loader: path.resolve(__dirname, "outils/associer-fonctions.cjs"),
        },
      ],
    },
    optimization: {
      // Les fonctions et le volet partagent une page, donc un seul moteur d'exécution.
      runtimeChunk: "single",
      splitChunks: {
        chunks: "all",
        cacheGroups: {
          react: { name: "react", chunks: "initial", test: PAQUETS.react, priority: 20 },
          regles: {
            name: "regles",
            chunks: "initial",
            test: PAQUETS.notres,
            minChunks: 2,
            minSize: 0,
          },
          autres: { name: "fluent", chunks: "initial", test: PAQUETS.tous, priority: 10 },
        },
      },
    },
    performance: false,
    cache: production ? false : cache(),
    infrastructureLogging: { level: production ? "info" : "warn" },
    stats: production ? "errors-warnings" : "none",
    plugins: [
      new GreffonMetadonnees({ fichiers: FICHIERS_DES_FORMULES, adresse }),
      new HtmlPlugin({
        filename: "volet.html",
        template: "./src/volet/volet.html",
        chunks: ["fonctions", "volet"],
        chunksSortMode: "manual",
        templateParameters: {
          politique: politiqueDuVolet({ officeLocal }),
          scripts: [
            ...(options.accrochage ? [options.accrochage] : []),
            officeLocal ? "office/office.js" : `${SERVEUR_OFFICE}/lib/1/hosted/office.js`,
          ],
        },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "outils/aide/aide.css", to: "aide/[name][ext]", info: { minimized: true } },
          {
            from: "manifest.xml",
            transform: (contenu) => remplacerAdresse(contenu.toString(), adresse),
          },
          ...(officeLocal ? FICHIERS_OFFICE.map(fichierOffice) : []),
        ],
      }),
      ...(production ? [new GreffonBudget({ octets: BUDGET })] : []),
    ],
  };
};

/** @param {string} nom */
function fichierOffice(nom) {
  return { from: path.join(OFFICE, nom), to: `office/${nom}`, info: { minimized: true } };
}

/** Cache sur disque : le deuxième démarrage est trois fois plus court. */
function cache() {
  return {
    type: /** @type {const} */ ("filesystem"),
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    buildDependencies: { config: [__filename, path.resolve(__dirname, "outils") + path.sep] },
  };
}
