import type { Objectifs, ObjectifDeCommune } from "../../src/suivi";
import type { FeuilleLue, ValeurDeCellule } from "../../src/tableau";
import { feuilleDe } from "../outils/feuille";

/** Les titres de la trame, écrits en toutes lettres sur une ligne. */
export const TITRES = [
  "Commune",
  "Nom de l'opération (ou du site en fonction de l'état d'avancement)",
  "Adresse",
  "Référence cadastrale",
  "Maître d'ouvrage de l'opération",
  "Nombre de logements projetés",
  "Nombre de logements sociaux projetés (au sens de l'inventaire SRU)",
  "PLAI",
  "PLUS",
  "PLS ou assimilés",
  "PSLA/BRS",
  "Année de financement prévisionnelle (comprise entre 2026 et 2028)",
  "Année de financement",
  "Observations",
];

/** Une ligne d'opération, dans l'ordre de ces titres. */
export interface Ligne {
  commune?: ValeurDeCellule;
  nom?: ValeurDeCellule;
  cadastre?: ValeurDeCellule;
  logements?: ValeurDeCellule;
  sociaux?: ValeurDeCellule;
  plai?: ValeurDeCellule;
  plus?: ValeurDeCellule;
  pls?: ValeurDeCellule;
  accession?: ValeurDeCellule;
  prevue?: ValeurDeCellule;
  financee?: ValeurDeCellule;
  observations?: ValeurDeCellule;
}

export function enLigne(ligne: Ligne): ValeurDeCellule[] {
  const { commune, nom, cadastre, logements, sociaux, plai, plus, pls, accession } = ligne;
  const nombres = [logements, sociaux, plai, plus, pls, accession, ligne.prevue, ligne.financee];
  return [commune, nom, "1 rue Haute", cadastre, null, ...nombres, ligne.observations].map(
    (valeur) => valeur ?? null
  );
}

/** Une feuille d'article 3 de ces opérations, et de ces projets ultérieurs. */
export function article3(lignes: readonly Ligne[], ulterieurs: readonly Ligne[] = []): FeuilleLue {
  const suite = ulterieurs.length === 0 ? [] : [["Projets ultérieurs"], ...ulterieurs.map(enLigne)];
  return feuilleDe([["Article 3"], [], TITRES, ...lignes.map(enLigne), [], ...suite], "Article 3");
}

export function objectifsDe(
  communes: readonly (Partial<ObjectifDeCommune> & { nom: string; objectif: number })[],
  type: Objectifs["type"] = "mutualisant"
): Objectifs {
  const vides = { insee: null, deficit: null, objectifLegal: null, plai: null, pls: null };
  return {
    periode: "2026-2028",
    type,
    sansObjectif: [],
    communes: communes.map((commune) => ({ ...vides, ...commune })),
  };
}
