/**
 * Laisse les outils appeler les pièces pures de `src` telles quelles : après `require` de ce fichier, `require` lit aussi le
 * TypeScript. Les phrases et les dates ne sont ainsi écrites qu'une fois. Sans effet sous Jest, qui le lit déjà.
 */

const { readFileSync } = require("node:fs");
const ts = require("typescript");

const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

require.extensions[".ts"] = compiler;

/**
 * @param {NodeModule} module
 * @param {string} fichier
 */
function compiler(module, fichier) {
  const { outputText } = ts.transpileModule(readFileSync(fichier, "utf8"), {
    fileName: fichier,
    compilerOptions: OPTIONS,
  });
  const avecCompilation =
    /** @type {NodeModule & { _compile: (code: string, fichier: string) => void }} */ (module);
  avecCompilation._compile(outputText, fichier);
}
