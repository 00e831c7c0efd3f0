import { DEFICIT_MAXIMUM } from "./bareme";
import type { Argument, Refus, Saisie } from "./resultat";

/**
 * Un nombre attendu dans une cellule. Une cellule vide vaut 0, comme Excel de bureau la transmet : les règles décident ensuite de ce
 * qu'un zéro veut dire, pour que le bureau et le web répondent pareil. Un nombre écrit en texte n'est pas deviné.
 */
export function lireNombre(saisie: Saisie, argument: Argument): number | Refus {
  if (typeof saisie === "number") {
    if (Number.isFinite(saisie)) return saisie;
    return { code: "erreur-de-cellule", argument, erreur: "#NUM!" };
  }
  if (saisie === null || saisie === "") return 0;
  if (typeof saisie === "object")
    return { code: "erreur-de-cellule", argument, erreur: saisie.erreur };
  return { code: "pas-un-nombre", argument, recu: saisie };
}

/** Un nombre positif ou nul, d'au plus `maximum`. */
export function lirePositif(saisie: Saisie, argument: Argument, maximum: number): number | Refus {
  const valeur = lireNombre(saisie, argument);
  if (typeof valeur !== "number") return valeur;
  if (valeur < 0) return { code: "negatif", argument, valeur };
  if (valeur > maximum) return { code: "trop-grand", argument, valeur, maximum };
  return valeur;
}

/** Un nombre entier de logements, positif ou nul, d'au plus `maximum`. */
export function lireEffectif(saisie: Saisie, argument: Argument, maximum: number): number | Refus {
  const valeur = lirePositif(saisie, argument, maximum);
  if (typeof valeur === "number" && !Number.isInteger(valeur)) {
    return { code: "pas-entier", argument, valeur };
  }
  return valeur;
}

/** « Sans aménagement », « sans-amenagement » et « SANS  AMÉNAGEMENT » sont le même mot. */
export function normaliserMot(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Lit un mot parmi ceux d'un vocabulaire ; une cellule vide (0 sur Excel de bureau) donne le mot par défaut. */
export function lireMot<M extends string>(
  saisie: Saisie,
  argument: Argument,
  vocabulaire: ReadonlyMap<string, M>,
  acceptes: readonly string[],
  parDefaut: M
): M | Refus {
  if (saisie === null || saisie === "" || saisie === 0) return parDefaut;
  if (typeof saisie === "object")
    return { code: "erreur-de-cellule", argument, erreur: saisie.erreur };
  const mot = typeof saisie === "string" ? vocabulaire.get(normaliserMot(saisie)) : undefined;
  return mot ?? { code: "mot-inconnu", argument, recu: String(saisie), acceptes };
}

/** Un nombre de logements (manquants, ou objectif), entier de 0 à 1 000 000. */
export function lireDeficit(
  saisie: Saisie,
  argument: "deficit" | "objectif" = "deficit"
): number | Refus {
  return lireEffectif(saisie, argument, DEFICIT_MAXIMUM);
}
