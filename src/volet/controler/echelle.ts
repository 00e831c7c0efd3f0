import type { BilanDeCommune } from "../../controle";
import { ecrireNombre } from "../../redaction";

/** Positions d'une commune sur le graphique, de 0 à 1 ; `null` si le nombre n'est pas connu. */
export interface Positions {
  avant: number | null;
  apres: number | null;
  plancher: number | null;
}

/** Place chaque commune sur une même échelle : le plus grand nombre touche le bord. */
export function placer(communes: readonly BilanDeCommune[]): Positions[] {
  const nombres = communes.flatMap(({ objectifAvant, objectifApres, plancher }) => [
    objectifAvant ?? 0,
    objectifApres ?? 0,
    plancher ?? 0,
  ]);
  const maximum = nombres.reduce((plusGrand, nombre) => Math.max(plusGrand, nombre), 1);
  const part = (nombre: number | null): number | null =>
    nombre === null ? null : Math.max(0, nombre) / maximum;
  return communes.map(({ objectifAvant, objectifApres, plancher }) => ({
    avant: part(objectifAvant),
    apres: part(objectifApres),
    plancher: part(plancher),
  }));
}

/** Le graphique d'une commune, lu à haute voix. */
export function lireAVoixHaute({
  nom,
  objectifAvant,
  objectifApres,
  plancher,
}: BilanDeCommune): string {
  const dire = (nombre: number | null): string =>
    nombre === null ? "inconnu" : ecrireNombre(nombre);
  return `${nom} : ${dire(objectifAvant)} avant, ${dire(objectifApres)} après, plancher ${dire(plancher)}`;
}
