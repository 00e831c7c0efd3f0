import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { ClasseurXlsx } from "../../fichier";
import { lireZone, type Zone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { POINTS_PAR_PIXEL } from "../modele/format";
import { enPlage } from "../zones-univer";
import { noter } from "./mise-en-page";
import { versUniver as styleVersUniver } from "./style";
import type { CelluleXlsx, FeuilleXlsx } from "./types";
import { poserValidation } from "./validations";

/** Grille minimale : on peut toujours taper sous et à côté du tableau. */
const LIGNES = 200;
const COLONNES = 26;
const MARGE_LIGNES = 50;
const MARGE_COLONNES = 5;

/** Instantané Univer d'un classeur lu. Les formules sont recalculées à l'ouverture, avec leurs étalements. */
export function donneesUniver(classeur: ClasseurXlsx): Partial<IWorkbookData> {
  const feuilles = classeur.feuilles.map((feuille, rang) => donneesDeFeuille(feuille, idDe(rang)));
  return {
    id: "classeur",
    sheetOrder: feuilles.map(({ id }) => id),
    sheets: Object.fromEntries(feuilles.map((feuille) => [feuille.id, feuille])),
  };
}

/** Ce que l'instantané ne porte pas : noms définis, mise en page, validations, feuille active ; puis tout est recalculé. */
export function completer(ouvert: ClasseurOuvert, lu: ClasseurXlsx): void {
  for (const { nom, reference } of lu.noms) ouvert.univer.insertDefinedName(nom, reference);
  lu.feuilles.forEach(({ impression, validations = [] }, rang) => {
    if (impression) noter(ouvert.impression.de(idDe(rang)), impression);
    const feuille = ouvert.univer.getSheetBySheetId(idDe(rang));
    if (!feuille) return;
    for (const validation of validations) poserValidation(ouvert, feuille, validation);
  });
  const active = ouvert.univer.getSheetBySheetId(idDe(lu.active));
  if (active) ouvert.univer.setActiveSheet(active);
  ouvert.calcul.recalculer();
}

function idDe(rang: number): string {
  return `f${rang + 1}`;
}

function donneesDeFeuille(
  feuille: FeuilleXlsx,
  id: string
): Partial<IWorksheetData> & { id: string } {
  const etalees = feuille.cellules.flatMap(({ etendue }) => (etendue ? zonesDe(etendue) : []));
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const cellule of feuille.cellules) {
    (cellData[cellule.ligne] ??= {})[cellule.colonne] = donneesDeCellule(cellule, etalees);
  }
  const { lignesFigees, colonnesFigees } = feuille;
  return {
    id,
    name: feuille.nom,
    hidden: oui(feuille.masquee),
    rowCount: auMoins(LIGNES, feuille.cellules, ({ ligne }) => ligne + MARGE_LIGNES),
    columnCount: auMoins(COLONNES, feuille.cellules, ({ colonne }) => colonne + MARGE_COLONNES),
    cellData,
    mergeData: feuille.fusions.flatMap(zonesDe).map(enPlage),
    columnData: dimensions(feuille.largeurs, feuille.colonnesMasquees, (w) => ({ w })),
    rowData: dimensions(feuille.hauteurs, feuille.lignesMasquees, (h) => ({ h, ia: 0 })),
    showGridlines: oui(feuille.quadrillage),
    freeze: {
      xSplit: colonnesFigees,
      ySplit: lignesFigees,
      startColumn: colonnesFigees || -1,
      startRow: lignesFigees || -1,
    },
  };
}

function auMoins(
  minimum: number,
  cellules: CelluleXlsx[],
  lire: (c: CelluleXlsx) => number
): number {
  return cellules.reduce((plusGrand, cellule) => Math.max(plusGrand, lire(cellule)), minimum);
}

function donneesDeCellule(cellule: CelluleXlsx, etalees: Zone[]): ICellData {
  const style = cellule.style ? { s: styleVersUniver(cellule.style) } : {};
  if (cellule.formule) return { f: cellule.formule, ...style };
  // Une valeur étalée reviendra de sa formule ; posée ici, elle empêcherait l'étalement.
  return etalees.some((zone) => contient(zone, cellule))
    ? style
    : { ...contenu(cellule), ...style };
}

function contenu({ valeur }: CelluleXlsx): ICellData {
  if (valeur === null) return {};
  if (typeof valeur === "number") return { v: valeur, t: CellValueType.NUMBER };
  if (typeof valeur === "boolean") return { v: valeur ? 1 : 0, t: CellValueType.BOOLEAN };
  const texte = typeof valeur === "string" ? valeur : valeur.erreur;
  return { v: texte, t: CellValueType.STRING };
}

function contient(zone: Zone, { ligne, colonne }: CelluleXlsx): boolean {
  const [i, j] = [ligne - zone.ligne, colonne - zone.colonne];
  return i >= 0 && j >= 0 && i < zone.hauteur && j < zone.largeur;
}

function dimensions<T extends object>(
  points: Map<number, number>,
  masquees: Set<number>,
  enPixels: (pixels: number) => T
): Record<number, Partial<T> & { hd?: BooleanNumber }> {
  const rangs = new Set([...points.keys(), ...masquees]);
  return Object.fromEntries(
    [...rangs].map((rang) => {
      const taille = points.get(rang);
      return [
        rang,
        {
          ...(taille !== undefined && enPixels(taille / POINTS_PAR_PIXEL)),
          ...(masquees.has(rang) && { hd: BooleanNumber.TRUE }),
        },
      ];
    })
  ) as Record<number, Partial<T> & { hd?: BooleanNumber }>;
}

function oui(vrai: boolean): BooleanNumber {
  return vrai ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function zonesDe(adresse: string): Zone[] {
  const zone = lireZone(adresse);
  return zone ? [zone] : [];
}
