import {
  BooleanNumber,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Nullable,
} from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { ClasseurXlsx } from "../../fichier";
import { ecrireZone } from "../adresse";
import { cellule, formule, scalaire } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { estCodeDErreur } from "../langue/formats";
import { POINTS_PAR_PIXEL } from "../modele/format";
import { zoneEtalee } from "../modele/plage";
import { enZone } from "../zones-univer";
import { graphiquesXlsx } from "./graphiques";
import { depuisImpression } from "./mise-en-page";
import { depuisUniver as styleDepuisUniver } from "./style";
import type { CelluleXlsx, FeuilleXlsx } from "./types";
import { validationsDe } from "./validations";

/** Le classeur tel qu'il est, prêt à être écrit en .xlsx. */
export function depuisUniver(ouvert: ClasseurOuvert): ClasseurXlsx {
  const feuilles = ouvert.univer.getSheets();
  const active = ouvert.univer.getActiveSheet().getSheetId();
  return {
    feuilles: feuilles.map((feuille) => feuilleDe(ouvert, feuille)),
    noms: ouvert.univer.getDefinedNames().map((defini) => ({
      nom: defini.getName(),
      reference: defini.getFormulaOrRefString().replace(/^=/, ""),
    })),
    active: Math.max(
      0,
      feuilles.findIndex((feuille) => feuille.getSheetId() === active)
    ),
  };
}

function feuilleDe(ouvert: ClasseurOuvert, feuille: FWorksheet): FeuilleXlsx {
  const { columnData = {}, rowData = {}, mergeData = [] } = feuille.getSheet().getConfig();
  const figees = feuille.getFreeze();
  const reglee = ouvert.impression.reglee(feuille.getSheetId());
  const validations = validationsDe(feuille);
  const graphiques = graphiquesXlsx(ouvert.graphiques.de(feuille.getSheetId()));
  return {
    nom: feuille.getSheetName(),
    masquee: feuille.isSheetHidden(),
    cellules: cellulesDe(ouvert, feuille),
    fusions: mergeData.map((plage) => ecrireZone(enZone(plage))),
    largeurs: enPoints(columnData, ({ w }) => w),
    // Une hauteur automatique n'est pas à écrire : Excel la recalcule.
    hauteurs: enPoints(rowData, ({ h, ia }) => (ia === BooleanNumber.FALSE ? h : undefined)),
    lignesMasquees: masques(rowData),
    colonnesMasquees: masques(columnData),
    lignesFigees: Math.max(0, figees.ySplit),
    colonnesFigees: Math.max(0, figees.xSplit),
    quadrillage: !feuille.hasHiddenGridLines(),
    ...(reglee && { impression: depuisImpression(reglee) }),
    ...(validations.length > 0 && { validations }),
    ...(graphiques.length > 0 && { graphiques }),
  };
}

function cellulesDe(ouvert: ClasseurOuvert, feuille: FWorksheet): CelluleXlsx[] {
  const etalees = ouvert.formules.getArrayFormulaCellData()[ouvert.id]?.[feuille.getSheetId()];
  const places = new Set<string>();
  const ajouter = (l: number, c: number) => places.add(`${l}:${c}`);
  feuille
    .getSheet()
    .getCellMatrix()
    .forValue((l, c, donnee) => {
      if (donnee) ajouter(l, c);
    });
  for (const [l, c] of placesDe(etalees)) ajouter(l, c);
  return [...places].flatMap((place) => {
    const [ligne = 0, colonne = 0] = place.split(":").map(Number);
    const lue = celluleDe(ouvert, feuille, ligne, colonne);
    const vide = lue.valeur === null && !lue.formule && !lue.style;
    return vide ? [] : [lue];
  });
}

function placesDe(cellules: IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined) {
  const lignes = Object.entries(cellules ?? {}) as [string, object][];
  return lignes.flatMap(([ligne, contenus]) =>
    Object.keys(contenus).map((colonne) => [Number(ligne), Number(colonne)] as const)
  );
}

function celluleDe(
  ouvert: ClasseurOuvert,
  feuille: FWorksheet,
  ligne: number,
  colonne: number
): CelluleXlsx {
  const donnee = cellule(ouvert, feuille, ligne, colonne);
  const valeur = scalaire(donnee);
  const trouvee = formule(ouvert, feuille, ligne, colonne);
  const etalee = trouvee && zoneEtalee(ouvert, feuille, ligne, colonne);
  const style = styleDepuisUniver(ouvert.univer.getWorkbook().getStyles().getStyleByCell(donnee));
  return {
    ligne,
    colonne,
    valeur: valeur === "" ? null : estCodeDErreur(valeur) ? { erreur: valeur } : valeur,
    ...(trouvee && { formule: trouvee }),
    ...(etalee && { etendue: ecrireZone(etalee) }),
    ...(style && { style }),
  };
}

type Rangs<T> = Record<number, T | null | undefined>;

function enPoints<T>(rangs: Rangs<T>, lire: (rang: T) => number | undefined): Map<number, number> {
  return new Map(
    Object.entries(rangs).flatMap(([rang, donnees]) => {
      const pixels = donnees && lire(donnees);
      return pixels ? [[Number(rang), pixels * POINTS_PAR_PIXEL] as const] : [];
    })
  );
}

function masques(rangs: Rangs<{ hd?: BooleanNumber }>): Set<number> {
  const caches = Object.entries(rangs).filter(([, donnees]) => donnees?.hd === BooleanNumber.TRUE);
  return new Set(caches.map(([rang]) => Number(rang)));
}
