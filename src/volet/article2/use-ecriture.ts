import { useState } from "react";
import { codeDErreur } from "../../classeur";
import { planArticle2 } from "../../feuilles";
import { useClasseur } from "../classeur";
import type { TableauControle } from "../controler/controler-feuille";

type EtatDEcriture =
  | { etape: "à faire" }
  | { etape: "en cours" }
  | { etape: "faite"; nom: string }
  | { etape: "échouée"; code: string | undefined };

interface Ecriture {
  etat: EtatDEcriture;
  ecrire: (nom: string) => Promise<void>;
  /** Feuilles ajoutées depuis le dernier contrôle, qui ne les connaît pas encore. */
  ecrites: readonly string[];
}

/** Écrit l'article 2 du tableau contrôlé sur une nouvelle feuille. */
export function useEcriture({ controle }: TableauControle): Ecriture {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDEcriture>({ etape: "à faire" });
  const [ecrites, setEcrites] = useState<readonly string[]>([]);

  const ecrire = async (nom: string): Promise<void> => {
    setEtat({ etape: "en cours" });
    try {
      const ecrite = await classeur.ecrirePlan(planArticle2(controle, nom));
      setEcrites((avant) => [...avant, ecrite]);
      setEtat({ etape: "faite", nom: ecrite });
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  return { etat, ecrire, ecrites };
}
