import { BAREMES, normaliserMot, type Bareme } from "../regles";
import type { Article3Lu, Operation } from "./lire-operations";
import type { ObjectifDeCommune, Objectifs } from "./objectifs";

/**
 * Où en est une opération : financée dans la période, ou prévue ; sinon elle ne compte pas. « sans-annee » : rien ne dit quand elle le sera ;
 * « indecise » : une de ses années est illisible, et n'est pas devinée ; « abandonnee » : la feuille dit qu'elle ne se fera pas.
 */
export type Situation =
  | "financee"
  | "financee-avant"
  | "financee-apres"
  | "prevue"
  | "prevue-avant"
  | "prevue-apres"
  | "sans-annee"
  | "indecise"
  | "abandonnee";

export interface OperationSituee {
  operation: Operation;
  situation: Situation;
  /** `null` : le contrat n'a pas cette commune, ou la ligne n'en nomme pas. */
  commune: ObjectifDeCommune | null;
}

/** Situe chaque opération dans la période, et la rend à sa commune. */
export function repartir(objectifs: Objectifs, article3: Article3Lu | null): OperationSituee[] {
  const bareme = BAREMES[objectifs.periode];
  const trouver = chercheurDeCommune(objectifs);
  return (article3?.operations ?? []).map((operation) => ({
    operation,
    situation: situer(operation, bareme),
    commune: trouver(operation.commune),
  }));
}

function situer(
  { anneeFinancement, anneePrevue, illisibles, abandon }: Operation,
  { debut, fin }: Bareme
): Situation {
  if (abandon) return "abandonnee";
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
function chercheurDeCommune({
  communes,
  sansObjectif,
}: Objectifs): (ecrite: string | null) => ObjectifDeCommune | null {
  const parMot = new Map<string, ObjectifDeCommune | null>();
  for (const commune of communes) {
    for (const mot of motsDe(commune)) parMot.set(mot, parMot.has(mot) ? null : commune);
  }
  // L'homonyme d'une commune sans objectif lisible demande aussi son code.
  const ambigus = new Set(sansObjectif.flatMap((commune) => [...motsDe(commune)]));
  const seule = communes.length + sansObjectif.length === 1 ? (communes[0] ?? null) : null;
  return (ecrite) => {
    if (ecrite === null) return seule;
    const mot = normaliserMot(ecrite);
    return ambigus.has(mot) ? null : (parMot.get(mot) ?? null);
  };
}

/** Les écritures d'une commune : son nom, son code INSEE, ou les deux. */
export function motsDe({
  nom,
  insee,
}: Pick<ObjectifDeCommune, "nom" | "insee">): ReadonlySet<string> {
  const ecritures = [nom, ...(insee === null ? [] : [insee, `${nom} ${insee}`])];
  return new Set(ecritures.map(normaliserMot));
}
