import { ICommandService, type ICellData, type Injector, type Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";

/** Univer démarre le calcul 100 ms après le dernier changement ; bien plus tard, il ne le fera plus. */
const DELAI_DE_DEPART = 1_000;
const DELAI_MAXIMAL = 30_000;

/** Écritures de forme après lesquelles Univer ne recalcule pas. */
const FORMES = /set-style|set-border|clear-selection-format/;

/** Sait si un calcul est dû ou en cours : Excel répond à un `load` par des valeurs calculées, nous aussi. */
export class SuiviDuCalcul {
  /** Numéro du dernier changement, et du dernier changement dont le calcul est fini. */
  private dernier = 0;
  private fini = 0;
  /** Pour chaque calcul en cours, le dernier changement qu'il prend en compte. */
  private enCours: number[] = [];
  private enAttente: (() => void)[] = [];
  private departManque: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: FUniver,
    injector: Injector
  ) {
    const changements = injector.get(IActiveDirtyManagerService);
    injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
      if (id === SetFormulaCalculationStartMutation.id) this.noterLeDepart();
      else if (!changements.get(id)) return;
      else if (id !== SetRangeValuesMutation.id) this.noterUnChangement();
      else if (!options?.onlyLocal && !estDeForme(params)) this.noterUnChangement();
    });
    api.getFormula().calculationEnd((etat) => this.noterLaFin(etat));
    // Univer calcule toujours une première fois à l'ouverture.
    this.noterUnChangement();
  }

  /** Attend que tout calcul dû soit fini et écrit dans les cellules. */
  async repos(): Promise<void> {
    while (this.fini < this.dernier) await this.prochaineFin();
  }

  /** Recalcule tout le classeur. */
  recalculer(): void {
    this.noterUnChangement();
    this.api.getFormula().executeCalculation();
  }

  /** À appeler avant de demander soi-même un calcul. */
  noterUnChangement(): void {
    this.dernier += 1;
    clearTimeout(this.departManque);
    this.departManque = setTimeout(() => this.conclure(this.dernier), DELAI_DE_DEPART);
  }

  private noterLeDepart(): void {
    this.enCours.push(this.dernier);
    clearTimeout(this.departManque);
  }

  private noterLaFin(etat: FormulaExecutedStateType): void {
    const pris = this.enCours.shift();
    // Interrompu, Univer recommence aussitôt avec les nouveaux changements.
    if (etat === FormulaExecutedStateType.STOP_EXECUTION || pris === undefined) return;
    this.conclure(pris);
  }

  private conclure(changement: number): void {
    this.fini = Math.max(this.fini, changement);
    const aReveiller = this.enAttente;
    this.enAttente = [];
    // Les résultats sont écrits juste après l'annonce de la fin : on laisse passer ce tour.
    setTimeout(() => aReveiller.forEach((poursuivre) => poursuivre()), 0);
  }

  private prochaineFin(): Promise<void> {
    return new Promise((resoudre, rejeter) => {
      const limite = setTimeout(
        () => rejeter(new Error("Le calcul du classeur d'essai ne finit pas.")),
        DELAI_MAXIMAL
      );
      this.enAttente.push(() => {
        clearTimeout(limite);
        resoudre();
      });
    });
  }
}

function estDeForme(params: object | undefined): boolean {
  return FORMES.test((params as ISetRangeValuesMutationParams).trigger ?? "");
}

/** Vrai si l'écriture touche des valeurs ou des formules, et pas seulement des formats. */
export function changeDesContenus({ cellValue }: ISetRangeValuesMutationParams): boolean {
  for (const ligne of Object.values(cellValue ?? {})) {
    for (const cellule of Object.values(ligne as Record<string, Nullable<ICellData>>)) {
      if (!cellule || "v" in cellule || "f" in cellule || "p" in cellule) return true;
    }
  }
  return false;
}
