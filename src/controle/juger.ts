import type { Condition, ControleDuClasseur, Verdict } from "./bilan";
import type { Constat } from "./constat";

/** Le verdict d'un tableau : ses constats d'abord ; à chiffres conformes, les conditions sans réponse. */
export function juger(constats: readonly Constat[], conditions: readonly Condition[]): Verdict {
  if (constats.some(({ gravite }) => gravite === "erreur")) return "non conforme";
  if (constats.some(({ gravite }) => gravite === "avertissement"))
    return "avertissements seulement";
  return conditions.some(({ rappel }) => !rappel) ? "à confirmer" : "conforme";
}

const DU_PIRE: readonly Verdict[] = ["non conforme", "avertissements seulement", "à confirmer"];

/** Le pire verdict ; « illisible » s'il n'y en a aucun. */
export function lePire(verdicts: readonly Verdict[]): ControleDuClasseur["verdict"] {
  if (verdicts.length === 0) return "illisible";
  return DU_PIRE.find((verdict) => verdicts.includes(verdict)) ?? "conforme";
}
