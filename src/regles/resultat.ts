import type { Periode } from "./bareme";
import type { TypeDeSituation } from "./quel-type-de-situation";

/** Ce qu'une cellule peut contenir. `null` : vide, ou argument omis. */
export type Saisie = number | string | boolean | null | { erreur: string };

/** Le nom d'un argument, tel que les phrases le citent. */
export type Argument =
  | "deficit"
  | "ecart"
  | "type"
  | "tauxRetenu"
  | "arrondi"
  | "periode"
  | "lecture"
  | "logementsSociaux"
  | "residencesPrincipales"
  | "tauxCible"
  | "tauxLs"
  | "objectif"
  | "plh"
  | "objectifsAvant"
  | "objectifsApres";

/** Pourquoi une règle refuse de répondre : des données, jamais une phrase (les phrases sont dans `redaction`). */
export type Refus =
  | { code: "pas-un-nombre"; argument: Argument; recu: string | boolean }
  | { code: "vide"; argument: Argument }
  | { code: "erreur-de-cellule"; argument: Argument; erreur: string }
  | { code: "negatif"; argument: Argument; valeur: number }
  | { code: "pas-entier"; argument: Argument; valeur: number }
  | { code: "trop-grand"; argument: Argument; valeur: number; maximum: number }
  | { code: "ecart-en-fraction"; deficit: number; ecart: number }
  | { code: "ecart-nul"; deficit: number | null; ecart: number }
  | { code: "deficit-nul"; ecart: number }
  | { code: "taux-superieur-a-1"; argument: "tauxRetenu" | "tauxLs"; valeur: number }
  | {
      code: "taux-sous-plancher";
      taux: number;
      plancher: number;
      type: TypeDeSituation;
      article: string;
    }
  | { code: "taux-sans-objet"; type: TypeDeSituation; taux: number }
  | { code: "taux-requis"; tauxLegal: number }
  | { code: "mot-inconnu"; argument: Argument; recu: string; acceptes: readonly string[] }
  | { code: "type-hors-periode"; type: TypeDeSituation; periode: Periode }
  | { code: "periode-hors-bareme"; recue: string; couvertes: readonly Periode[] }
  | { code: "inverses"; logementsSociaux: number; residencesPrincipales: number }
  | { code: "sans-residence" }
  | { code: "cible-inconnue"; recue: number }
  | { code: "unites-melangees"; tauxCible: number; tauxLs: number }
  | { code: "plh-requis"; tauxLs: number }
  | { code: "taux-ls-requis" };

export interface Refuse {
  ok: false;
  /** Toutes les raisons, pas seulement la première. */
  refus: readonly [Refus, ...Refus[]];
}

/** Un résultat qui porte de quoi l'expliquer, ou un refus qui porte toutes ses raisons. */
export type Resultat<V extends { ok: true }> = V | Refuse;

export function refuser(premier: Refus, ...autres: Refus[]): Refuse {
  return { ok: false, refus: [premier, ...autres] };
}

/** Refuse avec toutes les raisons rencontrées parmi des lectures, dont une au moins est un refus. */
export function refuserTout(...lectures: unknown[]): Refuse {
  const [premier, ...autres] = lectures.filter(estRefus);
  if (!premier) throw new Error("refuserTout : aucune lecture n'est un refus");
  return refuser(premier, ...autres);
}

export function estRefus(lecture: unknown): lecture is Refus {
  return typeof lecture === "object" && lecture !== null && "code" in lecture;
}
