import type { FUniver } from "@univerjs/core/facade";

type Regle = ReturnType<FUniver["newDataValidation"]>;

/** Une règle de date entre deux jours, « 2026-01-31 » : Univer les écrirait dans la langue du poste. */
export function entreDeuxJours(neuve: Regle, min: string, max: string) {
  const regle = neuve.requireDateBetween(new Date(min), new Date(max)).build();
  Object.assign(regle.rule, { formula1: min, formula2: max });
  return regle;
}

/** Une règle d'entiers. `max` : un nombre, ou une formule ; la façade d'Univer n'admet que des nombres. */
export function entreDeuxEntiers(neuve: Regle, min: number, max: number | string) {
  const regle = neuve.requireNumberBetween(min, typeof max === "number" ? max : min, true).build();
  Object.assign(regle.rule, { formula2: String(max) });
  return regle;
}
