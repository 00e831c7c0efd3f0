import { BAREMES, normaliserMot, type Bareme } from "../regles";
import type { Article3Lu, Operation } from "./lire-operations";
import type { ObjectifDeCommune, Objectifs } from "./objectifs";

/**
 * Où en est une opération : financée dans la période, ou prévue ; sinon elle ne compte pas. « sans-annee » : rien ne dit quand elle le sera ;
 * « indecise » : une de ses années est illisible, et n'est pas devinée.
 */
export type Situation =
  | "financee"
  | "financee-avant"
  | "financee-apres"
  | "prevue"
  | "prevue-avant"
  | "prevue-apres"
  | "sans-annee"
  | "indecise";

export interface OperationSituee {
  operation: Operation;
  situation: Situation;
  /** `null` : le contrat n'a pas cette commune, ou la ligne n'en nomme pas. */
  commune: ObjectifDeCommune | null;
}

/** Situe chaque opération dans la période, et la rend à sa commune. */
export function repartir(objectifs: Objectifs, article3: Article3Lu | null): OperationSituee[] {
  const bareme = BAREMES[objectifs.periode];
  const trouver = chercheurDeCommune(objectifs.communes);
  return (article3?.operations ?? []).map((operation) => ({
    operation,
    situation: situer(operation, bareme),
    commune: trouver(operation.commune),
  }));
}

function situer(
  { anneeFinancement, anneePrevue, illisibles }: Operation,
  { debut, fin }: Bareme
): Situation {
  if (illisibles.includes("anneeFinancement")) return "indecise";
  if (anneeFinancement !== null) {
    if (anneeFinancement < debut) return "financee-avant";
    return anneeFinancement > fin ? "financee-apres" : "financee";
  }
  if (illisibles.includes("anneePrevue")) return "indecise";
  if (anneePrevue === null) return "sans-annee";
  if (anneePrevue < debut) return "prevue-avant";
  return anneePrevue > fin ? "prevue-apres" : "prevue";
}

/**
 * La commune qu'écrit une ligne, par son nom ou son code INSEE, ou les deux ; des homonymes demandent le code. Sans rien d'écrit, celle du contrat
 * s'il n'en a qu'une.
 */
function chercheurDeCommune(
  communes: readonly ObjectifDeCommune[]
): (ecrite: string | null) => ObjectifDeCommune | null {
  const parMot = new Map<string, ObjectifDeCommune | null>();
  for (const commune of communes) {
    const { nom, insee } = commune;
    const mots = new Set([nom, ...(insee === null ? [] : [insee, `${nom} ${insee}`])]);
    for (const mot of mots) {
      const cle = normaliserMot(mot);
      parMot.set(cle, parMot.has(cle) ? null : commune);
    }
  }
  const seule = communes.length === 1 ? (communes[0] ?? null) : null;
  return (ecrite) => (ecrite === null ? seule : (parMot.get(normaliserMot(ecrite)) ?? null));
}
