/**
 * Signale les exports de src que rien n'utilise hors de leur fichier ; être seulement réexporté n'est pas être utilisé.
 * Un type qui sert dans son propre fichier est admis : il nomme ce qu'une fonction exportée reçoit ou rend.
 */

import path from "node:path";
import ts from "typescript";

/** Ses fonctions sont appelées par Excel : la construction les associe (associer-fonctions.cjs). */
const FONCTIONS = "src/fonctions/formules/";

const racine = path.resolve(import.meta.dirname, "..");
const programme = ouvrirLeProjet();
const verificateur = programme.getTypeChecker();
const utilises = symbolesUtilises();
const inutilises = programme.getSourceFiles().filter(estASurveiller).flatMap(exportsInutilises);

for (const ligne of inutilises) console.error(ligne);
if (inutilises.length > 0) {
  console.error(
    `\n${inutilises.length} export(s) inutilisé(s) : retirez le mot « export », ou le code.`
  );
  process.exitCode = 1;
}

function ouvrirLeProjet() {
  const fichier = path.join(racine, "tsconfig.json");
  const { config } = ts.readConfigFile(fichier, (nom) => ts.sys.readFile(nom));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, racine);
  return ts.createProgram(fileNames, options);
}

/** @param {ts.SourceFile} fichier */
function estASurveiller(fichier) {
  const relatif = nomRelatif(fichier);
  return relatif.startsWith("src/") && !relatif.startsWith(FONCTIONS);
}

/** @param {ts.SourceFile} fichier */
function nomRelatif(fichier) {
  return path.relative(racine, fichier.fileName).split(path.sep).join("/");
}

/** Symboles désignés hors du fichier qui les déclare (pour un type : hors de sa déclaration). */
function symbolesUtilises() {
  /** @type {Set<ts.Symbol>} */
  const symboles = new Set();
  for (const fichier of programme.getSourceFiles()) {
    if (!fichier.fileName.includes("/node_modules/")) parcourir(fichier, fichier, symboles);
  }
  return symboles;
}

/**
 * @param {ts.Node} noeud
 * @param {ts.SourceFile} fichier
 * @param {Set<ts.Symbol>} symboles
 */
function parcourir(noeud, fichier, symboles) {
  if (ts.isExportDeclaration(noeud)) return;
  if (ts.isCallExpression(noeud) && noeud.expression.kind === ts.SyntaxKind.ImportKeyword) {
    for (const symbole of exportsDe(noeud.arguments[0])) symboles.add(symbole);
  }
  if (ts.isIdentifier(noeud)) {
    const symbole = declare(verificateur.getSymbolAtLocation(noeud));
    if (symbole && !estChezLui(symbole, noeud, fichier)) symboles.add(symbole);
  }
  ts.forEachChild(noeud, (enfant) => parcourir(enfant, fichier, symboles));
}

/**
 * Tout ce qu'un module chargé à la demande, par `import()`, met à disposition.
 * @param {ts.Expression | undefined} specificateur
 */
function exportsDe(specificateur) {
  const module = specificateur && verificateur.getSymbolAtLocation(specificateur);
  const symboles = module ? verificateur.getExportsOfModule(module) : [];
  return symboles.map(declare).filter((symbole) => symbole !== undefined);
}

/**
 * @param {ts.Symbol} symbole
 * @param {ts.Identifier} noeud
 * @param {ts.SourceFile} fichier
 */
function estChezLui(symbole, noeud, fichier) {
  const declarations = symbole.declarations ?? [];
  if (symbole.flags & ts.SymbolFlags.Value) {
    return declarations.some((declaration) => declaration.getSourceFile() === fichier);
  }
  return declarations.some((declaration) => declaration === noeud.parent);
}

/**
 * Remonte d'un nom importé ou réexporté à ce qu'il désigne.
 * @param {ts.Symbol | undefined} symbole
 */
function declare(symbole) {
  const alias = symbole && symbole.flags & ts.SymbolFlags.Alias;
  return alias ? verificateur.getAliasedSymbol(symbole) : symbole;
}

/** @param {ts.SourceFile} fichier */
function exportsInutilises(fichier) {
  const module = verificateur.getSymbolAtLocation(fichier);
  if (!module) return [];
  return verificateur
    .getExportsOfModule(module)
    .filter((symbole) => !(symbole.flags & ts.SymbolFlags.Alias) && !utilises.has(symbole))
    .map((symbole) => `${nomRelatif(fichier)} : ${symbole.name}`);
}
