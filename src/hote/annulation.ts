import {
  ICommandService,
  IUndoRedoService,
  type IMutationInfo,
  type Injector,
  type IUndoRedoItem,
} from "@univerjs/core";
import { SetSelectionsOperation } from "@univerjs/sheets";

/** Membre privé d'Univer 0.25.1 que l'on remplace ; un test de conformité vérifie qu'il existe. */
interface AvecRegroupement {
  _tryBatchingElements?: (premier: IUndoRedoItem, suivant: IUndoRedoItem) => void;
}

/**
 * Univer ajoute à la fin les annulations qu'il regroupe, et les rejoue donc dans l'ordre des actions :
 * une feuille serait supprimée avant que ses cellules soient vidées. On les range à l'envers.
 */
export function corrigerLeRegroupement(injector: Injector): void {
  const service: AvecRegroupement = injector.get(IUndoRedoService) as unknown as AvecRegroupement;
  if (typeof service._tryBatchingElements !== "function") {
    throw new Error("Univer a changé : `_tryBatchingElements` n'existe plus (annulation groupée).");
  }
  service._tryBatchingElements = (premier, suivant) => {
    premier.redoMutations.push(...suivant.redoMutations.filter(sansSelection));
    premier.undoMutations.unshift(...suivant.undoMutations.filter(sansSelection));
  };
}

/** Excel ne déplace pas la sélection quand un complément écrit, ni quand on l'annule ; la déplacer montrerait une autre feuille. */
function sansSelection({ id }: IMutationInfo): boolean {
  return id !== SetSelectionsOperation.id;
}

/** Ouvre un groupe : tout ce qui suit s'annulera d'un coup. Rend de quoi le fermer. */
export function grouperLesAnnulations(injector: Injector, classeur: string): () => void {
  const groupe = injector.get(IUndoRedoService).__tempBatchingUndoRedo(classeur);
  return () => groupe.dispose();
}

/**
 * Fait des mutations d'Univer, annulables. Une commande en ferait davantage : remesurer les lignes touchées, déplacer la sélection ; Excel ne le fait pas.
 */
export function muter(injector: Injector, faire: IMutationInfo[], defaire: IMutationInfo[]): void {
  const [premiere] = faire;
  if (!premiere) return;
  const commandes = injector.get(ICommandService);
  for (const { id, params } of faire) commandes.syncExecuteCommand(id, params);
  const { unitId: unitID } = premiere.params as { unitId: string };
  const annulations = injector.get(IUndoRedoService);
  annulations.pushUndoRedo({ unitID, redoMutations: faire, undoMutations: defaire });
}
