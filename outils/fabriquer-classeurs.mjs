/**
 * « node outils/fabriquer-classeurs.mjs » : récrit test/classeurs/fabriques, des classeurs fautifs ou propres et ce qu'il faut en dire, d'après
 * test/classeurs/recettes. Avec « --verifier », n'écrit rien et échoue si un fichier n'est plus celui de sa recette.
 */

import "./charger-ts.cjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { format, resolveConfig } from "prettier";
import { ABAISSANTS } from "../test/classeurs/recettes/abaissants.mjs";
import { ARRONDISSEMENTS } from "../test/classeurs/recettes/arrondissements.mjs";
import { CONDITIONS } from "../test/classeurs/recettes/conditions.mjs";
import { EPCI } from "../test/classeurs/recettes/epci.mjs";
import { HOSTILES } from "../test/classeurs/recettes/hostiles.mjs";
import { INACHEVES } from "../test/classeurs/recettes/inacheves.mjs";
import { MUTUALISANTS } from "../test/classeurs/recettes/mutualisants.mjs";
import { SIGNES } from "../test/classeurs/recettes/signes.mjs";
import { feuilleDessinee } from "./dessin-de-feuille.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/fichier")} */
const { ecrireXlsx } = require("../src/fichier");

/**
 * Ce qu'il faut dire d'un tableau ; les constats s'écrivent [gravité, code, commune, cellule, motif].
 * @typedef {object} TableauAttendu
 * @property {string} feuille
 * @property {string | null} plageDonnees
 * @property {string} type
 * @property {string} periode
 * @property {string | null} epci
 * @property {string} verdict
 * @property {[deficit: number | null, avantLu: number | null, avantLegal: number | null, apres: number | null]} totaux
 * @property {[gravite: string, code: string, commune: string | null, cellule: string | null, motif: string][]} constats
 */

/**
 * @typedef {object} Recette
 * @property {string} nom
 * @property {string} situation Ce que le classeur a de particulier, et le calcul fait à la main.
 * @property {import("../src/controle").ContexteDeControle | null} contexte
 * @property {import("./dessin-de-feuille.mjs").Dessin[]} feuilles
 * @property {string} verdict
 * @property {string[]} [duClasseur] Codes de ce qui se dit de plusieurs tableaux.
 * @property {TableauAttendu[]} tableaux
 */

const DOSSIER = new URL("../test/classeurs/fabriques/", import.meta.url);
const RECETTES = [
  ...MUTUALISANTS,
  ...CONDITIONS,
  ...ABAISSANTS,
  ...ARRONDISSEMENTS,
  ...EPCI,
  ...HOSTILES,
  ...INACHEVES,
  ...SIGNES,
];

const verifier = process.argv.includes("--verifier");
const fichiers = new Map(
  (await Promise.all(RECETTES.map(fabriquer))).flatMap((paire) => Object.entries(paire))
);
mkdirSync(DOSSIER, { recursive: true });
const enTrop = readdirSync(DOSSIER).filter((nom) => !fichiers.has(nom));
const changes = [...fichiers].filter(([nom, octets]) => !estLeMeme(nom, octets));
if (verifier) {
  const noms = [...enTrop, ...changes.map(([nom]) => nom)];
  for (const nom of noms) console.error(`${nom} n'est pas celui de sa recette.`);
  process.exitCode = noms.length > 0 ? 1 : 0;
} else {
  for (const nom of enTrop) console.error(`${nom} n'a plus de recette : supprimez-le.`);
  for (const [nom, octets] of changes) writeFileSync(new URL(nom, DOSSIER), octets);
}
console.log(`${RECETTES.length} classeurs, ${changes.length} fichiers changés.`);

/**
 * @param {string} nom
 * @param {Uint8Array} octets
 */
function estLeMeme(nom, octets) {
  const adresse = new URL(nom, DOSSIER);
  return existsSync(adresse) && Buffer.compare(readFileSync(adresse), octets) === 0;
}

/** @param {Recette} recette */
async function fabriquer({ nom, feuilles, duClasseur = [], tableaux, ...dit }) {
  const attendu = { ...dit, duClasseur, tableaux: tableaux.map(developper) };
  const options = { ...(await resolveConfig(new URL(import.meta.url))), parser: "json" };
  const json = await format(JSON.stringify(attendu, null, 2), options);
  const classeur = { feuilles: feuilles.map(feuilleDessinee), noms: [], active: 0 };
  return {
    [`${nom}.xlsx`]: await ecrireXlsx(classeur),
    [`${nom}.json`]: Buffer.from(json),
  };
}

/** @param {TableauAttendu} attendu */
function developper({ totaux: [deficit, avantLu, avantLegal, apres], constats, ...tableau }) {
  return {
    ...tableau,
    totaux: { deficit, avantLu, avantLegal, apres },
    constats: constats.map(([gravite, code, commune, cellule, motif]) => ({
      gravite,
      code,
      commune,
      cellule,
      motif,
    })),
  };
}
