import type { AvisCnsru, ContexteDeControle } from "../controle";
import { enumerer, typographier } from "../redaction";
import {
  DEFICIT_MAXIMUM,
  PERIODES,
  PERIODES_CONSOMMEES_MAXIMUM,
  PERIODES_PERMISES,
  normaliserMot,
} from "../regles";

export type Cle = keyof ContexteDeControle;

/** Ce qu'une question attend : la forme de sa réponse. */
export type Nature = "oui-non" | "avis" | "noms" | "accords" | "rang" | "effectif" | "periode";

/** Une question de la feuille « CMS – Contrat ». */
export interface Question {
  cle: Cle;
  nature: Nature;
  /** Code de sa ligne, qui ne change jamais : c'est par lui que la feuille se relit. */
  repere: string;
  libelle: string;
  /** Ce qu'il faut savoir pour répondre, et comment l'écrire. */
  aide: string;
  article: string;
  /** Réponses proposées dans la cellule. */
  choix: readonly string[];
}

const AVIS: readonly AvisCnsru[] = ["favorable", "défavorable", "rendu", "non rendu"];
const OUI_NON = ["Oui", "Non"];

const TABLE: { [C in Cle]-?: Omit<Question, "cle"> } = {
  plh: {
    nature: "oui-non",
    repere: "plh",
    libelle: "PLH exécutoire",
    aide: "Ou un document qui en tient lieu. Une mutualisation le demande. Oui ou Non.",
    article: "L. 302-8, X, al. 5",
    choix: OUI_NON,
  },
  avisCnsru: {
    nature: "avis",
    repere: "avis-cnsru",
    libelle: "Avis de la commission nationale SRU",
    aide: "Avis simple : défavorable, il n'interdit pas la mutualisation. Non rendu : elle n'est pas possible encore.",
    article: "L. 302-8, X, al. 1",
    choix: ["Favorable", "Défavorable", "Rendu", "Non rendu"],
  },
  accords: {
    nature: "accords",
    repere: "accords",
    libelle: "Accords des communes relevées",
    aide: "Communes dont l'objectif augmente et qui ont donné leur accord, séparées par « ; ». Toutes, ou Aucune, s'écrit aussi.",
    article: "L. 302-8, X, al. 4",
    choix: ["Toutes", "Aucune"],
  },
  refus: {
    nature: "noms",
    repere: "refus",
    libelle: "Refus des communes relevées",
    aide: "Séparées par « ; », ou Aucune. Ligne vide : une commune relevée sans accord l'a refusé. Ligne remplie : une commune citée nulle part n'a pas encore répondu.",
    article: "L. 302-8, X, al. 4",
    choix: ["Aucune"],
  },
  toutesLesCommunes: {
    nature: "oui-non",
    repere: "toutes-les-communes",
    libelle: "Toutes les communes déficitaires sont là",
    aide: "Dans le tableau, toutes celles de l'EPCI qui sont soumises au prélèvement : une mutualisation les réunit. Oui ou Non.",
    article: "L. 302-8, X",
    choix: OUI_NON,
  },
  signataires: {
    nature: "oui-non",
    repere: "signataires",
    libelle: "Tous les signataires signent",
    aide: "Maires, préfet, président de l'EPCI ; dans la métropole du Grand Paris, le président de l'EPT aussi. Oui ou Non.",
    article: "L. 302-8-1, I, al. 1",
    choix: OUI_NON,
  },
  entrantes: {
    nature: "noms",
    repere: "entrantes",
    libelle: "Nouvelles entrantes",
    aide: "Noms ou codes INSEE, séparés par « ; », ou Aucune. Elles ne concluent qu'un contrat sans aménagement (guide).",
    article: "L. 302-8, VIII",
    choix: ["Aucune"],
  },
  exemptees: {
    nature: "noms",
    repere: "exemptees",
    libelle: "Communes exemptées",
    aide: "Noms ou codes INSEE, séparés par « ; », ou Aucune. Elles restent hors des sommes.",
    article: "L. 302-5",
    choix: ["Aucune"],
  },
  carencees: {
    nature: "noms",
    repere: "carencees",
    libelle: "Communes carencées",
    aide: "Noms ou codes INSEE, séparés par « ; », ou Aucune. Le préfet leur propose un contrat, sans promesse d'aménagement.",
    article: "guide",
    choix: ["Aucune"],
  },
  periodesConsecutives: {
    nature: "rang",
    repere: "rang-de-la-periode",
    libelle: "Rang de cette période",
    aide: `Parmi les périodes qui se suivent avec un objectif aménagé : 1 pour la première. Au plus ${PERIODES_PERMISES.abaissant} en abaissement, ${PERIODES_PERMISES.mutualisant} en mutualisation.`,
    article: "L. 302-8, IX et X",
    choix: [],
  },
  periode: {
    nature: "periode",
    repere: "periode",
    libelle: "Période triennale",
    aide: "À donner si le tableau ne la dit pas.",
    article: "L. 302-8, I",
    choix: PERIODES,
  },
  objectifCommunal: {
    nature: "effectif",
    repere: "objectif-communal",
    libelle: "Objectif de la ville",
    aide: "Paris, Lyon et Marseille seulement : l'objectif de la commune, en logements, à répartir entre ses arrondissements.",
    article: "L. 302-8-1, I",
    choix: [],
  },
};

