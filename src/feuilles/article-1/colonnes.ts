import { plageDe } from "../../tableau";

export type Rubrique =
  | "engagement"
  | "pilote"
  | "signataires"
  | "communes"
  | "resultats"
  | "methode"
  | "debut"
  | "fin"
  | "indicateur"
  | "plh"
  | "vigilance"
  | "etat";

/** Les colonnes, de gauche à droite ; largeurs en points. */
export const COLONNES: readonly { cle: Rubrique; titre: string; largeur: number }[] = [
  { cle: "engagement", titre: "Engagement ou action", largeur: 110 },
  { cle: "pilote", titre: "Pilote", largeur: 48 },
  { cle: "signataires", titre: "Signataires concernés", largeur: 60 },
  { cle: "communes", titre: "Communes", largeur: 58 },
  { cle: "resultats", titre: "Résultats attendus", largeur: 76 },
  { cle: "methode", titre: "Méthode", largeur: 72 },
  { cle: "debut", titre: "Début", largeur: 43 },
  { cle: "fin", titre: "Fin", largeur: 43 },
  { cle: "indicateur", titre: "Indicateur", largeur: 56 },
  { cle: "plh", titre: "Lien avec le PLH", largeur: 52 },
  { cle: "vigilance", titre: "Points de vigilance", largeur: 58 },
  { cle: "etat", titre: "État", largeur: 44 },
];
export const LARGEURS = COLONNES.map(({ largeur }) => largeur);

/** Des cases, colonne par colonne. */
export type Plages = Record<Rubrique, string>;

/** Les cases de lignes qui se suivent ; `premiere`, à partir de 1. */
export function plagesDe(premiere: number, lignes: number): Plages {
  return Object.fromEntries(
    COLONNES.map(({ cle }, rang) => [cle, plageDe(premiere - 1, rang, lignes, 1)])
  ) as Plages;
}
