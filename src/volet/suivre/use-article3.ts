import { useCallback, useEffect, useRef, useState } from "react";
import { codeDErreur, type FeuilleDuClasseur } from "../../classeur";
import { useClasseur } from "../classeur";

export interface Lecture {
  /** Dernière lecture réussie de la feuille ; elle reste affichée pendant la suivante. */
  lue: FeuilleDuClasseur | null;
  /** Pourquoi la dernière lecture a échoué. */
  echec: { code: string | undefined } | null;
  enCours: boolean;
}

interface LectureDeLArticle3 extends Lecture {
  relire: () => Promise<void>;
}

const DEPART: Lecture = { lue: null, echec: null, enCours: false };

/**
 * Lit la feuille « Article 3 » à l'ouverture, puis chaque fois que le classeur change ; un aller-retour.
 * @param feuille Son nom ; `null` : le classeur n'en a pas.
 * @param signal Change à chaque changement du classeur.
 */
export function useArticle3(feuille: string | null, signal: unknown): LectureDeLArticle3 {
  const classeur = useClasseur();
  const [lecture, setLecture] = useState(DEPART);
  const dernierEssai = useRef(0);

  const lancer = useCallback(
    async (attendreLaSaisie: boolean): Promise<void> => {
      const essai = ++dernierEssai.current;
      // Une réponse dépassée par un essai plus récent ne s'affiche pas.
      const conclure = (suite: Partial<Lecture>): void => {
        if (essai === dernierEssai.current) setLecture((avant) => ({ ...avant, ...suite }));
      };
      if (feuille === null) return conclure(DEPART);
      conclure({ enCours: true });
      try {
        const lue = await classeur.lireFeuille({ aLire: { feuille }, attendreLaSaisie });
        conclure({ lue, echec: null, enCours: false });
      } catch (erreur) {
        conclure({ echec: { code: codeDErreur(erreur) }, enCours: false });
      }
    },
    [classeur, feuille]
  );

  useEffect(() => {
    // Personne n'a demandé cette lecture : elle attend la fin d'une saisie.
    void lancer(true);
  }, [lancer, signal]);

  const relire = useCallback(() => lancer(false), [lancer]);
  // Une feuille qu'on vient de changer ne montre pas l'ancienne.
  const lue = lecture.lue?.nom === feuille ? lecture.lue : null;
  return { ...lecture, lue, relire };
}
