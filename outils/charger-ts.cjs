/**
 * Laisse les outils appeler les pièces pures de `src` telles quelles : après `require` de ce fichier, `require` lit aussi le
 * TypeScript. Les phrases et les dates ne sont ainsi écrites qu'une fois. Sans effet sous Jest, qui le lit déjà.
 * Ce qui a été traduit est gardé dans `node_modules/.cache`, sous l'empreinte de son texte : le compilateur n'est chargé que s'il sert.
 */

const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { version } = require("typescript/package.json");

const CACHE = path.resolve(__dirname, "../node_modules/.cache/charger-ts");

require.extensions[".ts"] = compiler;

/**
 * @param {NodeModule} module
 * @param {string} fichier
 */
function compiler(module, fichier) {
  const source = readFileSync(fichier, "utf8");
  const cle = createHash("sha256").update(`${version}\n${source}`).digest("hex");
  const garde = path.join(CACHE, `${cle}.js`);
  const avecCompilation =
    /** @type {NodeModule & { _compile: (code: string, fichier: string) => void }} */ (module);
  avecCompilation._compile(lire(garde) ?? traduire(source, fichier, garde), fichier);
}

/** @param {string} fichier */
function lire(fichier) {
  try {
    return readFileSync(fichier, "utf8");
  } catch {
    return null;
  }
}

/**
 * @param {string} source
 * @param {string} fichier
 * @param {string} garde
 */
function traduire(source, fichier, garde) {
  const ts = require("typescript");
  const { outputText } = ts.transpileModule(source, {
    fileName: fichier,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  try {
    mkdirSync(CACHE, { recursive: true });
    // Deux commandes à la fois ne doivent jamais lire un fichier à moitié écrit.
    writeFileSync(`${garde}.${process.pid}`, outputText);
    renameSync(`${garde}.${process.pid}`, garde);
  } catch {
    // Un dossier en lecture seule : la prochaine fois sera aussi lente, et rien d'autre.
  }
  return outputText;
}
