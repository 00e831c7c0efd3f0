import {
  type IBorderData,
  type IBorderStyleData,
  type Injector,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  SheetInterceptorService,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { muter } from "./annulation";

/** Les styles d'une feuille qui attendent : par ligne, puis par colonne. */
interface Attente {
  feuille: FWorksheet;
  cellules: Record<number, Record<number, { s: IStyleData }>>;
  /** Lignes dont la hauteur est à revoir. */
  aMesurer: Set<number>;
}

/** Police, corps et renvoi à la ligne changent la hauteur qu'il faut. */
const CHANGENT_LA_HAUTEUR = ["ff", "fs", "tb"] as const satisfies (keyof IStyleData)[];

/**
 * Mises en forme gardées jusqu'à la fin du lot, puis posées en une mutation par feuille. Une à une, chacune recopierait les styles et remesurerait
 * les lignes : plusieurs secondes pour un dossier entier.
 */
export class StylesEnAttente {
  private readonly parFeuille = new Map<string, Attente>();

  constructor(private readonly injector: Injector) {}

  /** Change ces propriétés d'une cellule et laisse les autres ; `null` en retire une. */
  poser(feuille: FWorksheet, ligne: number, colonne: number, style: IStyleData): void {
    const id = feuille.getSheetId();
    const attente = this.parFeuille.get(id) ?? { feuille, cellules: {}, aMesurer: new Set() };
    this.parFeuille.set(id, attente);
    const rangee = (attente.cellules[ligne] ??= {});
    const { s } = (rangee[colonne] ??= { s: {} });
    const bords = style.bd ? { ...s.bd, ...style.bd } : s.bd;
    Object.assign(s, style);
    if (bords) s.bd = bords;
    if (CHANGENT_LA_HAUTEUR.some((propriete) => propriete in style)) attente.aMesurer.add(ligne);
  }

  /** Style de la cellule, ce qui attend compris. */
  lire(feuille: FWorksheet, ligne: number, colonne: number): IStyleData {
    const pose = feuille.getSheet().getComposedCellStyle(ligne, colonne);
    return superposer(pose, this.attendu(feuille, ligne, colonne) ?? {});
  }

  /** Bord propre à la cellule, ce qui attend compris. */
  bord(
    feuille: FWorksheet,
    ligne: number,
    colonne: number,
    bord: keyof IBorderData
  ): Nullable<IBorderStyleData> {
    const attendus = this.attendu(feuille, ligne, colonne)?.bd;
    if (attendus && bord in attendus) return attendus[bord];
    return feuille.getSheet().getCellStyle(ligne, colonne)?.bd?.[bord];
  }

  /** Pose tout ce qui attend. */
  faire(): void {
    const attentes = [...this.parFeuille.values()];
    this.parFeuille.clear();
    for (const attente of attentes) {
      const { feuille } = attente;
      // Une feuille supprimée dans le même lot n'a plus rien à recevoir.
      if (feuille.getWorkbook().getSheetBySheetId(feuille.getSheetId())) this.appliquer(attente);
    }
  }

  private attendu(feuille: FWorksheet, ligne: number, colonne: number): IStyleData | undefined {
    return this.parFeuille.get(feuille.getSheetId())?.cellules[ligne]?.[colonne]?.s;
  }

  private appliquer({ feuille, cellules, aMesurer }: Attente): void {
    const cible = { unitId: feuille.getWorkbook().getUnitId(), subUnitId: feuille.getSheetId() };
    const params: ISetRangeValuesMutationParams = {
      ...cible,
      cellValue: cellules,
      // Dit au moteur de calcul qu'il n'y a que des styles.
      trigger: SetStyleCommand.id,
    };
    const avant = this.injector.invoke((acces) => SetRangeValuesUndoMutationFactory(acces, params));
    const { id } = SetRangeValuesMutation;
    muter(this.injector, [{ id, params }], [{ id, params: avant }]);

    const ranges = [...aMesurer].map((ligne) =>
      feuille.getRange(ligne, 0, 1, feuille.getMaxColumns()).getRange()
    );
    if (ranges.length === 0) return;
    const hauteurs = this.injector
      .get(SheetInterceptorService)
      .generateMutationsOfAutoHeight({ ...cible, ranges });
    muter(this.injector, hauteurs.redos, hauteurs.undos);
  }
}

function superposer(dessous: IStyleData | undefined, dessus: IStyleData): IStyleData {
  const style = { ...dessous, ...dessus };
  if (dessus.bd) style.bd = { ...dessous?.bd, ...dessus.bd };
  return style;
}
