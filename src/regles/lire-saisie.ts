import { DEFICIT_MAXIMUM } from "./bareme";
import { UNITE, enMillioniemes } from "./nombre";
import { estRefus, type Argument, type Contenu, type Refus, type Saisie } from "./resultat";

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

/**
 * Au millionième, comme l'affiche une cellule : (20 % − 15 %) × 10 000 y vaut 500, et non 500,0000000000002 (arbitrage 6). Un tableur
 * ne distingue pas ces deux nombres ; sans cela, la copie sans complément répondrait là où la fonction refuse.
 */
function auMillionieme(valeur: number): number {
  // Un entier passe tel quel : divisé, il deviendrait un flottant, et le calcul de 10 000 lignes irait quatre fois moins vite.
  return (Number.isInteger(valeur) ? valeur : enMillioniemes(valeur) / UNITE) + 0; // jamais −0
}

/** Un nombre positif ou nul, d'au plus `maximum`, ramené au millionième. */
export function lirePositif(saisie: Saisie, argument: Argument, maximum: number): number | Refus {
  const lu = lireNombre(saisie, argument);
  if (typeof lu !== "number") return lu;
  const valeur = auMillionieme(lu);
  if (valeur < 0) return { code: "negatif", argument, valeur: lu };
  if (valeur > maximum) return { code: "trop-grand", argument, valeur: lu, maximum };
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
  // Décomposé, « é » devient « e » et un accent, qui n'est ni lettre ni chiffre.
  return texte
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Le contenu d'une cellule où l'on attend un mot ; `null` si elle est vide (0 sur Excel de bureau). */
export function lireContenu(saisie: Saisie, argument: Argument): Contenu | Refus | null {
  if (saisie === null || saisie === "" || saisie === 0) return null;
  if (typeof saisie === "object")
    return { code: "erreur-de-cellule", argument, erreur: saisie.erreur };
  return typeof saisie === "number" ? lireNombre(saisie, argument) : saisie;
}

/** Lit un mot parmi ceux d'un vocabulaire ; une cellule vide (0 sur Excel de bureau) donne le mot par défaut. */
export function lireMot<M extends string>(
  saisie: Saisie,
  argument: Argument,
  vocabulaire: ReadonlyMap<string, M>,
  acceptes: readonly string[],
  parDefaut: M
): M | Refus {
  const recu = lireContenu(saisie, argument);
  if (recu === null) return parDefaut;
  if (estRefus(recu)) return recu;
  const mot = typeof recu === "string" ? vocabulaire.get(normaliserMot(recu)) : undefined;
  return mot ?? { code: "mot-inconnu", argument, recu, acceptes };
}

/** Un nombre de logements (manquants, ou objectif), entier de 0 à 1 000 000. */
export function lireDeficit(
  saisie: Saisie,
  argument: "deficit" | "objectif" = "deficit"
): number | Refus {
  return lireEffectif(saisie, argument, DEFICIT_MAXIMUM);
}

/** Une variation d'un nombre de logements : un entier relatif, d'au plus `maximum` dans un sens ou dans l'autre. */
export function lireVariation(saisie: Saisie, argument: Argument, maximum: number): number | Refus {
  const lu = lireNombre(saisie, argument);
  if (typeof lu !== "number") return lu;
  const valeur = auMillionieme(lu);
  if (Math.abs(valeur) > maximum) return { code: "trop-grand", argument, valeur: lu, maximum };
  return Number.isInteger(valeur) ? valeur : { code: "pas-entier", argument, valeur };
}

/** Une part, en fraction de 0 à 1. */
export function lirePart(saisie: Saisie, argument: Argument): number | Refus {
  const valeur = lireNombre(saisie, argument);
  if (typeof valeur !== "number") return valeur;
  if (enMillioniemes(valeur) < 0) return { code: "negatif", argument, valeur };
  return enMillioniemes(valeur) > UNITE ? { code: "taux-superieur-a-1", argument, valeur } : valeur;
}

const OUI_NON: ReadonlyMap<string, boolean> = new Map([
  ["oui", true],
  ["vrai", true],
  ["non", false],
  ["faux", false],
]);

export const MOTS_DU_OUI_NON: readonly string[] = [...OUI_NON.keys()];

/** `null` : pas de réponse. Une cellule vide (0 sur Excel de bureau) n'est pas une réponse. */
export function lireOuiNon(saisie: Saisie, argument: Argument): boolean | Refus | null {
  const recu = lireContenu(saisie, argument);
  if (recu === null || typeof recu === "boolean" || estRefus(recu)) return recu;
  const mot = typeof recu === "string" ? OUI_NON.get(normaliserMot(recu)) : undefined;
  return mot ?? { code: "mot-inconnu", argument, recu, acceptes: ["VRAI", "FAUX"] };
}
