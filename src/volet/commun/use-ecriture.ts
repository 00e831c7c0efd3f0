import { useState } from "react";
import { codeDErreur } from "../../classeur";
import type { PlanDeFeuille } from "../../feuilles";
import { useClasseur } from "../classeur";

export type EtatDEcriture =
  | { etape: "à faire" }
  | { etape: "en cours" }
  | { etape: "faite"; noms: readonly string[] }
  | { etape: "échouée"; code: string | undefined };

interface Ecriture {
  etat: EtatDEcriture;
  /** Écrit chaque plan sur une nouvelle feuille ; sans effet si une écriture est en cours. Rend vrai si tout est écrit. */
  ecrire: (preparer: () => PlanDeFeuille[] | Promise<PlanDeFeuille[]>) => Promise<boolean>;
  /** Feuilles ajoutées depuis le dernier contrôle, qui ne les connaît pas encore. */
  ecrites: readonly string[];
}

/** L'écriture de plans, tous ou aucun, et où elle en est. */
export function useEcriture(): Ecriture {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDEcriture>({ etape: "à faire" });
  const [ecrites, setEcrites] = useState<readonly string[]>([]);

  const ecrire: Ecriture["ecrire"] = async (preparer) => {
    if (etat.etape === "en cours") return false;
    setEtat({ etape: "en cours" });
    try {
      const noms = await classeur.ecrirePlans(await preparer());
      setEcrites((avant) => [...avant, ...noms]);
      setEtat({ etape: "faite", noms });
      return true;
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
      return false;
    }
  };
  return { etat, ecrire, ecrites };
}
