import {
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";

/** Univer vérifie les saisies à ses moments perdus, et lève une erreur si leur feuille a été retirée entre-temps. */
export function corrigerLesValidationsTardives(injector: Injector): void {
  const service = injector.get(SheetsDataValidationValidatorService);
  const classeurs = injector.get(IUniverInstanceService);
  const verifier = service.validatorRanges.bind(service);
  service.validatorRanges = (classeur, feuille, plages) => {
    const ouvert = classeurs.getUnit<Workbook>(classeur, UniverInstanceType.UNIVER_SHEET);
    return ouvert?.getSheetBySheetId(feuille)
      ? verifier(classeur, feuille, plages)
      : Promise.resolve([]);
  };
}
