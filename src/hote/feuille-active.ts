import {
  CanceledError,
  ICommandService,
  IUndoRedoService,
  RedoCommandId,
  UndoCommandId,
  type IMutationInfo,
  type Injector,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetActiveOperation,
  type IRemoveSheetMutationParams,
} from "@univerjs/sheets";
import type { ClasseurOuvert } from "./classeur-ouvert";

/**
 * Univer montre la feuille qu'il ajoute, ou dont une fusion déplace la sélection ; Excel, lui, ne change pas de feuille. Il faut l'empêcher et non
 * le corriger ensuite : ce que l'on écrit sur la feuille montrée redessine tout l'écran à chaque fois.
 * @returns De quoi laisser de nouveau changer de feuille.
 */
export function retenirLaFeuilleActive(injector: Injector): () => void {
  const retenue = injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
    if (id === SetWorksheetActiveOperation.id) throw new CanceledError();
  });
  return () => retenue.dispose();
}

/**
 * Annuler ou refaire un ajout de feuilles ne les montre pas l'une après l'autre : Univer dessinerait une feuille déjà retirée, et s'arrêterait en chemin.
 */
export function retenirPendantLAnnulation({ injector, univer }: ClasseurOuvert): void {
  const annulations = injector.get(IUndoRedoService);
  const suites: Record<string, () => readonly IMutationInfo[] | undefined> = {
    [UndoCommandId]: () => annulations.pitchTopUndoElement()?.undoMutations,
    [RedoCommandId]: () => annulations.pitchTopRedoElement()?.redoMutations,
  };
  injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
    const suite = suites[id]?.() ?? [];
    const retirees = suite.filter((mutation) => mutation.id === RemoveSheetMutation.id);
    const ajoute = suite.some((mutation) => mutation.id === InsertSheetMutation.id);
    // Une feuille ajoutée à la main, seule, se montre.
    if (suite.length < 2 || (retirees.length === 0 && !ajoute)) return;
    quitter(
      univer,
      new Set(retirees.map(({ params }) => (params as IRemoveSheetMutationParams).subUnitId))
    );
    // L'annulation se fait d'un trait.
    queueMicrotask(retenirLaFeuilleActive(injector));
  });
}

/** Montre une feuille qui restera, si celle que l'on voit va disparaître. */
function quitter(univer: ClasseurOuvert["univer"], retirees: ReadonlySet<string>): void {
  if (!retirees.has(univer.getActiveSheet().getSheetId())) return;
  const reste = univer
    .getSheets()
    .filter((feuille) => !feuille.isSheetHidden() && !retirees.has(feuille.getSheetId()))
    .at(-1);
  if (reste) univer.setActiveSheet(reste);
}
