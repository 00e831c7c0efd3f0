/** La copie sans complément d'un grand fichier, et son témoin : de quoi la mesurer. */

import "./charger-ts.cjs";
import { createRequire } from "node:module";
import { unzipSync, zipSync } from "fflate";

/** @type {typeof import("../src/fichier")} */
const { ecrireXlsx, preparerCopie } = createRequire(import.meta.url)("../src/fichier");

/**
 * Un fichier de `lignes` appels de CMS.OBJECTIF, sa copie à formules natives, et le témoin : dézipper et rezipper cette copie sans y toucher.
 * @param {number} lignes
 */
export async function copieDEssai(lignes) {
  const original = await ecrireXlsx({ feuilles: [feuilleDObjectifs(lignes)], noms: [], active: 0 });
  const copier = async () => {
    const { rapport, ecrire } = await preparerCopie(original, { mode: "natif" });
    if (rapport.changements.length !== lignes || rapport.restes.length > 0) {
      throw new Error(`Copie : ${rapport.changements.length} formules converties sur ${lignes}.`);
    }
    return ecrire();
  };
  const copie = await copier();
  return { copier, temoin: () => zipSync(unzipSync(copie)) };
}

/**
 * @param {number} lignes
 * @returns {import("../src/fichier").FeuilleXlsx}
 */
function feuilleDObjectifs(lignes) {
  return feuilleDe(
    Array.from({ length: lignes }, (_, ligne) => [
      { ligne, colonne: 0, valeur: 1 + (ligne % 2000) },
      { ligne, colonne: 1, valeur: 0.5 + (ligne % 180) / 10 },
      { ligne, colonne: 2, valeur: 1, formule: `=CMS.OBJECTIF(A${ligne + 1},B${ligne + 1})` },
    ]).flat()
  );
}

/**
 * Une feuille sans mise en forme.
 * @param {import("../src/fichier").FeuilleXlsx["cellules"]} cellules
 * @returns {import("../src/fichier").FeuilleXlsx}
 */
export function feuilleDe(cellules) {
  return {
    nom: "Feuil1",
    masquee: false,
    cellules,
    fusions: [],
    largeurs: new Map(),
    hauteurs: new Map(),
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    lignesFigees: 0,
    colonnesFigees: 0,
    quadrillage: true,
  };
}
