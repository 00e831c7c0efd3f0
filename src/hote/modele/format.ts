import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import {
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  type ISetWorksheetColWidthMutationParams,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { remplir, type Zone } from "../adresse";
import { dansLaGrille, zoneReelle } from "../cellules";
import { muter } from "../annulation";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { booleen, nombre, parmi, texte } from "../fil/arguments";
import { lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { enPlage } from "../zones-univer";
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

  propriete<T>(lire: (style: IStyleData) => T, ecrire: (valeur: unknown) => IStyleData): Propriete {
    return lectureEcriture(
      () => this.commun(lire),
      (valeur) => this.poser(ecrire(valeur))
    );
  }

  poser(style: IStyleData): void {
    remplir(zoneReelle(this.feuille, this.zone), (ligne, colonne) =>
      this.classeur.styles.poser(this.feuille, ligne, colonne, style)
    );
  }

  private commun<T>(lire: (style: IStyleData) => T): T | null {
    const valeurs = remplir(dansLaGrille(this.feuille, this.zone), (ligne, colonne) =>
      lire(this.classeur.styles.lire(this.feuille, ligne, colonne))
    ).flat();
    const [premiere] = valeurs;
    return premiere !== undefined && valeurs.every((v) => v === premiere) ? premiere : null;
  }
}

/** Objet « RangeFormat » du fil. */
export function objetFormat(classeur: ClasseurOuvert, feuille: FWorksheet, zone: Zone): ObjetHote {
  const style = new StyleDePlage(classeur, feuille, zone);
  return {
    type: "RangeFormat",
    proprietes: { ...alignements(style), ...dimensions(classeur, feuille, zone) },
    objets: {
      Fill: () => objetFond(style),
      Font: () => objetPolice(style),
      Borders: () => objetBordures(classeur, feuille, zone),
    },
    methodes: {
      AutofitRows: () => {
        const reelle = dansLaGrille(feuille, zone);
        classeur.styles.faire();
        feuille.setRowAutoHeight(reelle.ligne, reelle.hauteur);
      },
    },
  };
}

function alignements(style: StyleDePlage): Record<string, Propriete> {
  return {
    HorizontalAlignment: style.propriete(
      ({ ht }) => nomDe(HORIZONTAL, ht ?? HorizontalAlign.UNSPECIFIED),
      (valeur) => ({ ht: parmi(HORIZONTAL, valeur) })
    ),
    VerticalAlignment: style.propriete(
      ({ vt }) => nomDe(VERTICAL, vt ?? VerticalAlign.BOTTOM),
      (valeur) => ({ vt: parmi(VERTICAL, valeur) })
    ),
    WrapText: style.propriete(
      ({ tb }) => tb === WrapStrategy.WRAP,
      (valeur) => ({ tb: booleen(valeur) ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED })
    ),
  };
}

function nomDe<T>(noms: Record<string, T>, valeur: T): string | null {
  return Object.keys(noms).find((nom) => noms[nom] === valeur) ?? null;
}

function dimensions(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  zone: Zone
): Record<string, Propriete> {
  const communes = (debut: number, combien: number, mesurer: (rang: number) => number) => {
    const mesures = Array.from({ length: combien }, (_, i) => mesurer(debut + i));
    const [premiere] = mesures;
    const pareilles = premiere !== undefined && mesures.every((m) => m === premiere);
    return pareilles ? premiere * POINTS_PAR_PIXEL : null;
  };
  const reelle = () => zoneReelle(feuille, zone);
  return {
    ColumnWidth: lectureEcriture(
      () => {
        const { colonne, largeur } = reelle();
        return communes(colonne, largeur, (rang) => feuille.getColumnWidth(rang));
      },
      (points) => {
        elargir(classeur, feuille, reelle(), nombre(points) / POINTS_PAR_PIXEL);
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

/** Excel ne remesure pas les lignes quand une colonne change de largeur. */
function elargir(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  { colonne, largeur }: Zone,
  pixels: number
): void {
  const params: ISetWorksheetColWidthMutationParams = {
    unitId: classeur.id,
    subUnitId: feuille.getSheetId(),
    ranges: [enPlage({ ligne: 0, colonne, hauteur: feuille.getMaxRows(), largeur })],
    colWidth: pixels,
  };
  const { id } = SetWorksheetColWidthMutation;
  const avant = SetWorksheetColWidthMutationFactory(params, feuille.getSheet());
  muter(classeur.injector, [{ id, params }], [{ id, params: avant }]);
}

function objetFond(style: StyleDePlage): ObjetHote {
  return {
    type: "RangeFill",
    proprietes: {
      Color: style.propriete(
        ({ bg }) => couleur(bg?.rgb, "#FFFFFF"),
        (valeur) => ({ bg: { rgb: texte(valeur) } })
      ),
    },
    methodes: { Clear: () => style.poser({ bg: null }) },
  };
}

function objetPolice(style: StyleDePlage): ObjetHote {
  return {
    type: "RangeFont",
    proprietes: {
      Bold: style.propriete(
        ({ bl }) => bl === BooleanNumber.TRUE,
        (valeur) => ({ bl: enChiffre(booleen(valeur)) })
      ),
      Italic: style.propriete(
        ({ it }) => it === BooleanNumber.TRUE,
        (valeur) => ({ it: enChiffre(booleen(valeur)) })
      ),
      Underline: style.propriete(
        ({ ul }) => (ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
        (valeur) => ({ ul: { s: enChiffre(texte(valeur) !== "None") } })
      ),
      Color: style.propriete(
        ({ cl }) => couleur(cl?.rgb, "#000000"),
        (valeur) => ({ cl: { rgb: texte(valeur) } })
      ),
      Size: style.propriete(
        ({ fs }) => fs ?? 11,
        (valeur) => ({ fs: nombre(valeur) })
      ),
      Name: style.propriete(
        ({ ff }) => ff ?? "Calibri",
        (valeur) => ({ ff: texte(valeur) })
      ),
    },
  };
}

function enChiffre(vrai: boolean): BooleanNumber {
  return vrai ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function couleur(rgb: Nullable<string>, defaut: string): string {
  return rgb ? rgb.toUpperCase() : defaut;
}
