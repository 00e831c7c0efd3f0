/**
 * Complète package-lock.json (« npm run verrou »).
 *
 * Des paquets (jest, par exemple) proposent un binaire par plate-forme, en dépendances facultatives. Quand le registre
 * interrogé ne les sert pas tous, npm les laisse hors du verrou, et « npm ci » le refuse ensuite. Ce script les y inscrit,
 * sans empreinte : npm n'installe que celui de la machine, et l'ignore s'il est introuvable.
 */

import { readFileSync, writeFileSync } from "node:fs";

/**
 * @typedef {{ version: string, dev?: true, optional?: true, os?: string[], cpu?: string[],
 *   optionalDependencies?: Record<string, string> }} Paquet
 */

const SYSTEMES = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSEURS = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

const fichier = new URL("../package-lock.json", import.meta.url);
const verrou = JSON.parse(readFileSync(fichier, "utf8"));
/** @type {Record<string, Paquet>} */
const paquets = verrou.packages;

const ajouts = Object.entries(paquets).flatMap(([chemin, paquet]) => manquants(chemin, paquet));
const complets = { ...paquets, ...Object.fromEntries(ajouts) };
verrou.packages = Object.fromEntries(
  Object.entries(complets).sort(([a], [b]) => a.localeCompare(b, "en"))
);
writeFileSync(fichier, `${JSON.stringify(verrou, null, 2)}\n`);
console.log(`package-lock.json : ${ajouts.length} binaire(s) facultatif(s) ajouté(s).`);

/**
 * @param {string} chemin
 * @param {Paquet} paquet
 * @returns {[string, Paquet][]}
 */
function manquants(chemin, { dev, optionalDependencies = {} }) {
  return Object.entries(optionalDependencies)
    .filter(([nom]) => !estInscrit(chemin, nom))
    .map(([nom, version]) => [`node_modules/${nom}`, binaire(nom, version, dev)]);
}

/**
 * Cherche comme Node : chez le paquet lui-même, puis chez chacun de ceux qui le contiennent.
 * @param {string} chemin
 * @param {string} nom
 */
function estInscrit(chemin, nom) {
  let dossier = chemin;
  while (dossier !== "") {
    if (`${dossier}/node_modules/${nom}` in paquets) return true;
    dossier = dossier.slice(0, Math.max(0, dossier.lastIndexOf("/node_modules/")));
  }
  return `node_modules/${nom}` in paquets;
}

/**
 * @param {string} nom Par exemple « @unrs/resolver-binding-linux-x64-gnu ».
 * @param {string} version
 * @param {true | undefined} dev
 * @returns {Paquet}
 */
function binaire(nom, version, dev) {
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${nom} : version « ${version} » inexacte, à inscrire à la main.`);
  }
  const mots = nom.split("-");
  const os = SYSTEMES.filter((systeme) => mots.includes(systeme));
  const cpu = PROCESSEURS.filter((processeur) => mots.includes(processeur));
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
