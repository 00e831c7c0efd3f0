import { useCallback, useEffect, useRef, useState } from "react";
import { codeDErreur, type ALire, type FeuilleDuClasseur } from "../../classeur";
import { chargerDecoupage } from "../../territoire";
import { useClasseur } from "../classeur";
import { cellulesEnCause } from "./cellules-en-cause";
import type { Resultat } from "./controler-feuille";
import { useContrat, type EtatDuContrat, type Modification } from "./use-contrat";
import { cleDuControle, montrer } from "./montrer";
import { resteSurSaFeuille } from "./reste-sur-sa-feuille";
import { useSurlignage, type EtatDuSurlignage } from "./use-surlignage";

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
  /** Ce que le prochain contrôle lira. */
  aLire: ALire;
}

export interface ControleDeLaFeuille extends EtatDuControle {
  controler: () => Promise<void>;
  /** Relit ce qui est contrôlé, sans passer à une autre feuille : le complément vient d'en ajouter. */
  relire: () => Promise<void>;
  /** Contrôle autre chose que la feuille active, et s'y tient. */
  lire: (aLire: ALire) => Promise<void>;
  surlignage: EtatDuSurlignage;
  /** Surligne la feuille contrôlée, et suit ses contrôles ; ou retire le surlignage. */
  surligner: (actif: boolean) => Promise<void>;
  /** Montre un autre contrôle de la feuille, désigné par sa clé. */
  choisir: (cle: string) => void;
  contrat: EtatDuContrat;
  /** Change le contrat, recontrôle aussitôt ce qui a été lu, et l'enregistre ; sans modification, réessaie d'enregistrer. */
  modifier: (modification?: Modification) => Promise<void>;
}

const DEPART: EtatDuControle = {
  resultat: null,
  echec: null,
  enCours: false,
  automatique: true,
  aLire: "active",
};

/** Ce qui était à lire n'est plus là : la prochaine lecture revient à la feuille active. */
const INTROUVABLE: (string | undefined)[] = ["ItemNotFound", "InvalidSelection"];

/** Contrôle la feuille active à la demande, puis à chaque changement du classeur. */
export function useControle(): ControleDeLaFeuille {
  const classeur = useClasseur();
  const [etat, setEtat] = useState(DEPART);
  const [choix, setChoix] = useState<string | null>(null);
  const dernierEssai = useRef(0);
  const aLire = useRef<ALire>("active");
  const { demander, attendu, repos, suivre, ...surlignage } = useSurlignage();
  const { etat: contrat, enAttente, ajouter, avantDeLire, enregistrer } = useContrat();
  /** Refait le dernier contrôle, sans relire la feuille. */
  const recontroler = useRef<(() => Resultat) | null>(null);
  const dernier = useRef<Resultat | null>(null);

  const lancer = useCallback(
    async (attendreLaSaisie: boolean): Promise<void> => {
      const essai = ++dernierEssai.current;
      // Une réponse dépassée par un essai plus récent ne s'affiche pas.
      const conclure = (suite: Partial<EtatDuControle>): void => {
        if (essai === dernierEssai.current) setEtat((avant) => ({ ...avant, ...suite }));
      };
      conclure({ enCours: true });
      await repos();
      const oublierLeDejaLu = avantDeLire();
      const lireEtControler = async (demande: ALire) => {
        const [lue, { controlerFeuille }, decoupage] = await Promise.all([
          classeur.lireFeuille({ aLire: demande, attendreLaSaisie, avecSurlignage: attendu() }),
          // Les règles du contrôle ne pèsent pas sur l'ouverture du volet.
          import(/* webpackChunkName: "onglets" */ "./controler-feuille"),
          chargerDecoupage(),
        ]);
        const controlerLue = (): Resultat =>
          controlerFeuille(lue, new Date(), decoupage, enAttente());
        return { lue, controlerLue, resultat: controlerLue() };
      };
      try {
        let lecture = await lireEtControler(aLire.current);
        const avant = dernier.current;
        // Personne n'a demandé ce contrôle : ouvrir une feuille tirée du tableau ne fait pas perdre celui-ci. Renommé, il est perdu.
        if (attendreLaSaisie && resteSurSaFeuille(avant, lecture.resultat, lecture.lue))
          lecture = await lireEtControler({ feuille: avant.feuille }).catch(() => lecture);
        if (essai !== dernierEssai.current) return;
        oublierLeDejaLu();
        const { lue, controlerLue, resultat } = lecture;
        recontroler.current = controlerLue;
        dernier.current = resultat;
        aLire.current = fixer(aLire.current, lue);
        conclure({ resultat, echec: null, enCours: false, aLire: aLire.current });
        // Un nouveau contrôle ne change pas de tableau sous les yeux de l'agent.
        setChoix((avant) => {
          const montre = montrer(resultat, avant);
          return montre.reconnu ? cleDuControle(montre.controle) : null;
        });
        await suivre(lue, cellulesEnCause(resultat.reconnu ? resultat.controles : []));
      } catch (erreur) {
        const code = codeDErreur(erreur);
        if (INTROUVABLE.includes(code)) aLire.current = "active";
        conclure({ echec: { code }, enCours: false, aLire: aLire.current });
      }
    },
    [classeur, attendu, repos, suivre, avantDeLire, enAttente]
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
  const relire = useCallback(() => lancer(true), [lancer]);
  const lire = useCallback(
    (demande: ALire) => {
      aLire.current = demande;
      return lancer(false);
    },
    [lancer]
  );
  const resultat = etat.resultat && montrer(etat.resultat, choix);
  const feuille = resultat?.feuille;
  const surligner = useCallback(
    async (actif: boolean) => {
      if (feuille === undefined) return;
      demander(feuille, actif);
      await lancer(false);
    },
    [demander, feuille, lancer]
  );
  const modifier = useCallback(
    async (modification?: Modification) => {
      const refaire = recontroler.current;
      if (!refaire) return;
      if (modification) {
        ajouter(modification);
        setEtat((avant) => ({ ...avant, resultat: refaire() }));
      }
      await enregistrer(() => (recontroler.current ?? refaire)());
      // Une réponse change aussi ce qui est à surligner.
      if (attendu()) await lancer(true);
    },
    [ajouter, attendu, enregistrer, lancer]
  );
  return {
    ...etat,
    resultat,
    controler,
    relire,
    lire,
    surlignage,
    surligner,
    choisir: setChoix,
    contrat,
    modifier,
  };
}

/** La sélection vaut au moment où on la choisit : cliquer ailleurs ensuite ne change pas ce qui est contrôlé. */
function fixer(demande: ALire, { nom, plage }: FeuilleDuClasseur): ALire {
  if (demande !== "selection") return demande;
  return plage === null ? "active" : { feuille: nom, plage };
}
