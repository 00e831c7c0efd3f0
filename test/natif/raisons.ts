import { convertirFormule } from "../../src/natif";

/** Ce qui empêche la conversion d'une formule, qui reste entière : `[position, fonction, raison]`. */
export function raisonsDe(formule: string, matricielle = true): unknown[] {
  const resultat = convertirFormule(formule, matricielle);
  expect(resultat.formule).toBe(formule);
  expect(resultat.convertis).toEqual([]);
  return resultat.restants.map(({ fonction, raison, position }) => [position, fonction, raison]);
}
