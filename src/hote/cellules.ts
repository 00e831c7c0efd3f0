import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { remplir, type Zone } from "./adresse";
import type { ClasseurOuvert } from "./classeur-ouvert";
import { afficher } from "./langue/formats";
import { argumentInvalide } from "./fil/protocole";
import { lireContenu } from "./contenu";

/** Valeur d'une cellule sur le fil : une cellule vide vaut "". */
export type Scalaire = number | string | boolean;

/** Cellule d'Univer, étalement compris : une valeur étalée n'est pas dans la feuille elle-même. */
export function cellule(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): Nullable<ICellData> {
  const propre = feuille.getSheet().getCellRaw(ligne, colonne);
  const etalee = etalement(classeur, feuille)?.[ligne]?.[colonne];
  const vide = propre?.v === undefined || propre.v === null || propre.v === "";
  return etalee && vide ? { ...propre, v: etalee.v, t: etalee.t } : propre;
}

function etalement(classeur: ClasseurOuvert, feuille: FWorksheet) {
  return classeur.formules.getArrayFormulaCellData()[classeur.id]?.[feuille.getSheetId()];
}

/** Valeur stockée, dans son vrai type. */
export function scalaire(donnee: Nullable<ICellData>): Scalaire {
  const valeur = donnee?.v;
  if (valeur === undefined || valeur === null) return "";
  if (donnee?.t === CellValueType.BOOLEAN) return Boolean(Number(valeur)) || valeur === true;
  if (donnee?.t === CellValueType.NUMBER) return Number(valeur);
  return valeur;
}

/** Formule en écriture internationale, ou `null`. */
export function formule(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): string | null {
  const trouvee = classeur.formules.getFormulaStringByCell(
    ligne,
    colonne,
    feuille.getSheetId(),
    classeur.id
  );
  return trouvee || null;
}

export function formatDeNombre(feuille: FWorksheet, ligne: number, colonne: number): string {
  const style = feuille.getSheet().getComposedCellStyle(ligne, colonne);
  return style.n?.pattern || "General";
}

/** Texte affiché, à la française : « 1 250,5 », « 33 % », « VRAI », « #VALEUR! ». */
export function texteAffiche(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): string {
  const valeur = scalaire(cellule(classeur, feuille, ligne, colonne));
  return afficher(valeur, formatDeNombre(feuille, ligne, colonne));
}

/** Plus petit rectangle qui contient tout ce qui est rempli ; `null` si la feuille est vide. */
export function zoneUtilisee(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  valeursSeules: boolean
): Zone | null {
  let [haut, gauche, bas, droite] = [Infinity, Infinity, -1, -1];
  const compter = (ligne: number, colonne: number) => {
    haut = Math.min(haut, ligne);
    gauche = Math.min(gauche, colonne);
    bas = Math.max(bas, ligne);
    droite = Math.max(droite, colonne);
  };
  feuille
    .getSheet()
    .getCellMatrix()
    .forValue((ligne, colonne, donnee) => {
      if (estRemplie(donnee, valeursSeules)) compter(ligne, colonne);
    });
  for (const [ligne, cellules] of Object.entries(etalement(classeur, feuille) ?? {})) {
    for (const [colonne, donnee] of Object.entries(cellules as Record<string, ICellData>)) {
      if (estRemplie(donnee, true)) compter(Number(ligne), Number(colonne));
    }
  }
  if (bas < 0) return null;
  return { ligne: haut, colonne: gauche, hauteur: bas - haut + 1, largeur: droite - gauche + 1 };
}

export function estRemplie(donnee: Nullable<ICellData>, valeursSeules: boolean): boolean {
  if (!donnee) return false;
  const aUneValeur = donnee.v !== undefined && donnee.v !== null && donnee.v !== "";
  return aUneValeur || !!donnee.f || !!donnee.si || (!valeursSeules && !!donnee.s);
}

/** Écrit des contenus ; `null` laisse une cellule comme elle est, "" la vide. */
export function ecrireContenus(
  feuille: FWorksheet,
  zone: Zone,
  valeurs: unknown,
  interpreter: (valeur: unknown) => unknown = (valeur) => valeur
): void {
  agrandir(feuille, zone);
  const table = enTableau(zone, valeurs);
  const cellules: Record<number, Record<number, ICellData>> = {};
  remplir(zone, (ligne, colonne) => {
    const valeur = table[ligne - zone.ligne]?.[colonne - zone.colonne];
    const contenu = lireContenu(interpreter(valeur));
    if (contenu) (cellules[ligne] ??= {})[colonne] = contenu;
  });
  feuille.getRange(zone.ligne, zone.colonne, zone.hauteur, zone.largeur).setValues(cellules);
}

/** Une valeur seule vaut pour toute la zone ; un tableau doit en avoir les dimensions. */
export function enTableau(zone: Zone, valeurs: unknown): unknown[][] {
  if (!Array.isArray(valeurs)) return remplir(zone, () => valeurs);
  const lignes = valeurs as unknown[];
  const conforme =
    lignes.length === zone.hauteur &&
    lignes.every((ligne) => Array.isArray(ligne) && ligne.length === zone.largeur);
  if (conforme) return lignes as unknown[][];
  throw argumentInvalide(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range."
  );
}

/** Donne à la grille assez de lignes et de colonnes pour écrire. */
export function agrandir(feuille: FWorksheet, zone: Zone): void {
  const bas = zone.ligne + zone.hauteur;
  const droite = zone.colonne + zone.largeur;
  if (bas > feuille.getMaxRows()) feuille.setRowCount(bas + 20);
  if (droite > feuille.getMaxColumns()) feuille.setColumnCount(droite + 5);
}

/** Partie de la zone qui existe dans la grille : « A:A » n'a pas un million de lignes ici. */
export function dansLaGrille(feuille: FWorksheet, zone: Zone): Zone {
  return {
    ...zone,
    hauteur: Math.min(zone.hauteur, feuille.getMaxRows() - zone.ligne),
    largeur: Math.min(zone.largeur, feuille.getMaxColumns() - zone.colonne),
  };
}

/** La zone, la grille agrandie au besoin ; d'une ligne ou d'une colonne entière, ce qui existe déjà. */
export function zoneReelle(feuille: FWorksheet, zone: Zone): Zone {
  if (zone.largeur * zone.hauteur < ENTIERE) agrandir(feuille, zone);
  return dansLaGrille(feuille, zone);
}

/** Au-delà, une plage est une suite de lignes ou de colonnes entières, ou toute la feuille. */
const ENTIERE = 100_000;
