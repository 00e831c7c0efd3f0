/** La vitesse de notre code quand le dossier entier se prépare : chaque feuille planifiée, sans le temps que prend Excel à les écrire. */

import "./charger-ts.cjs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/controle")} */
const { controlerLecture } = require("../src/controle");
/** @type {typeof import("../src/feuilles")} */
const { FEUILLES_DU_DOSSIER, rassembler } = require("../src/feuilles");
/** @type {typeof import("../src/tableau")} */
const { lireTableaux } = require("../src/tableau");

/** Dossiers planifiés avant de compter, le temps que le moteur compile, puis comptés. */
const ESSAIS = { chauffe: 5, comptes: 15 };

const TITRES = [
  "Commune",
  "LS manquants",
  "Écart (points)",
  "Objectifs 2026-2028 après mutualisation",
];

/**
 * @param {number} communes
 * @returns {number} Durée médiane, en millisecondes, tableau déjà contrôlé.
 */
export function dureeDuDossier(communes) {
  const lignes = Array.from({ length: communes }, (_, rang) => {
    const deficit = 100 + ((rang * 97) % 600);
    return [`Commune ${rang}`, deficit, 5, Math.ceil((deficit * 33) / 100)];
  });
  const cellules = [TITRES, ...lignes].map((ligne) =>
    ligne.map((valeur) => ({ valeur, texte: String(valeur), format: "General" }))
  );
  const lecture = lireTableaux({ nom: "Feuil1", ligne: 0, colonne: 0, cellules });
  const [controle] = controlerLecture(lecture).controles;
  if (!controle) throw new Error("Aucun tableau reconnu.");
  const durees = Array.from({ length: ESSAIS.chauffe + ESSAIS.comptes }, () => {
    const debut = performance.now();
    const matiere = rassembler(controle, "complement", true);
    for (const feuille of FEUILLES_DU_DOSSIER) feuille.planifier(matiere, "Feuille");
    return performance.now() - debut;
  }).slice(ESSAIS.chauffe);
  return durees.sort((a, b) => a - b)[Math.floor(durees.length / 2)] ?? NaN;
}
