import type { Saisie } from "../regles";

/** Un argument tel qu'Excel le passe : un tableau à deux dimensions, ou `null` s'il est omis. */
export type Argument = readonly (readonly unknown[])[] | null;

/**
 * Le contenu d'une cellule, quelle que soit la forme sous laquelle Excel le passe : valeur simple, erreur de fonction personnalisée
 * (`code`), ou type de données (`basicValue` ; un nombre mis en forme en est un, une erreur aussi). Une cellule vide (`null` sur le web)
 * vaut 0, comme l'Excel de bureau la passe : l'un et l'autre répondent pareil. Pas de cellule du tout : `null`, l'argument est omis.
 */
export function saisieDe(valeur: unknown): Saisie {
  switch (typeof valeur) {
    case "number":
    case "string":
    case "boolean":
      return valeur;
    case "object": {
      if (valeur === null) return 0;
      const { code, type, basicValue } = valeur as Record<string, unknown>;
      if (typeof code === "string") return { erreur: code };
      if (type === "Error" && typeof basicValue === "string") return { erreur: basicValue };
      if (basicValue !== undefined) return saisieDe(basicValue);
      return { erreur: "#VALUE!" };
    }
    default:
      return null;
  }
}

/** Toutes les cellules d'un argument, à la suite. */
export function aplatir(argument: Argument): Saisie[] {
  // Une boucle simple : `flatMap` prendrait plus de temps que les calculs.
  const saisies: Saisie[] = [];
  for (const ligne of argument ?? []) for (const valeur of ligne) saisies.push(saisieDe(valeur));
  return saisies;
}

/** La seule cellule d'un argument ; omis, `null`. */
export function celluleDe(argument: Argument): Saisie {
  return aplatir(argument)[0] ?? null;
}
