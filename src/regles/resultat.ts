import type { Periode } from "./bareme";
import type { TypeDeSituation } from "./quel-type-de-situation";

/** Ce qu'une cellule peut contenir. `null` : vide, ou argument omis. */
export type Saisie = number | string | boolean | null | { erreur: string };

/** Ce qu'une cellule contient, ni vide ni en erreur. */
export type Contenu = string | number | boolean;

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
  | "objectifsApres"
  | "capacite"
  | "total"
  | "periodesConsommees"
  | "population"
  | "inconstructibilite"
  | "realises"
  | "plai"
  | "pls"
  | "date"
  | "variationLs"
  | "variationRp"
  | "demandes"
  | "attributions"
  | "croissanceRp"
  | "partSociale"
  | "annees"
  | "partPrioritaire"
  | "q1HorsQpv"
  | "horsQpv"
  | "q234Qpv"
  | "qpv"
  | "prioritaires"
  | "totalAttributions"
  | "logementsPlus"
  | "modestes"
  | "depassements"
  | "subventionnee";

/** Pourquoi une règle refuse de répondre : des données, jamais une phrase (les phrases sont dans `redaction`). */
export type Refus =
  | { code: "pas-un-nombre"; argument: Argument; recu: string | boolean }
  | { code: "vide"; argument: Argument }
  | { code: "erreur-de-cellule"; argument: Argument; erreur: string }
  | { code: "nul"; argument: Argument }
  | { code: "negatif"; argument: Argument; valeur: number }
  | { code: "pas-entier"; argument: Argument; valeur: number }
  | { code: "trop-grand"; argument: Argument; valeur: number; maximum: number }
  | { code: "ecart-en-fraction"; deficit: number; ecart: number }
  | { code: "ecart-nul"; deficit: number | null; ecart: number }
  | { code: "deficit-nul"; ecart: number }
  | {
      code: "taux-superieur-a-1";
      argument: Argument;
      valeur: number;
      /** Le plus haut taux admis, en fraction, s'il dépasse 1. */
      maximum?: number;
    }
  | {
      code: "taux-sous-plancher";
      taux: number;
      plancher: number;
      type: TypeDeSituation;
      article: string;
    }
  | { code: "taux-sans-objet"; type: TypeDeSituation; taux: number }
  | { code: "taux-requis"; tauxLegal: number }
  | { code: "mot-inconnu"; argument: Argument; recu: Contenu; acceptes: readonly string[] }
  | { code: "type-hors-periode"; type: TypeDeSituation; periode: Periode }
  | { code: "troisieme-periode-d-entrante" }
  | { code: "sans-limite-de-duree"; type: TypeDeSituation }
  | { code: "inventaire-non-verifie"; periode: Periode }
  | { code: "plai-et-pls-en-trop"; plai: number; pls: number; realises: number }
  | {
      code: "periode-hors-bareme";
      recue: Contenu;
      couvertes: readonly Periode[];
      /** Le nombre saisi, quand une date est attendue et qu'il tombe avant la première tranche, celle de 2002. */
      jour?: number;
    }
  | { code: "inverses"; logementsSociaux: number; residencesPrincipales: number }
  | { code: "sans-residence" }
  | { code: "cible-inconnue"; recue: number }
  | { code: "unites-melangees"; tauxCible: number; tauxLs: number }
  | { code: "lignes-illisibles"; lignes: readonly LigneIllisible[] }
  | { code: "total-sous-le-legal"; total: number; legal: number }
  | { code: "total-au-dela-des-manquants"; total: number; manquants: number }
  | { code: "plh-requis"; tauxLs: number }
  | { code: "taux-ls-requis" }
  | { code: "parc-sans-croissance"; variation: number }
  | { code: "croissance-en-taux"; recue: number; residencesPrincipales: number | null }
  | { code: "aucun-manque"; objectif: number }
  | { code: "partie-superieure"; partie: Argument; tout: Argument; valeurs: [number, number] }
  | { code: "trop-de-menages"; logements: number; modestes: number; depassements: number };

/** Une ligne d'une plage (la première porte le n° 1), et tout ce qui empêche de la lire. */
export interface LigneIllisible {
  ligne: number;
  refus: readonly Refus[];
}

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
