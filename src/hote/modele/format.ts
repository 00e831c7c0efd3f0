import {
  BooleanNumber,
  HorizontalAlign,
  ICommandService,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { SetStyleCommand, type ISetStyleCommandParams } from "@univerjs/sheets";
import type { FRange, FWorksheet } from "@univerjs/sheets/facade";
import { remplir, type Zone } from "../adresse";
import { agrandir, dansLaGrille } from "../cellules";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { booleen, nombre, parmi, texte } from "../fil/arguments";
import { lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { objetBordures } from "./bordures";

/** Un pixel d'Univer vaut 0,75 point d'Excel. */
export const POINTS_PAR_PIXEL = 0.75;

const HORIZONTAL: Record<string, HorizontalAlign> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

/** Lit et écrit le style d'une plage. Une propriété qui n'est pas la même partout se lit `null`. */
class StyleDePlage {
  constructor(
    private readonly classeur: ClasseurOuvert,
    private readonly feuille: FWorksheet,
    private readonly zone: Zone
  ) {}

  get univer(): FRange {
    agrandir(this.feuille, dansLaGrille(this.feuille, this.zone));
    const { ligne, colonne, hauteur, largeur } = dansLaGrille(this.feuille, this.zone);
    return this.feuille.getRange(ligne, colonne, hauteur, largeur);
  }

  commun<T>(lire: (style: IStyleData) => T): T | null {
    const reelle = dansLaGrille(this.feuille, this.zone);
    const interne = this.feuille.getSheet();
    const valeurs = remplir(reelle, (l, c) => lire(interne.getComposedCellStyle(l, c))).flat();
    const [premiere] = valeurs;
    return premiere !== undefined && valeurs.every((v) => v === premiere) ? premiere : null;
  }

  propriete(lire: (style: IStyleData) => unknown, ecrire: (valeur: unknown) => void): Propriete {
    return lectureEcriture(() => this.commun(lire), ecrire);
  }

  /** Pose une seule abréviation de style, sans toucher au reste. */
  poser<C extends keyof IStyleData>(type: C, value: IStyleData[C]): void {
    const plage = this.univer;
    this.classeur.injector.get(ICommandService).syncExecuteCommand(SetStyleCommand.id, {
      unitId: plage.getUnitId(),
      subUnitId: plage.getSheetId(),
      range: plage.getRange(),
      style: { type, value },
    } satisfies ISetStyleCommandParams<IStyleData[C]>);
  }
}

/** Objet « RangeFormat » du fil. */
export function objetFormat(classeur: ClasseurOuvert, feuille: FWorksheet, zone: Zone): ObjetHote {
  const style = new StyleDePlage(classeur, feuille, zone);
  return {
    type: "RangeFormat",
    proprietes: { ...alignements(style), ...dimensions(feuille, zone) },
    objets: {
      Fill: () => objetFond(style),
      Font: () => objetPolice(style),
      Borders: () => objetBordures(classeur, feuille, zone),
    },
    methodes: {
      AutofitRows: () => {
        const reelle = dansLaGrille(feuille, zone);
        feuille.setRowAutoHeight(reelle.ligne, reelle.hauteur);
      },
    },
  };
}

function alignements(style: StyleDePlage): Record<string, Propriete> {
  return {
    HorizontalAlignment: style.propriete(
      ({ ht }) => nomDe(HORIZONTAL, ht ?? HorizontalAlign.UNSPECIFIED),
      (valeur) => style.poser("ht", parmi(HORIZONTAL, valeur))
    ),
    VerticalAlignment: style.propriete(
      ({ vt }) => nomDe(VERTICAL, vt ?? VerticalAlign.BOTTOM),
      (valeur) => style.poser("vt", parmi(VERTICAL, valeur))
    ),
    WrapText: style.propriete(
      ({ tb }) => tb === WrapStrategy.WRAP,
      (valeur) => style.univer.setWrap(booleen(valeur))
    ),
  };
}

function nomDe<T>(noms: Record<string, T>, valeur: T): string | null {
  return Object.keys(noms).find((nom) => noms[nom] === valeur) ?? null;
}

function dimensions(feuille: FWorksheet, zone: Zone): Record<string, Propriete> {
  const communes = (debut: number, combien: number, mesurer: (rang: number) => number) => {
    const mesures = Array.from({ length: combien }, (_, i) => mesurer(debut + i));
    const [premiere] = mesures;
    const pareilles = premiere !== undefined && mesures.every((m) => m === premiere);
    return pareilles ? premiere * POINTS_PAR_PIXEL : null;
  };
  const reelle = () => {
    if (zone.largeur * zone.hauteur < 100_000) agrandir(feuille, zone);
    return dansLaGrille(feuille, zone);
  };
  return {
    ColumnWidth: lectureEcriture(
      () => {
        const { colonne, largeur } = reelle();
        return communes(colonne, largeur, (rang) => feuille.getColumnWidth(rang));
      },
      (points) => {
        const { colonne, largeur } = reelle();
        feuille.setColumnWidths(colonne, largeur, nombre(points) / POINTS_PAR_PIXEL);
      }
    ),
    RowHeight: lectureEcriture(
      () => {
        const { ligne, hauteur } = reelle();
        return communes(ligne, hauteur, (rang) => feuille.getRowHeight(rang));
      },
      (points) => {
        const { ligne, hauteur } = reelle();
        feuille.setRowHeightsForced(ligne, hauteur, nombre(points) / POINTS_PAR_PIXEL);
      }
    ),
  };
}

function objetFond(style: StyleDePlage): ObjetHote {
  return {
    type: "RangeFill",
    proprietes: {
      Color: style.propriete(
        ({ bg }) => couleur(bg?.rgb, "#FFFFFF"),
        (valeur) => style.univer.setBackground(texte(valeur))
      ),
    },
    methodes: { Clear: () => style.poser("bg", null) },
  };
}

function objetPolice(style: StyleDePlage): ObjetHote {
  return {
    type: "RangeFont",
    proprietes: {
      Bold: style.propriete(
        ({ bl }) => bl === BooleanNumber.TRUE,
        (valeur) => style.univer.setFontWeight(booleen(valeur) ? "bold" : "normal")
      ),
      Italic: style.propriete(
        ({ it }) => it === BooleanNumber.TRUE,
        (valeur) => style.univer.setFontStyle(booleen(valeur) ? "italic" : "normal")
      ),
      Underline: style.propriete(
        ({ ul }) => (ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
        (valeur) => style.univer.setFontLine(texte(valeur) === "None" ? "none" : "underline")
      ),
      Color: style.propriete(
        ({ cl }) => couleur(cl?.rgb, "#000000"),
        (valeur) => style.univer.setFontColor(texte(valeur))
      ),
      Size: style.propriete(
        ({ fs }) => fs ?? 11,
        (valeur) => style.univer.setFontSize(nombre(valeur))
      ),
      Name: style.propriete(
        ({ ff }) => ff ?? "Calibri",
        (valeur) => style.univer.setFontFamily(texte(valeur))
      ),
    },
  };
}

function couleur(rgb: Nullable<string>, defaut: string): string {
  return rgb ? rgb.toUpperCase() : defaut;
}
