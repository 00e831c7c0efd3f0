import type { FeuilleActive } from "../../classeur";
import { controlerTableau, type Controle } from "../../controle";
import { lireTableau, type AucunTableau, type TableauLu } from "../../tableau";

interface Lue {
  /** Nom de la feuille contrôlée. */
  feuille: string;
  /** Noms de toutes les feuilles du classeur. */
  feuilles: string[];
  /** Plage utilisée, si la feuille est trop grande pour avoir été lue en entier. */
  deborde: string | null;
  heure: Date;
}

export interface TableauControle extends Lue {
  reconnu: true;
  tableau: TableauLu;
  controle: Controle;
}

export interface SansTableau extends Lue {
  reconnu: false;
  absence: AucunTableau;
}

export type Resultat = TableauControle | SansTableau;

/** Cherche le tableau d'une feuille lue, et le contrôle. */
export function controlerFeuille(lue: FeuilleActive, heure: Date): Resultat {
  const { nom: feuille, feuilles, deborde } = lue;
  const commun = { feuille, feuilles, deborde, heure };
  const lecture = lireTableau(lue);
  if (!lecture.trouve) return { ...commun, reconnu: false, absence: lecture.absence };
  const { tableau } = lecture;
  return { ...commun, reconnu: true, tableau, controle: controlerTableau(tableau) };
}
