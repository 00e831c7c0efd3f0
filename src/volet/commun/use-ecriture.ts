import { useState } from "react";
import { codeDErreur } from "../../classeur";
import type { PlanDeFeuille } from "../../feuilles";
import { useClasseur } from "../classeur";

export type EtatDEcriture =
  | { etape: "à faire" }
  | { etape: "en cours" }
  | { etape: "faite"; nom: string }
  | { etape: "échouée"; code: string | undefined };

interface Ecriture {
  etat: EtatDEcriture;
  /** Écrit un plan sur une nouvelle feuille ; sans effet si une écriture est en cours. */
  ecrire: (preparer: () => PlanDeFeuille | Promise<PlanDeFeuille>) => Promise<void>;
  /** Feuilles ajoutées depuis le dernier contrôle, qui ne les connaît pas encore. */
  ecrites: readonly string[];
}

/** L'écriture d'un plan sur une nouvelle feuille, et où elle en est. */
export function useEcriture(): Ecriture {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDEcriture>({ etape: "à faire" });
  const [ecrites, setEcrites] = useState<readonly string[]>([]);

  const ecrire: Ecriture["ecrire"] = async (preparer) => {
    if (etat.etape === "en cours") return;
    setEtat({ etape: "en cours" });
    try {
      const ecrite = await classeur.ecrirePlan(await preparer());
      setEcrites((avant) => [...avant, ecrite]);
      setEtat({ etape: "faite", nom: ecrite });
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  return { etat, ecrire, ecrites };
}
