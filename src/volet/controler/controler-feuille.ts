import type { FeuilleActive } from "../../classeur";
import { controlerLecture, type Controle } from "../../controle";
import { lireTableaux, type AucunTableau, type TableauTrouve } from "../../tableau";

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
  tableau: TableauTrouve;
  controle: Controle;
}

export interface SansTableau extends Lue {
  reconnu: false;
  absence: AucunTableau;
}

export type Resultat = TableauControle | SansTableau;

/** Cherche le tableau d'une feuille lue, et le contrôle : s'il y en a plusieurs, le premier de la période la plus récente. */
export function controlerFeuille(lue: FeuilleActive, heure: Date): Resultat {
  const { nom: feuille, feuilles, deborde } = lue;
  const commun = { feuille, feuilles, deborde, heure };
  const lecture = lireTableaux(lue);
  const { controles, constats } = controlerLecture(lecture);
  const retenu = controles.find((candidat) => candidat.retenu);
  if (!retenu) {
    const absence = lecture.absence ?? { feuille, plage: null, cellulesLues: 0, cherches: [] };
    return { ...commun, reconnu: false, absence };
  }
  const controle = { ...retenu, constats: [...retenu.constats, ...constats] };
  return { ...commun, reconnu: true, tableau: controle.tableau, controle };
}
