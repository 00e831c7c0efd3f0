/**
 * Change une à une les constantes du barème et vérifie qu'un test s'en aperçoit : Stryker ne touche ni aux nombres, ni aux objets
 * figés (« as const »). Le barème n'est pas modifié : les tests en lisent une copie. Les constantes qu'aucun test ne garde sont
 * écrites, et la commande échoue.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";

const racine = path.resolve(import.meta.dirname, "..");
const dossier = path.join(racine, ".cache/bareme");
const copie = path.join(dossier, "bareme.ts");
const reglage = path.join(dossier, "jest.config.json");
const source = readFileSync(path.join(racine, "src/regles/bareme.ts"), "utf8");

mkdirSync(dossier, { recursive: true });
writeFileSync(
  reglage,
  JSON.stringify({
    ...createRequire(import.meta.url)("./jest.mutation.cjs"),
    rootDir: racine,
    testEnvironment: "node",
    testMatch: ["<rootDir>/test/regles/**/*.test.ts", "<rootDir>/test/fonctions/cas.test.ts"],
    moduleNameMapper: { "(^|/)bareme$": copie },
  })
);

if (!testsPassent(source)) throw new Error("Les tests échouent déjà sur le barème tel qu'il est.");
const variantes = changerChaqueConstante();
const ignorees = variantes.filter(({ texte }) => testsPassent(texte));
// Un test cassé entre-temps ferait croire que tout est gardé.
if (!testsPassent(source)) throw new Error("Les tests ont changé pendant l'épreuve : recommencez.");
rmSync(dossier, { recursive: true });

for (const { ligne, avant, apres } of ignorees) {
  console.error(`src/regles/bareme.ts:${ligne} : ${avant} changé en ${apres}, aucun test n'échoue`);
}
console.log(`${variantes.length - ignorees.length} constantes gardées sur ${variantes.length}.`);
process.exitCode = ignorees.length > 0 ? 1 : 0;

/** Le barème, autant de fois qu'il a de nombres, de vrais et de faux, et de textes : chaque fois, un seul change. */
function changerChaqueConstante() {
  const fichier = ts.createSourceFile("bareme.ts", source, ts.ScriptTarget.Latest, true);
  /** @type {{ ligne: number; avant: string; apres: string; texte: string }[]} */
  const trouvees = [];
  parcourir(fichier);
  return trouvees;

  /** @param {ts.Node} noeud */
  function parcourir(noeud) {
    if (ts.isTypeNode(noeud)) return;
    const apres = changer(noeud);
    if (apres !== null) {
      const debut = noeud.getStart();
      trouvees.push({
        ligne: fichier.getLineAndCharacterOfPosition(debut).line + 1,
        avant: noeud.getText(),
        apres,
        texte: source.slice(0, debut) + apres + source.slice(noeud.getEnd()),
      });
    }
    ts.forEachChild(noeud, parcourir);
  }
}

/** @param {ts.Node} noeud */
function changer(noeud) {
  if (ts.isNumericLiteral(noeud)) return String(Number(noeud.text.replaceAll("_", "")) + 1);
  if (noeud.kind === ts.SyntaxKind.TrueKeyword) return "false";
  if (noeud.kind === ts.SyntaxKind.FalseKeyword) return "true";
  if (!ts.isStringLiteral(noeud)) return null;
  const estUneCle = ts.isPropertyAssignment(noeud.parent) && noeud.parent.name === noeud;
  return estUneCle ? null : '"changé"';
}

/** @param {string} bareme */
function testsPassent(bareme) {
  writeFileSync(copie, bareme);
  const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
  const { status } = spawnSync(process.execPath, [jest, "-c", reglage, "-i", "--bail"], {
    cwd: racine,
    stdio: "ignore",
  });
  return status === 0;
}
