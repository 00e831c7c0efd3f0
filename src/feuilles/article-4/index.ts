import { Composition } from "../composer";
import { enFeuille, ouvrir } from "../dossier/commun";
import type { Matiere } from "../matiere";
import type { PlanDeFeuille, Validation } from "../plan";
import { fixerLaDuree, fixerLesComites } from "./duree";
import { animer, gouverner } from "./gouvernance";
import { LARGEURS } from "./largeurs";

/** « Article 4 – 2026-2028 ». */
export function nomArticle4(periode: string): string {
  return `Article 4 – ${periode}`;
}

/** L'article 4 de la trame : qui pilote, qui suit, jusqu'à quand, et les comités à tenir. */
export function planArticle4(matiere: Matiere, nom: string): PlanDeFeuille {
  const page = new Composition(LARGEURS.length);
  const validations: Validation[] = [];
  ouvrir(page, matiere, "Article 4 – Pilotage, suivi et animation du contrat de mixité sociale");
  gouverner(page, matiere, validations);
  const saut = page.ligne;
  animer(page, validations);
  const terme = fixerLaDuree(page, matiere, validations);
  fixerLesComites(page, matiere, terme, validations);
  return enFeuille(page, matiere, {
    nom,
    titre: "article 4",
    largeurs: LARGEURS,
    sauts: [saut],
    validations,
  });
}
