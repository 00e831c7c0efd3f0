import type { Constat } from "../controle";
import type { Rubrique } from "../tableau";
import { ecrireArticle } from "./article";
import { typographier } from "./typographie";

/** Quoi ; pourquoi, avec les nombres ; que faire. */
export type Phrase = [quoi: string, pourquoi: string, queFaire: string];

/** Une phrase et son article, prêts à se lire. */
export interface PhraseDeConstat {
  /** Quoi. */
  titre: string;
  pourquoi: string;
  queFaire: string;
  article: string;
}

export function enConstat([titre, pourquoi, queFaire]: Phrase, article: string): PhraseDeConstat {
  return {
    titre: typographier(titre),
    pourquoi: typographier(pourquoi),
    queFaire: typographier(queFaire),
    article: ecrireArticle(article),
  };
}

type Code = Constat["code"];
type ValeursDe<C extends Code> = Extract<Constat, { code: C }>["valeurs"];

/** Une phrase par code. `commune` : son nom, ou de quoi la désigner sans nom. */
export type Phrases<C extends Code> = {
  [K in C]: (valeurs: ValeursDe<K>, commune: string, gravite: Constat["gravite"]) => Phrase;
};

const RUBRIQUES: Readonly<Record<Rubrique, string>> = {
  commune: "Nom de la commune",
  arrondissement: "Arrondissement",
  insee: "Code INSEE",
  epci: "EPCI",
  statut: "Statut de la commune",
  typeDeContrat: "Type de contrat",
  periode: "Période",
  population: "Population",
  residencesPrincipales: "Résidences principales",
  logementsSociaux: "Logements sociaux",
  tauxLs: "Taux de logements sociaux",
  tauxCible: "Taux légal",
  ecart: "Écart au taux légal",
  deficit: "Logements sociaux manquants",
  tauxAvant: "Taux de rattrapage avant",
  objectifAvant: "Objectifs avant",
  tauxApres: "Taux de rattrapage après ou retenu",
  objectifApres: "Objectifs après ou retenus",
  plai: "PLAI",
  pls: "PLS et assimilés",
  partPlai: "Part de PLAI",
  partPls: "Part de PLS et assimilés",
  capacite: "Capacité",
  periodesConsecutives: "Périodes consécutives",
  inconstructibilite: "Inconstructibilité",
  accord: "Accord de la commune",
  plh: "PLH",
  avisCnsru: "Avis de la commission nationale",
  entrante: "Nouvelle entrante",
  carencee: "Carencée",
  exemptee: "Exemptée",
  prioritaire: "Prioritaire",
};

/** Le nom d'une colonne, tel qu'un titre peut l'écrire. */
export function nommerRubrique(rubrique: Rubrique): string {
  return RUBRIQUES[rubrique];
}
