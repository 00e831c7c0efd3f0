import type { Saisie } from "../regles";

/** Un argument tel qu'Excel le passe : un tableau à deux dimensions, ou `null` s'il est omis. */
export type Argument = readonly (readonly unknown[])[] | null;

/**
 * Le contenu d'une cellule, quelle que soit la forme sous laquelle Excel le passe : valeur simple, erreur de fonction personnalisée
 * (`code`), ou type de données (`basicValue` ; un nombre mis en forme en est un, une erreur aussi).
 */
export function saisieDe(valeur: unknown): Saisie {
  switch (typeof valeur) {
    case "number":
    case "string":
    case "boolean":
      return valeur;
    case "object": {
      if (valeur === null) return null;
      const { code, type, basicValue } = valeur as Record<string, unknown>;
      if (typeof code === "string") return { erreur: code };
      if (type === "Error") return { erreur: String(basicValue) };
      if (basicValue !== undefined) return saisieDe(basicValue);
      return { erreur: "#VALUE!" };
    }
    default:
      return null;
  }
}

/** Toutes les cellules d'un argument, à la suite. */
export function aplatir(argument: Argument): Saisie[] {
  return (argument ?? []).flatMap((ligne) => ligne.map(saisieDe));
}
