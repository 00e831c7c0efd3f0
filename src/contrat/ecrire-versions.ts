import type { ObjectifSigne, VersionSignee } from "../controle";
import { TITRES_DE_COLONNES, type Bloc, type Forme, type Scalaire, type Style } from "../feuilles";
import { ecrireDate, typographier } from "../redaction";
import { adresseDe, plageDe } from "../tableau";
import { FILETS, REPERE } from "./lignes";
import {
  CHAMPS,
  REPERE_DE_VERSION,
  TITRES_DES_VERSIONS,
  type ChampDeVersion,
  type TableDesVersions,
} from "./situer-versions";
import { TITRES } from "./structure";

/** Largeur, en points, des colonnes de nombres qui passent la dernière colonne de réponses. */
export const LARGEUR_D_UN_NOMBRE = 54;
/** Colonnes de la table, repère compris. */
export const COLONNES_DES_VERSIONS = CHAMPS.length + 1;

const PRINCIPAL: Style = { gras: true, taille: 12 };
/** Sans renvoi à la ligne : la phrase déborde sur les colonnes vides à sa droite. */
const NOTE: Style = { taille: 9 };
const TITRES_ETROITS: Style = { ...TITRES_DE_COLONNES, taille: 9 };
const VALEUR: Style = { ...FILETS, taille: 9, vertical: "milieu", renvoiALaLigne: true };
/** En texte : Excel n'y prend ni une date pour une autre, ni une période pour une soustraction. */
const TEXTE: Style = { format: "@" };
const NOMBRES: Readonly<Partial<Record<ChampDeVersion, Style>>> = {
  inventaire: { format: "0" },
  deficit: { format: "#,##0" },
  objectifLegal: { format: "#,##0" },
  objectif: { format: "#,##0", gras: true },
  plai: { format: "#,##0" },
  pls: { format: "#,##0" },
};

/** De quoi poser le titre, la phrase et les titres de colonnes de la table ; elle prend trois lignes à partir de `ligne`, comptée à partir de 0. */
export function titrerLesVersions(
  ligne: number,
  repere: number
): { blocs: Bloc[]; styles: Forme[]; table: TableDesVersions } {
  const titres = ligne + 2;
  const phrase = typographier(
    "Ce qui a été signé et reste opposable. Rien n'y est récrit : un avenant s'ajoute dessous. Gardez les titres et la colonne Repère."
  );
  return {
    blocs: [
      { ancre: adresseDe(ligne, repere), contenus: [["Versions signées du contrat"]] },
      { ancre: adresseDe(ligne + 1, repere), contenus: [[phrase]] },
      {
        ancre: adresseDe(titres, repere),
        contenus: [[TITRES.repere, ...Object.values(TITRES_DES_VERSIONS)]],
      },
    ],
    styles: [
      { plage: adresseDe(ligne, repere), style: PRINCIPAL, hauteur: 20 },
      { plage: adresseDe(ligne + 1, repere), style: NOTE, hauteur: 16 },
      {
        plage: plageDe(titres, repere, 1, COLONNES_DES_VERSIONS),
        style: TITRES_ETROITS,
        hauteur: 28,
      },
    ],
    table: {
      titres,
      colonnes: Object.fromEntries(CHAMPS.map((champ, rang) => [champ, repere + 1 + rang])),
      lignes: [],
    },
  };
}

/** Les lignes de ces versions, d'un seul bloc, à partir de `ligne`, comptée à partir de 0. */
export function ecrireVersions(
  versions: readonly VersionSignee[],
  ligne: number,
  repere: number,
  { colonnes }: TableDesVersions
): { blocs: Bloc[]; styles: Forme[]; lignes: number } {
  const droite = Math.max(repere, ...Object.values(colonnes));
  const rangees = versions.flatMap((version) =>
    version.communes.map((commune) => {
      const rangee = Array<Scalaire>(droite - repere + 1).fill(null);
      rangee[0] = REPERE_DE_VERSION;
      for (const [champ, contenu] of Object.entries(champsDe(version, commune))) {
        const colonne = colonnes[champ as ChampDeVersion];
        if (colonne !== undefined) rangee[colonne - repere] = contenu;
      }
      return rangee;
    })
  );
  const lignes = rangees.length;
  if (lignes === 0) return { blocs: [], styles: [], lignes };
  const plage = plageDe(ligne, repere, lignes, droite - repere + 1);
  return {
    blocs: [{ ancre: adresseDe(ligne, repere), contenus: rangees }],
    styles: [
      // Le format d'abord : le classeur embarqué relit un texte à zéro de tête qui a déjà son renvoi à la ligne.
      ...CHAMPS.flatMap((champ) => {
        const colonne = colonnes[champ];
        if (colonne === undefined) return [];
        return [{ plage: plageDe(ligne, colonne, lignes, 1), style: NOMBRES[champ] ?? TEXTE }];
      }),
      { plage, style: VALEUR },
      { plage: plageDe(ligne, repere, lignes, 1), style: REPERE },
    ],
    lignes,
  };
}

export const NOMS_DES_TYPES: Readonly<Record<VersionSignee["type"], string>> = {
  abaissant: "Abaissant",
  mutualisant: "Mutualisant",
  "sans aménagement": "Sans aménagement",
  arrondissements: "Arrondissements",
};

function champsDe(
  version: VersionSignee,
  commune: ObjectifSigne
): Record<ChampDeVersion, Scalaire> {
  const { nom, ...nombres } = commune;
  return {
    epci: version.epci,
    commune: nom,
    signeLe: ecrireDate(version.signeLe),
    version: version.avenant === 0 ? "Signé" : `Avenant ${version.avenant}`,
    type: NOMS_DES_TYPES[version.type],
    periode: version.periode,
    inventaire: version.inventaire,
    ...nombres,
  };
}
