import { nomArticle2, planArticle2 } from "../article-2";
import type { FeuilleDuDossier } from "./feuille-du-dossier";

export type { FeuilleDuDossier } from "./feuille-du-dossier";

/** Les feuilles du dossier, dans l'ordre de la trame. */
export const FEUILLES_DU_DOSSIER: readonly FeuilleDuDossier[] = [
  {
    cle: "article-2",
    titre: "Article 2 – Les objectifs",
    contenu: "Les objectifs de chaque commune, avant et après le contrat, et leurs PLAI et PLS.",
    nom: nomArticle2,
    planifier: ({ controle, forme, plh }, nom) => planArticle2(controle, nom, { forme, plh }),
  },
];
