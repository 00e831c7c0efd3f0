import type { FeuilleDuClasseur } from "../../classeur";
import {
  NOM_DE_LA_FEUILLE,
  colonnesDe,
  contexteDe,
  lireContrat,
  type Contrat,
  type ContratLu,
} from "../../contrat";
import { controlerLecture, type Controle } from "../../controle";
import {
  lireTableaux,
  type AucunTableau,
  type FeuilleLue,
  type TableauTrouve,
} from "../../tableau";
import type { Decoupage } from "../../territoire";
import { trierDuPire } from "./bilans";
import type { Modification } from "./use-contrat";

interface Lue {
  /** Nom de la feuille contrôlée. */
  feuille: string;
  /** Noms de toutes les feuilles du classeur. */
  feuilles: string[];
  /** Plage utilisée, si la feuille est trop grande pour avoir été lue en entier. */
  deborde: string | null;
  heure: Date;
  /** La feuille telle que lue : ses colonnes se désignent à la main. */
  lue: FeuilleLue;
  /** Ce que l'agent a répondu et désigné, enregistré ou non. */
  contrat: Contrat;
  /** Ce qui ne se lit pas sur la feuille « CMS – Contrat ». */
  illisibles: ContratLu["illisibles"];
  /** Vrai si le classeur a déjà cette feuille. */
  contratGarde: boolean;
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

/**
 * Cherche les tableaux d'une feuille lue, et les contrôle selon le contrat lu avec elle. Le plus bloquant est montré d'abord.
 * @param enAttente Ce que l'agent a répondu depuis, et que la feuille « CMS – Contrat » ne dit pas encore.
 */
export function controlerFeuille(
  lue: FeuilleDuClasseur,
  heure: Date,
  decoupage: Decoupage | null,
  enAttente: readonly Modification[]
): Resultat {
  const { nom: feuille, feuilles, deborde } = lue;
  const { contrat: lu, illisibles } = lireContrat(lue.contrat);
  const contrat = enAttente.reduce((connu, modifier) => modifier(connu), lu);
  const contratGarde = lue.contrat !== null;
  const commun = { feuille, feuilles, deborde, heure, lue, contrat, illisibles, contratGarde };
  // Ses versions signées ressemblent à un article 2 : la feuille du contrat n'est jamais un tableau à contrôler.
  const tableaux = feuille === NOM_DE_LA_FEUILLE ? { ...lue, cellules: [] } : lue;
  const lecture = lireTableaux(tableaux, { colonnes: colonnesDe(contrat, feuille) });
  const contexte = (epci: string | null) => contexteDe(contrat, epci);
  const { controles, constats } = controlerLecture(lecture, contexte, decoupage, contrat.versions);
  const retenus = controles
    .filter(({ retenu }) => retenu)
    .map((controle) => ({ ...controle, constats: [...controle.constats, ...constats] }));
  const [pire] = trierDuPire(retenus);
  if (!pire) {
    const absence = lecture.absence ?? {
      feuille,
      plage: null,
      cellulesLues: 0,
      rapport: false,
      cherches: [],
    };
    return { ...commun, reconnu: false, absence };
  }
  return { ...commun, reconnu: true, controles: retenus, controle: pire, tableau: pire.tableau };
}
