/** Le recalcul des formules ordinaires par LibreOffice, contre celui de formules écrites à la main : temps d'ouverture compris, le fichier nu déduit. */

import "./charger-ts.cjs";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { feuilleDe } from "./copie-d-essai.mjs";
import { lancerLibreOffice, poserLeRecalcul, soffice } from "./libreoffice.cjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/fichier")} */
const { ecrireXlsx } = require("../src/fichier");
/** @type {typeof import("../src/natif")} */
const { convertirFormule } = require("../src/natif");

/** Bien plus que 10 000 : sinon, le recalcul se perd dans l'ouverture du fichier. */
export const LIGNES_RECALCULEES = 100_000;
const TOURS = 5;
/** Valeur enregistrée sous chaque formule : celle qui resterait sans recalcul. */
const PERIMEE = -1;

/**
 * La formule du complément, et celle qu'écrirait à la main quelqu'un de soigneux : le même nombre, une erreur devant les mêmes saisies. NA(), et
 * non #VALUE! écrit tel quel, que LibreOffice recalcule six fois plus lentement : la plus rapide des deux est la référence. « # » : le rang de la
 * ligne. A : manquants ou logements sociaux ; B : écart ; C : résidences.
 */
const FORMULES = [
  ["CMS.OBJECTIF(A#,B#)", aLaMain("33%", "50%", "100%")],
  ['CMS.PLANCHER(A#,B#,"abaissant")', aLaMain("25%", "40%", "80%")],
  [
    "CMS.TAUX.LS(A#,C#)",
    "IF(OR(NOT(ISNUMBER(A#)),NOT(ISNUMBER(C#)),A#<0,A#<>INT(A#),C#<=0,C#<>INT(C#),A#>C#),NA(),A#/C#)",
  ],
];

/**
 * @param {string} plusDe4
 * @param {string} de2A4
 * @param {string} moinsDe2
 */
function aLaMain(plusDe4, de2A4, moinsDe2) {
  const refus =
    "NOT(ISNUMBER(A#)),NOT(ISNUMBER(B#)),A#<=0,A#<>INT(A#),B#<=0,B#>25,AND(B#<=0.25,A#>500*B#)";
  const taux = `IF(ROUND(B#,6)>4,${plusDe4},IF(ROUND(B#,6)>=2,${de2A4},${moinsDe2}))`;
  return `IF(OR(${refus}),NA(),ROUNDUP(ROUND(A#*${taux},6),0))`;
}

/**
 * Par formule, ce que prend la formule convertie et ce que prend l'autre ; `null` sans LibreOffice.
 * @returns {Promise<{ appel: string, convertie: number, aLaMain: number }[] | null>} Durées nettes, en millisecondes, pour `LIGNES_RECALCULEES` lignes.
 */
export async function dureesDuRecalcul() {
  if (!soffice) return null;
  const dossier = mkdtempSync(join(tmpdir(), "bench-libreoffice-"));
  try {
    return await mesurerDans(dossier);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

/** @param {string} dossier */
async function mesurerDans(dossier) {
  const textes = [null, ...FORMULES.flatMap(([appel = "", main = ""]) => [convertir(appel), main])];
  for (const [rang, texte] of textes.entries()) {
    const classeur = { feuilles: [feuilleDEssai(texte)], noms: [], active: 0 };
    writeFileSync(join(dossier, `${rang}.xlsx`), await ecrireXlsx(classeur));
  }
  const profil = join(dossier, "profil");
  poserLeRecalcul(profil);
  ouvrir(dossier, profil, 0);
  /** @type {number[][]} */
  const durees = textes.map(() => []);
  for (let tour = 0; tour < TOURS; tour += 1) {
    for (const [rang, mesures] of durees.entries()) mesures.push(ouvrir(dossier, profil, rang));
  }
  // Le plus court des tours : c'est le moins ralenti par le reste de la machine.
  const net = (/** @type {number} */ rang) =>
    Math.min(...(durees[rang] ?? [])) - Math.min(...(durees[0] ?? []));
  return FORMULES.map(([appel = ""], rang) => ({
    appel: appel.replaceAll("#", ""),
    convertie: net(1 + 2 * rang),
    aLaMain: net(2 + 2 * rang),
  }));
}

/**
 * @param {string} dossier
 * @param {string} profil
 * @param {number} rang
 * @returns {number} En millisecondes.
 */
function ouvrir(dossier, profil, rang) {
  const sortie = join(dossier, "sortie");
  const debut = performance.now();
  lancerLibreOffice(profil, ["csv", "--outdir", sortie, join(dossier, `${rang}.xlsx`)]);
  const duree = performance.now() - debut;
  const ecrit = join(sortie, `${rang}.csv`);
  if (!existsSync(ecrit)) throw new Error("LibreOffice n'a rien écrit : recommencez la mesure.");
  if (rang > 0 && readFileSync(ecrit, "utf8").includes(`,${PERIMEE}\n`)) {
    throw new Error("LibreOffice n'a pas recalculé : la mesure ne vaut rien.");
  }
  rmSync(ecrit);
  return duree;
}

/** @param {string} appel */
function convertir(appel) {
  const { formule, restants } = convertirFormule(appel.replaceAll("#", "1"), true);
  if (restants.length > 0) throw new Error(`${appel} ne se convertit pas.`);
  return formule.replace(/(?<![A-Z])([ABC])1(?!\d)/g, "$1#");
}

/** @param {string | null} formule */
function feuilleDEssai(formule) {
  return feuilleDe(
    Array.from({ length: LIGNES_RECALCULEES }, (_, ligne) => [
      { ligne, colonne: 0, valeur: 1 + (ligne % 2000) },
      { ligne, colonne: 1, valeur: 0.5 + (ligne % 180) / 10 },
      { ligne, colonne: 2, valeur: 3000 + (ligne % 2000) },
      {
        ...{ ligne, colonne: 3, valeur: PERIMEE },
        ...(formule !== null && { formule: `=${formule.replaceAll("#", String(ligne + 1))}` }),
      },
    ]).flat()
  );
}
