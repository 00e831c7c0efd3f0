import type { Validation } from "../plan";
import type { Indicateur } from "./indicateurs";

/** Ce qu'une grille de saisie laisse à sa feuille. */
export interface Grille {
  /** Première ligne des titres. */
  titres: number;
  /** Dernière ligne des titres. */
  figeeJusqua: number;
  validations: Validation[];
}

/** Les réponses proposées pour les cases d'un indicateur ; `null` : tout s'y écrit. */
export function choisir(plage: string, { titre, choix, aide }: Indicateur): Validation | null {
  if (!choix) return null;
  return { plage, regle: { liste: choix }, invite: { titre, texte: aide } };
}
