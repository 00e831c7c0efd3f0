import { normaliserMot } from "../regles";
import type { Cases } from "./structure";

/** Repère d'une ligne de version. */
export const REPERE_DE_VERSION = "version";

/** Les titres de la table, dans l'ordre où elle s'écrit : les plus longs sous les colonnes larges de la feuille. */
export const TITRES_DES_VERSIONS = {
  epci: "EPCI",
  commune: "Commune",
  signeLe: "Signé le",
  version: "Version",
  type: "Type de contrat",
  periode: "Période",
  inventaire: "Inventaire",
  insee: "Code INSEE",
  deficit: "Manquants",
  objectifLegal: "Objectif légal",
  objectif: "Objectif signé",
  plai: "PLAI au moins",
  pls: "PLS au plus",
} as const;

export type ChampDeVersion = keyof typeof TITRES_DES_VERSIONS;
export const CHAMPS = Object.keys(TITRES_DES_VERSIONS) as ChampDeVersion[];

/** Sans eux, une ligne ne dit ni de quel contrat elle est, ni ce qui est signé ; les autres peuvent manquer. */
const NECESSAIRES: readonly ChampDeVersion[] = [
  "epci",
  "commune",
  "signeLe",
  "version",
  "type",
  "periode",
  "objectif",
];

/** Où est la table des versions signées. */
export interface TableDesVersions {
  titres: number;
  colonnes: Readonly<Partial<Record<ChampDeVersion, number>>>;
  /** Ses lignes remplies. */
  lignes: number[];
}

/** Retrouve la table par ses titres ; `null` si la feuille ne l'a pas. */
export function situerVersions(
  cases: Cases,
  depuis: number,
  repere: number
): TableDesVersions | null {
  for (const titres of cases.lignes(depuis)) {
    const colonnes = colonnesDesTitres(cases, titres, repere);
    if (!NECESSAIRES.every((champ) => colonnes[champ] !== undefined)) continue;
    return { titres, colonnes, lignes: lignesDe(cases, titres, colonnes, repere) };
  }
  return null;
}

/** Des lignes de version dont les titres ont disparu. */
export function versionsSansTitres(cases: Cases, depuis: number, repere: number): number[] {
  return cases.lignes(depuis).filter((ligne) => cases.mot(ligne, repere) === REPERE_DE_VERSION);
}

/** Cette ligne porte les titres des versions : ce ne sont pas ceux des réponses. */
export function titreDesVersions(cases: Cases, ligne: number): boolean {
  const mots = cases.colonnes().map((colonne) => cases.mot(ligne, colonne));
  return mots.includes(normaliserMot(TITRES_DES_VERSIONS.objectif));
}

function colonnesDesTitres(
  cases: Cases,
  ligne: number,
  repere: number
): TableDesVersions["colonnes"] {
  const mots = cases
    .colonnes(repere)
    .map((colonne) => ({ colonne, mot: cases.mot(ligne, colonne) }));
  if (mots.every(({ mot }) => mot === "")) return {};
  return Object.fromEntries(
    CHAMPS.flatMap((champ) => {
      const titre = normaliserMot(TITRES_DES_VERSIONS[champ]);
      const trouve = mots.find(({ mot }) => mot === titre);
      return trouve ? [[champ, trouve.colonne]] : [];
    })
  );
}

/** Par leur repère, où qu'elles soient ; sans lui, sous les titres tant que les lignes se suivent. */
function lignesDe(
  cases: Cases,
  titres: number,
  { commune, objectif }: TableDesVersions["colonnes"],
  repere: number
): number[] {
  const lignes: number[] = [];
  let suivie = true;
  for (const ligne of cases.lignes(titres + 1)) {
    const mot = cases.mot(ligne, repere);
    const remplie = [commune, objectif].some(
      (colonne) => colonne !== undefined && !cases.estVide(ligne, colonne)
    );
    suivie &&= remplie && (mot === "" || mot === REPERE_DE_VERSION);
    if (suivie || mot === REPERE_DE_VERSION) lignes.push(ligne);
  }
  return lignes;
}
