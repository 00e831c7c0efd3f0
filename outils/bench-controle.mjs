/** La vitesse du contrôle d'une feuille déjà lue, mesurée sur les pièces pures de `src` : trouver le tableau, en lire les données, dire les constats. */

import "./charger-ts.cjs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/controle")} */
const { controlerLecture } = require("../src/controle");
/** @type {typeof import("../src/tableau")} */
const { lireTableaux } = require("../src/tableau");

/** Contrôles faits avant de compter, le temps que le moteur compile, puis comptés. */
const ESSAIS = { chauffe: 5, comptes: 15 };

const TITRES = [
  "EPCI",
  "Commune",
  "LS manquants",
  "Écart (points)",
  "Taux de rattrapage avant",
  "Objectifs 2026-2028 avant mutualisation",
  "Objectifs 2026-2028 après mutualisation",
  "dont PLAI",
  "dont PLS",
];

/**
 * @param {number} communes
 * @param {number} epci
 * @returns {number} Durée médiane d'un contrôle, en millisecondes.
 */
export function dureeDUnControle(communes, epci) {
  const feuille = feuilleDe(communes, epci);
  const durees = Array.from({ length: ESSAIS.chauffe + ESSAIS.comptes }, () => {
    const debut = performance.now();
    controlerLecture(lireTableaux(feuille));
    return performance.now() - debut;
  }).slice(ESSAIS.chauffe);
  return durees.sort((a, b) => a - b)[Math.floor(durees.length / 2)] ?? NaN;
}

/**
 * @param {number} communes
 * @param {number} epci
 * @returns {import("../src/tableau").FeuilleLue}
 */
function feuilleDe(communes, epci) {
  const lignes = Array.from({ length: communes }, (_, rang) => {
    const deficit = 100 + ((rang * 97) % 600);
    const objectif = Math.ceil((deficit * 33) / 100);
    const nom = `CC n° ${Math.floor((rang * epci) / communes)}`;
    return [nom, `Commune ${rang}`, deficit, 5, 0.33, objectif, objectif, objectif, 0];
  });
  const cellules = [TITRES, ...lignes].map((ligne) =>
    ligne.map((valeur) => ({ valeur, texte: String(valeur), format: "General" }))
  );
  return { nom: "Feuil1", ligne: 0, colonne: 0, cellules };
}
