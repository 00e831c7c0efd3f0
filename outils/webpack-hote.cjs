/** Construction du classeur embarqué (src/hote/page), pour « npm start » et les tests dans le navigateur. */

const path = require("node:path");
const HtmlPlugin = require("html-webpack-plugin");
const { FICHIERS } = require("./univer-separateur.cjs");

const PAGE = path.resolve(__dirname, "../src/hote/page");
const SEPARATEUR = require.resolve("./univer-separateur.cjs");

/** Script que la page du volet charge avant office.js, en développement seulement. */
const ACCROCHAGE = "/hote/accrocher.js";

/**
 * @param {boolean} dev Développement : carte des sources, reconstruction quand une source change.
 * @returns {import("webpack").Configuration}
 */
function configurationHote(dev) {
  return {
    name: "hote",
    context: path.resolve(__dirname, ".."),
    mode: "development",
    // React et Univer sans leurs vérifications de développement, qui ralentissent tout ce qui se dessine.
    optimization: { nodeEnv: "production" },
    devtool: dev ? "cheap-module-source-map" : false,
    target: ["web", "es2022"],
    entry: { hote: path.join(PAGE, "index.ts"), accrocher: path.join(PAGE, "accrocher.ts") },
    output: {
      path: path.resolve(__dirname, "../dist/hote"),
      publicPath: "/hote/",
      filename: "[name].js",
      chunkFilename: "[name].js",
    },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        { test: /\.css$/, use: ["style-loader", "css-loader"] },
        { test: FICHIERS, loader: SEPARATEUR },
      ],
    },
    cache: {
      type: "filesystem",
      name: `hote-${dev ? "dev" : "test"}`,
      buildDependencies: { config: [__filename, SEPARATEUR] },
    },
    performance: false,
    infrastructureLogging: { level: "warn" },
    stats: "errors-warnings",
    plugins: [
      new HtmlPlugin({
        filename: "index.html",
        template: path.join(PAGE, "index.html"),
        chunks: ["hote"],
      }),
    ],
  };
}

module.exports = Object.assign(configurationHote, { ACCROCHAGE });
