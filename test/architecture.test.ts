import { execFileSync } from "node:child_process";

/** Un fichier de chaque pièce : ESLint, qui connaît les types, veut un fichier du projet, dont on remplace le texte. */
const FICHIERS = {
  regles: "src/regles/bareme.ts",
  tableau: "src/tableau/cellule.ts",
  territoire: "src/territoire/index.ts",
  natif: "src/natif/index.ts",
  controle: "src/controle/index.ts",
  suivi: "src/suivi/index.ts",
  feuilles: "src/feuilles/plan.ts",
  contrat: "src/contrat/index.ts",
  fonctions: "src/fonctions/index.ts",
  classeur: "src/classeur/index.ts",
  volet: "src/volet/index.tsx",
  commande: "src/commande/index.ts",
  hote: "src/hote/index.ts",
};

type Piece = keyof typeof FICHIERS;

const REFUSES: [Piece, string, string][] = [
  ["regles", 'export * from "../tableau";', "maison/pieces"],
  ["regles", 'import fs from "node:fs";\nexport default fs;', "maison/pieces"],
  ["regles", "export const aujourdhui = () => new Date();", "no-restricted-globals"],
  ["regles", "export const maintenant = () => Date.now();", "no-restricted-globals"],
  ["regles", "export const sort = () => Math.random();", "no-restricted-properties"],
  ["regles", "export const page = () => document.title;", "no-restricted-globals"],
  ["regles", "export const largeur = () => window.innerWidth;", "no-restricted-globals"],
  ["regles", "export const hote = () => Office.context.host;", "no-restricted-globals"],
  ["tableau", 'export * from "../controle";', "maison/pieces"],
  ["territoire", 'export * from "../tableau";', "maison/pieces"],
  ["territoire", "export const aujourdhui = () => new Date();", "no-restricted-globals"],
  ["natif", 'export * from "../tableau";', "maison/pieces"],
  ["controle", 'export * from "../regles/bareme";', "maison/pieces"],
  ["controle", 'export type Contenu = import("../feuilles").Contenu;', "maison/pieces"],
  ["feuilles", 'export { lireFeuille } from "../classeur";', "maison/pieces"],
  ["suivi", 'export * from "../redaction";', "maison/pieces"],
  ["suivi", "export const aujourdhui = () => new Date();", "no-restricted-globals"],
  ["contrat", 'export * from "../fichier";', "maison/pieces"],
  ["contrat", "export const maintenant = () => Date.now();", "no-restricted-globals"],
  ["fonctions", 'export * from "../volet";', "maison/pieces"],
  ["classeur", 'export * from "../redaction";', "maison/pieces"],
  ["volet", 'export * from "../hote";', "maison/pieces"],
  ["volet", 'export const charger = () => import("../hote");', "maison/pieces"],
  ["volet", 'export * from "../commande";', "maison/pieces"],
  ["volet", 'export * from "lodash";', "maison/pieces"],
  ["volet", 'export * from "../../outils/adresse.cjs";', "maison/pieces"],
  ["volet", 'console.log("trace");', "no-console"],
  ["commande", 'export * from "../classeur";', "maison/pieces"],
  ["commande", 'export * from "fflate";', "maison/pieces"],
  ["hote", 'export * from "../classeur";', "maison/pieces"],
];

const PERMIS: [Piece, string][] = [
  ["regles", 'export * from "./nombre";'],
  ["controle", 'export * from "../tableau";'],
  ["feuilles", 'export * from "../redaction/index";'],
  ["volet", 'export const charger = () => import("../classeur");'],
  ["volet", 'export { useState } from "react";'],
  ["commande", 'export { readFile } from "node:fs/promises";'],
  ["hote", 'export * from "@univerjs/core";'],
];

let regles: string[][];

beforeAll(() => {
  const cas = [...REFUSES, ...PERMIS].map(([piece, source]) => ({
    fichier: FICHIERS[piece],
    source: `${source}\n`,
  }));
  const options = { input: JSON.stringify(cas), encoding: "utf8" } as const;
  regles = JSON.parse(execFileSync(process.execPath, ["test/analyser.mjs"], options)) as string[][];
}, 120_000);

test.each(REFUSES.map((cas, rang) => ({ piece: cas[0], source: cas[1], regle: cas[2], rang })))(
  "$piece : « $source » est refusé",
  ({ regle, rang }) => {
    expect(regles[rang]).toContain(regle);
  }
);

test.each(PERMIS.map(([piece, source], rang) => ({ piece, source, rang })))(
  "$piece : « $source » est permis",
  ({ rang }) => {
    expect(regles[REFUSES.length + rang]).toEqual([]);
  }
);
