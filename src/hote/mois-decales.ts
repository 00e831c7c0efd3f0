import type { Injector } from "@univerjs/core";
import {
  FUNCTION_NAMES_DATE,
  IFunctionService,
  NumberValueObject,
  type ArrayValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";

/** EDATE d'Univer passe au mois suivant quand le quantième manque au mois voulu ; Excel s'arrête au dernier jour. */
export function corrigerLesMoisDecales(injector: Injector): void {
  const edate = injector.get(IFunctionService).getExecutor(FUNCTION_NAMES_DATE.EDATE);
  if (!edate) return;
  const decaler = edate.calculate.bind(edate);
  edate.calculate = (...recus: BaseValueObject[]) => {
    const [depart, mois] = recus;
    const decales = depart && mois ? decaler(depart, mois) : decaler(...recus);
    return depart && estUneTable(decales)
      ? decales.map((date, ligne, colonne) => ramener(date, en(depart, ligne, colonne)))
      : decales;
  };
}

/** Le dernier jour du mois voulu, si la date l'a dépassé. */
function ramener(date: BaseValueObject, depart: BaseValueObject): BaseValueObject {
  if (!date.isNumber()) return date;
  const jour = quantieme(date);
  return jour < quantieme(depart)
    ? NumberValueObject.create(Number(date.getValue()) - jour, date.getPattern())
    : date;
}

function quantieme(date: BaseValueObject): number {
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(date.getValue())))).getUTCDate();
}

function en(objet: BaseValueObject, ligne: number, colonne: number): BaseValueObject {
  return (estUneTable(objet) && objet.get(ligne, colonne)) || objet;
}

function estUneTable(objet: unknown): objet is ArrayValueObject {
  return (objet as BaseValueObject).isArray();
}
