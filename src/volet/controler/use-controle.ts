import { useCallback, useEffect, useRef, useState } from "react";
import { codeDErreur } from "../../classeur";
import { useClasseur } from "../classeur";
import type { Resultat } from "./controler-feuille";
import { cleDuControle, montrer } from "./montrer";

export interface EchecDeLecture {
  code: string | undefined;
}

export interface EtatDuControle {
  /** Dernier contrôle réussi ; il reste affiché pendant le suivant. */
  resultat: Resultat | null;
  /** Le dernier essai a échoué. */
  echec: EchecDeLecture | null;
  enCours: boolean;
  /** Faux si Excel ne prévient pas des changements : il faut relancer à la main. */
  automatique: boolean;
}

export interface ControleDeLaFeuille extends EtatDuControle {
  controler: () => Promise<void>;
  /** Montre un autre contrôle de la feuille, désigné par sa clé. */
  choisir: (cle: string) => void;
}

const DEPART: EtatDuControle = {
  resultat: null,
  echec: null,
  enCours: false,
  automatique: true,
};

/** Contrôle la feuille active à la demande, puis à chaque changement du classeur. */
export function useControle(): ControleDeLaFeuille {
  const classeur = useClasseur();
  const [etat, setEtat] = useState(DEPART);
  const [choix, setChoix] = useState<string | null>(null);
  const dernierEssai = useRef(0);

  const lancer = useCallback(
    async (attendreLaSaisie: boolean): Promise<void> => {
      const essai = ++dernierEssai.current;
      // Une réponse dépassée par un essai plus récent ne s'affiche pas.
      const conclure = (suite: Partial<EtatDuControle>): void => {
        if (essai === dernierEssai.current) setEtat((avant) => ({ ...avant, ...suite }));
      };
      conclure({ enCours: true });
      try {
        const [lue, { controlerFeuille }] = await Promise.all([
          classeur.lireFeuilleActive(attendreLaSaisie),
          // Les règles du contrôle ne pèsent pas sur l'ouverture du volet.
          import(/* webpackChunkName: "onglets" */ "./controler-feuille"),
        ]);
        const resultat = controlerFeuille(lue, new Date());
        conclure({ resultat, echec: null, enCours: false });
        // Un nouveau contrôle ne change pas de tableau sous les yeux de l'agent.
        setChoix((avant) => {
          const montre = montrer(resultat, avant);
          return montre.reconnu ? cleDuControle(montre.controle) : null;
        });
      } catch (erreur) {
        conclure({ echec: { code: codeDErreur(erreur) }, enCours: false });
      }
    },
    [classeur]
  );

  const commence = etat.resultat !== null || etat.echec !== null;
  useEffect(() => {
    if (!commence) return undefined;
    const abonnement = classeur.surChangement(() => void lancer(true));
    abonnement.catch(() => setEtat((avant) => ({ ...avant, automatique: false })));
    return () => {
      // Rien à dire si le désabonnement échoue : le volet se ferme, ou l'abonnement n'a jamais abouti.
      abonnement.then((desabonner) => desabonner()).catch(() => undefined);
    };
  }, [classeur, commence, lancer]);

  const controler = useCallback(() => lancer(false), [lancer]);
  const resultat = etat.resultat && montrer(etat.resultat, choix);
  return { ...etat, resultat, controler, choisir: setChoix };
}
