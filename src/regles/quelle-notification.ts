import type { Bareme, Tranche } from "./bareme";
import { partSuperieure } from "./nombre";
import { tauxLegal, tauxPlancher } from "./quel-taux-de-rattrapage";
import type { TypeDeSituation } from "./quel-type-de-situation";
import { quelleSituation } from "./quelle-situation";
import type { Resultat, Saisie } from "./resultat";

export interface Notification {
  ok: true;
  /** Objectif le plus bas que le préfet peut notifier, en logements. */
  bas: number;
  /** Le plus haut ; `null` si aucun maximum n'est écrit (commune relevée ou rehaussée). */
  haut: number | null;
  /** Objectif légal (VII) ; `null` pour une nouvelle entrante, qui relève du VIII. */
  legal: number | null;
  /** Plancher mutualisant lu dans la loi ; égal à `bas` quand les deux lectures concordent. */
  plancherLoi: number;
  deficit: number;
  ecart: number | null;
  tranche: Tranche | null;
  type: TypeDeSituation;
  bareme: Bareme;
}

/**
 * Entre quoi et quoi le préfet peut notifier l'objectif d'une commune : l'objectif de droit (droit commun, nouvelle entrante), du
 * plancher au légal (abaissant), du plancher sans maximum (mutualisant : à la baisse ou à la hausse), au-dessus du légal (rehaussé).
 * Sans logement manquant, rien à notifier : de 0 à 0. Source : guide, annexe 2 ; L. 302-8, VII à X.
 */
export function quelleNotification(
  deficit: Saisie,
  ecart: Saisie,
  type: TypeDeSituation,
  bareme: Bareme
): Resultat<Notification> {
  const situation = quelleSituation(deficit, ecart, type, bareme);
  if (!situation.ok) return situation;
  const { tranche } = situation;
  const enLogements = (taux: number): number => partSuperieure(situation.deficit, taux);
  const legal = tranche && enLogements(tauxLegal(tranche, bareme));
  const plancher = enLogements(tauxPlancher(tranche, type, "guide", bareme));
  const sansMaximum = type === "mutualisant" || type === "rehausse";
  const aucun = situation.deficit === 0;
  return {
    ...situation,
    bas: type === "rehausse" && !aucun ? plancher + 1 : plancher,
    haut: sansMaximum && !aucun ? null : type === "abaissant" ? (legal ?? 0) : plancher,
    legal,
    plancherLoi: enLogements(tauxPlancher(tranche, type, "loi", bareme)),
    type,
    bareme,
  };
}
