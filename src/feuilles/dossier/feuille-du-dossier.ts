import type { Matiere } from "../matiere";
import type { PlanDeFeuille } from "../plan";

/** Une feuille que le volet propose de créer avec les autres. */
export interface FeuilleDuDossier {
  /** Ne change jamais. */
  cle: string;
  /** Ce que le volet affiche : « Article 3 – Les projets ». */
  titre: string;
  /** Ce qu'elle contient, en une phrase. */
  contenu: string;
  /** Nom proposé, 31 signes au plus. */
  nom: (periode: string) => string;
  /** @param nom Nom de la feuille, libre dans le classeur. */
  planifier: (matiere: Matiere, nom: string) => PlanDeFeuille;
}
