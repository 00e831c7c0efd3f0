import { lireMot, normaliserMot } from "./lire-saisie";
import type { Refus, Saisie } from "./resultat";

/** Dans quel cas se trouve la commune : le droit commun, un contrat qui aménage l'objectif, ou une entrée récente. */
export type TypeDeSituation =
  | "legal"
  | "abaissant"
  | "mutualisant"
  | "entrante-1"
  | "entrante-2"
  | "entrante-cours"
  | "rehausse";

/** Les mots acceptés, sans égard à la casse, aux accents, aux espaces ni aux tirets. Le premier est celui qu'on affiche. */
export const MOTS_DU_TYPE: Readonly<Record<TypeDeSituation, readonly [string, ...string[]]>> = {
  legal: ["sans aménagement", "légal", "classique", "droit commun"],
  abaissant: ["abaissant"],
  mutualisant: ["mutualisant"],
  "entrante-1": ["entrante-1"],
  "entrante-2": ["entrante-2"],
  "entrante-cours": ["entrante-cours"],
  rehausse: ["rehaussé"],
};

const VOCABULAIRE: ReadonlyMap<string, TypeDeSituation> = new Map(
  (Object.entries(MOTS_DU_TYPE) as [TypeDeSituation, readonly string[]][]).flatMap(([type, mots]) =>
    mots.map((mot) => [normaliserMot(mot), type] as const)
  )
);

const TYPES_ACCEPTES: readonly string[] = Object.values(MOTS_DU_TYPE).flat();

/**
 * Le type de situation saisi ; vide ou omis : sans aménagement. Excel passe cet argument, une liste de mots, en texte : une cellule vide,
 * qui vaut 0 au bureau, peut y arriver « 0 ». « entrante-3 » est refusée pour elle-même : le guide se tait sur la
 * troisième période d'une entrante, et nous lisons un retour au droit commun (VII), à saisir « sans aménagement ».
 */
export function quelTypeDeSituation(saisie: Saisie): TypeDeSituation | Refus {
  if (typeof saisie === "string" && normaliserMot(saisie) === "entrante3") {
    return { code: "troisieme-periode-d-entrante" };
  }
  return lireMot(saisie === "0" ? 0 : saisie, "type", VOCABULAIRE, TYPES_ACCEPTES, "legal");
}

/** Une nouvelle entrante a un taux de droit, quel que soit son écart. */
export function estEntrante(
  type: TypeDeSituation
): type is "entrante-1" | "entrante-2" | "entrante-cours" {
  return type === "entrante-1" || type === "entrante-2" || type === "entrante-cours";
}