/** Les questions, dans l'ordre de la feuille. */
export const QUESTIONS: readonly Question[] = Object.entries(TABLE).map(([cle, question]) => ({
  ...question,
  aide: typographier(question.aide),
  cle: cle as Cle,
}));

/** Le plus grand nombre entier qu'une question admet, à partir de 1. */
export const MAXIMUMS: Readonly<Record<"rang" | "effectif", number>> = {
  rang: PERIODES_CONSOMMEES_MAXIMUM,
  effectif: DEFICIT_MAXIMUM,
};

/** Ce que chaque nature admet, dit à l'agent. */
export const ADMIS: Readonly<Record<Nature, string>> = {
  "oui-non": "Oui ou Non",
  avis: "Favorable, Défavorable, Rendu ou Non rendu",
  noms: "Aucune, ou des noms de communes séparés par « ; »",
  accords: "Toutes, Aucune, ou des noms de communes séparés par « ; »",
  rang: `un nombre entier, de 1 à ${MAXIMUMS.rang}`,
  effectif: "un nombre entier de logements, à partir de 1",
  periode: enumerer(PERIODES),
};

/** Ce que chaque nature admet, où que la réponse soit écrite ; `undefined` : rien de tel. */
const ADMISSIONS: Readonly<Record<Nature, (valeur: unknown) => unknown>> = {
  "oui-non": (valeur) => (typeof valeur === "boolean" ? valeur : undefined),
  avis: (valeur) => {
    if (typeof valeur === "boolean") return valeur ? "rendu" : "non rendu";
    return AVIS.find((mot) => estLeMot(valeur, mot));
  },
  noms: lireNoms,
  accords: (valeur) => (estLeMot(valeur, "tous") ? "tous" : lireNoms(valeur)),
  rang: (valeur) => lireEntier(valeur, MAXIMUMS.rang),
  effectif: (valeur) => lireEntier(valeur, MAXIMUMS.effectif),
  periode: (valeur) => PERIODES.find((periode) => estLeMot(valeur, periode)),
};

/**
 * La réponse, si c'en est une pour cette question : la même définition pour la feuille et pour le fichier `--contexte`.
 * @returns `undefined` si la valeur n'est pas admise.
 */
export function admettre<C extends Cle>(
  cle: C,
  valeur: unknown
): NonNullable<ContexteDeControle[C]> | undefined {
  const admise = ADMISSIONS[TABLE[cle].nature](valeur);
  return admise as NonNullable<ContexteDeControle[C]> | undefined;
}

function lireNoms(valeur: unknown): string[] | undefined {
  const liste: unknown[] = Array.isArray(valeur) ? valeur : [undefined];
  const noms = liste.filter((nom) => typeof nom === "string" && nom.trim() !== "") as string[];
  return noms.length === liste.length ? noms : undefined;
}

function lireEntier(valeur: unknown, maximum: number): number | undefined {
  const admis = Number.isInteger(valeur) && Number(valeur) >= 1 && Number(valeur) <= maximum;
  return admis ? Number(valeur) : undefined;
}

/** Casse, accents et espaces ne comptent pas. */
function estLeMot(valeur: unknown, mot: string): boolean {
  return typeof valeur === "string" && normaliserMot(valeur) === normaliserMot(mot);
}
