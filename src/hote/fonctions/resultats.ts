import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import { lireErreur, type ErreurDeFonction } from "./erreurs";

/** Prévenu de chaque erreur rendue, avec sa place dans le résultat. */
type NoterErreur = (erreur: ErreurDeFonction, ligne: number, colonne: number) => void;

/** Ce qu'une fonction a rendu, dans les valeurs d'Univer ; un tableau s'étale. */
export function versUniver(resultat: unknown, noter: NoterErreur): BaseValueObject {
  if (!Array.isArray(resultat)) return valeurSimple(resultat, noter, 0, 0);
  const lignes = (resultat as unknown[]).map((ligne, l) =>
    (Array.isArray(ligne) ? (ligne as unknown[]) : [ligne]).map((valeur, c) =>
      valeurSimple(valeur, noter, l, c)
    )
  );
  const [premiere] = lignes;
  if (!premiere?.length) return new ErrorValueObject(ErrorType.CALC);
  if (lignes.length === 1 && premiere.length === 1) return premiere[0] as BaseValueObject;
  return ArrayValueObject.create({
    calculateValueList: lignes,
    rowCount: lignes.length,
    columnCount: premiere.length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function valeurSimple(
  valeur: unknown,
  noter: NoterErreur,
  ligne: number,
  colonne: number
): BaseValueObject {
  if (valeur === null || valeur === undefined) return NullValueObject.create();
  if (typeof valeur === "boolean") return BooleanValueObject.create(valeur);
  if (typeof valeur === "number") {
    return Number.isFinite(valeur)
      ? NumberValueObject.create(valeur)
      : new ErrorValueObject(ErrorType.NUM);
  }
  if (typeof valeur === "string") return StringValueObject.create(valeur);
  const erreur = lireErreur(valeur);
  if (!erreur) return new ErrorValueObject(ErrorType.VALUE);
  noter(erreur, ligne, colonne);
  return new ErrorValueObject(erreur.code, erreur.message);
}
