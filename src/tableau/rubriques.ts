/**
 * Ce qu'une colonne peut dire d'une commune, et comment ses cellules se lisent :
 * - effectif : un nombre (logements, habitants) ; rang : aussi, mais « 2e » s'y lit 2 ;
 * - taux : lu en fraction (0,33) ; points : écart lu en points (5) ;
 * - reponse : « oui » ou « non » ; texte : tel quel.
 */
export const RUBRIQUES = {
  commune: "texte",
  arrondissement: "texte",
  insee: "texte",
  epci: "texte",
  typeDeContrat: "texte",
  statut: "texte",
  periode: "texte",
  population: "effectif",
  residencesPrincipales: "effectif",
  logementsSociaux: "effectif",
  tauxLs: "taux",
  tauxCible: "taux",
  ecart: "points",
  deficit: "effectif",
  tauxAvant: "taux",
  objectifAvant: "effectif",
  tauxApres: "taux",
  objectifApres: "effectif",
  plai: "effectif",
  pls: "effectif",
  partPlai: "taux",
  partPls: "taux",
  capacite: "effectif",
  periodesConsecutives: "rang",
  inconstructibilite: "taux",
  accord: "reponse",
  plh: "reponse",
  avisCnsru: "reponse",
  entrante: "reponse",
  carencee: "reponse",
  exemptee: "reponse",
  prioritaire: "reponse",
} as const;

export type Rubrique = keyof typeof RUBRIQUES;

export type Nature = (typeof RUBRIQUES)[Rubrique];

/** Rubriques dont une ligne de total porte la somme. */
export const SOMMABLES: readonly Rubrique[] = [
  "deficit",
  "objectifAvant",
  "objectifApres",
  "plai",
  "pls",
  "capacite",
  "logementsSociaux",
  "residencesPrincipales",
  "population",
];

export function estUneRubrique(mot: string): mot is Rubrique {
  return Object.hasOwn(RUBRIQUES, mot);
}
