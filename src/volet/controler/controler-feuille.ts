import type { FeuilleActive } from "../../classeur";
import { controlerLecture, type Controle, type Verdict } from "../../controle";
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
  /** Un par tableau de la période la plus récente et par EPCI, dans l'ordre de la feuille. */
  controles: readonly Controle[];
  /** Celui qui est montré, et son tableau. */
  controle: Controle;
  tableau: TableauTrouve;
}

export interface SansTableau extends Lue {
  reconnu: false;
  absence: AucunTableau;
}

export type Resultat = TableauControle | SansTableau;

/** Du plus bloquant au moins bloquant. */
const DU_PIRE: readonly Verdict[] = [
  "non conforme",
  "avertissements seulement",
  "à confirmer",
  "conforme",
];

/** Cherche les tableaux d'une feuille lue, et les contrôle. Le plus bloquant est montré d'abord. */
export function controlerFeuille(lue: FeuilleActive, heure: Date): Resultat {
  const { nom: feuille, feuilles, deborde } = lue;
  const commun = { feuille, feuilles, deborde, heure };
  const lecture = lireTableaux(lue);
  const { controles, constats } = controlerLecture(lecture);
  const retenus = controles
    .filter(({ retenu }) => retenu)
    .map((controle) => ({ ...controle, constats: [...controle.constats, ...constats] }));
  const pire = DU_PIRE.flatMap((verdict) =>
    retenus.filter((controle) => controle.verdict === verdict)
  )[0];
  if (!pire) {
    const absence = lecture.absence ?? { feuille, plage: null, cellulesLues: 0, cherches: [] };
    return { ...commun, reconnu: false, absence };
  }
  return { ...commun, reconnu: true, controles: retenus, controle: pire, tableau: pire.tableau };
}
