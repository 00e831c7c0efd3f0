import { useCallback, useRef, useState } from "react";
import { codeDErreur, type EnCause, type FeuilleDuClasseur } from "../../classeur";
import { useClasseur } from "../classeur";

export interface EtatDuSurlignage {
  /** Feuilles où le surlignage suit chaque contrôle. */
  suivies: ReadonlySet<string>;
  /** Ce que la dernière écriture a laissé dans la feuille, ou pourquoi elle a échoué ; `null` : rien d'écrit. */
  issue: IssueDuSurlignage | null;
}

export type IssueDuSurlignage =
  { fait: "pose" | "rien" | "retrait" } | { fait: "echec"; code: string | undefined };

interface Surlignage extends EtatDuSurlignage {
  /** Suit désormais les contrôles de cette feuille, ou s'y retire : fait par le prochain contrôle. */
  demander: (feuille: string, actif: boolean) => void;
  /** Vrai si une feuille l'attend : la lecture doit relever ce qui est déjà posé. */
  attendu: () => boolean;
  /** Attend la fin de l'écriture en cours : une lecture faite pendant ne saurait pas ce qu'elle pose. */
  repos: () => Promise<void>;
  /** Met la feuille qui vient d'être lue à jour de ce contrôle, si elle l'attend. Un aller-retour, ou aucun si rien ne change. */
  suivre: (lue: FeuilleDuClasseur, enCause: EnCause) => Promise<void>;
}

const RIEN: EnCause = { erreur: [], avertissement: [] };

/** Le surlignage des cellules en cause. Rien n'est écrit sans que l'agent l'ait demandé pour cette feuille. */
export function useSurlignage(): Surlignage {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDuSurlignage>({ suivies: new Set(), issue: null });
  const voulues = useRef(new Map<string, "suivre" | "retirer">());
  const posees = useRef(new Map<string, string>());
  const ecriture = useRef(Promise.resolve());

  const conclure = useCallback((issue: IssueDuSurlignage | null) => {
    const suivies = [...voulues.current].filter(([, voulu]) => voulu === "suivre");
    setEtat({ suivies: new Set(suivies.map(([feuille]) => feuille)), issue });
  }, []);

  const demander = useCallback(
    (feuille: string, actif: boolean): void => {
      voulues.current.set(feuille, actif ? "suivre" : "retirer");
      conclure(null);
    },
    [conclure]
  );

  const attendu = useCallback(() => voulues.current.size > 0, []);
  const repos = useCallback(() => ecriture.current, []);

  const suivre = useCallback(
    (lue: FeuilleDuClasseur, enCause: EnCause): Promise<void> => {
      const { nom, surlignage } = lue;
      const voulu = voulues.current.get(nom);
      if (!voulu) return Promise.resolve();
      const aPoser = voulu === "suivre" ? enCause : RIEN;
      const cle = (regles: number | undefined): string => JSON.stringify([aPoser, regles]);
      const ecrire = async (): Promise<void> => {
        try {
          if (posees.current.get(nom) !== cle(surlignage?.length)) {
            posees.current.set(nom, cle(await classeur.surligner(nom, aPoser, surlignage)));
          }
          if (voulu === "retirer") voulues.current.delete(nom);
          const vide = aPoser.erreur.length + aPoser.avertissement.length === 0;
          conclure({ fait: voulu === "retirer" ? "retrait" : vide ? "rien" : "pose" });
        } catch (erreur) {
          voulues.current.delete(nom);
          conclure({ fait: "echec", code: codeDErreur(erreur) });
        }
      };
      ecriture.current = ecrire();
      return ecriture.current;
    },
    [classeur, conclure]
  );

  return { ...etat, demander, attendu, repos, suivre };
}
