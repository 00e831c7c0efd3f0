import { normaliserMot } from "../regles";
import type { LigneDeCommune } from "../tableau";

/** Ce que l'agent sait et que le tableau ne dit pas. Tout est facultatif : absent ou `null`, il n'a pas répondu. Les communes se donnent par leur nom ou leur code INSEE. */
export interface ContexteDeControle {
  /** Le PLH est exécutoire, ou un document en tient lieu. */
  plh?: boolean | null;
  /** `true` : rendu, sans dire lequel ; `false` : non rendu. */
  avisCnsru?: AvisCnsru | boolean | null;
  /** Communes qui ont donné leur accord ; sans `refus`, une commune relevée absente de la liste l'a refusé. */
  accords?: "tous" | readonly string[] | null;
  /** Communes qui l'ont refusé ; avec cette liste, même vide, une commune qui n'est d'aucune des deux n'a pas répondu. */
  refus?: readonly string[] | null;
  /** Nouvelles entrantes ; une liste vide dit qu'il n'y en a pas. */
  entrantes?: readonly string[] | null;
  /** Rang de cette période parmi celles, consécutives, où l'objectif est aménagé : 1 pour la première. */
  periodesConsecutives?: number | null;
  /** « 2026-2028 », si le tableau ne la dit pas. */
  periode?: string | null;
  /** Paris, Lyon, Marseille : l'objectif de la commune, à répartir. */
  objectifCommunal?: number | null;
  /** Toutes les communes déficitaires de l'EPCI sont dans le tableau. */
  toutesLesCommunes?: boolean | null;
  /** Tous les signataires obligatoires signent. */
  signataires?: boolean | null;
  exemptees?: readonly string[] | null;
  carencees?: readonly string[] | null;
}

/** Les réponses qui valent pour un EPCI ; `null` : un EPCI que rien ne nomme. */
export type ContextesParEpci = (epci: string | null) => ContexteDeControle;

export type AvisCnsru = "favorable" | "défavorable" | "rendu" | "non rendu";

/** La commune est-elle d'une liste de noms ou de codes INSEE ? */
export function estCitee(
  { nom, donnees }: LigneDeCommune,
  liste: readonly string[] | null | undefined
): boolean {
  if (!liste || liste.length === 0) return false;
  const insee = donnees.insee?.valeur;
  const mots = [nom, typeof insee === "string" ? insee : ""].map(normaliserMot);
  return liste.map(normaliserMot).some((cite) => cite !== "" && mots.includes(cite));
}
