import type { BilanDeCommune, Totaux } from "./bilan";
import type { Cadre } from "./donnees";
import { estIncertaine } from "./signaler-lecture";

/** Les sommes d'un EPCI. Une commune illisible rend la somme inconnue : elle n'est pas comptée pour zéro ; une commune exemptée n'en est pas. */
export function totaliser(communes: readonly BilanDeCommune[], { tableau }: Cadre): Totaux {
  const { colonnes } = tableau;
  const comptees = communes.filter(({ exemptee }) => !exemptee);
  const sur = (rubrique: "deficit" | "objectifApres", total: number | null): number | null =>
    estIncertaine(rubrique, colonnes[rubrique]) ? null : total;
  const deficit = sur("deficit", somme(comptees.map((commune) => commune.deficit)));
  const avantLegal = sur("deficit", somme(comptees.map((commune) => commune.objectifAvant)));
  const apres = sur("objectifApres", somme(comptees.map((commune) => commune.objectifApres)));
  return {
    deficit,
    avantLu: somme(comptees.map((commune) => commune.objectifAvantLu)),
    avantLegal,
    apres,
    marge: avantLegal === null || apres === null ? null : apres - avantLegal,
  };
}

function somme(nombres: readonly (number | null)[]): number | null {
  if (nombres.length === 0) return null;
  return nombres.reduce(
    (total, nombre) => (total === null || nombre === null ? null : total + nombre),
    0
  );
}
