import { useCallback, useRef, useState } from "react";
import { codeDErreur } from "../../classeur";
import type { Contrat } from "../../contrat";
import { useClasseur } from "../classeur";
import type { Resultat } from "./controler-feuille";

/** Une réponse donnée, ou une colonne désignée : ce qu'elle change au contrat. */
export type Modification = (contrat: Contrat) => Contrat;

export interface EtatDuContrat {
  /** Où en est l'enregistrement sur « CMS – Contrat » ; « non enregistré » : la dernière écriture a échoué. */
  etape: "à jour" | "en cours" | "enregistré" | "non enregistré";
  /** Code de l'erreur d'Office.js, après un échec. */
  code?: string;
  /** Vrai si une écriture a ajouté la feuille au classeur, depuis l'ouverture du volet. */
  ajoutee: boolean;
}

/** Le contrat à écrire, et si le classeur en a déjà la feuille. */
type AEcrire = Pick<Resultat, "contrat" | "contratGarde">;

interface SuiviDuContrat {
  etat: EtatDuContrat;
  /** Ce que le volet sait et que la feuille lue ne dit pas encore, dans l'ordre. */
  enAttente: () => readonly Modification[];
  ajouter: (modification: Modification) => void;
  /** À appeler avant une lecture ; ce qui est rendu, après : ce qui était déjà écrit alors, la lecture le dit. */
  avantDeLire: () => () => void;
  /** Écrit le contrat, tel que `actuel` le donne, jusqu'à ce que rien n'attende. */
  enregistrer: (actuel: () => AEcrire) => Promise<void>;
}

interface Faite {
  modification: Modification;
  enregistree: boolean;
}

/**
 * Les réponses de l'agent, de leur saisie à leur enregistrement. Elles valent aussitôt ; une écriture qui échoue les laisse en attente, et une lecture
 * partie avant l'écriture ne les fait pas oublier.
 */
export function useContrat(): SuiviDuContrat {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDuContrat>({ etape: "à jour", ajoutee: false });
  const faites = useRef<readonly Faite[]>([]);
  const ecriture = useRef(false);

  const enAttente = useCallback(() => faites.current.map(({ modification }) => modification), []);

  const ajouter = useCallback((modification: Modification): void => {
    faites.current = [...faites.current, { modification, enregistree: false }];
  }, []);

  const avantDeLire = useCallback(() => {
    const ecrites = faites.current.filter(({ enregistree }) => enregistree);
    return () => {
      faites.current = faites.current.filter((faite) => !ecrites.includes(faite));
    };
  }, []);

  const enregistrer = useCallback(
    async (actuel: () => AEcrire): Promise<void> => {
      if (ecriture.current) return;
      ecriture.current = true;
      const passer = (suite: Omit<EtatDuContrat, "ajoutee">, ajoutee = false): void =>
        setEtat((avant) => ({ ...suite, ajoutee: avant.ajoutee || ajoutee }));
      passer({ etape: "en cours" });
      try {
        let lot: readonly Faite[];
        while ((lot = faites.current.filter(({ enregistree }) => !enregistree)).length > 0) {
          const { contrat, contratGarde } = actuel();
          await classeur.enregistrerContrat(contrat);
          passer({ etape: "en cours" }, !contratGarde);
          for (const faite of lot) faite.enregistree = true;
        }
        passer({ etape: "enregistré" });
      } catch (erreur) {
        passer({ etape: "non enregistré", code: codeDErreur(erreur) });
      } finally {
        ecriture.current = false;
      }
    },
    [classeur]
  );

  return { etat, enAttente, ajouter, avantDeLire, enregistrer };
}
