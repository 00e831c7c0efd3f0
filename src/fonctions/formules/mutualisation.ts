/** Les fonctions de la mutualisation : équilibre de l'EPCI. */
import { estCeEquilibre } from "../../regles";
import { erreurDeRefus } from "../erreurs";
import { aplatir } from "../saisies";

/**
 * Marge d’un EPCI qui mutualise : somme des objectifs après moins somme des objectifs avant. 0 ou plus : équilibré (L. 302-8, X, al. 3).
 * @customfunction EQUILIBRE EQUILIBRE
 * @helpurl https://localhost:3000/aide/index.html#CMS.EQUILIBRE
 * @param objectifs_avant Objectifs légaux des communes, avant mutualisation
 * @param objectifs_apres Objectifs des communes, après mutualisation
 * @returns Nombre de logements, négatif s’il en manque
 */
export function equilibre(objectifs_avant: unknown[][], objectifs_apres: unknown[][]): unknown[][] {
  const bilan = estCeEquilibre(aplatir(objectifs_avant), aplatir(objectifs_apres));
  return [[bilan.ok ? bilan.marge : erreurDeRefus(bilan.refus)]];
}
