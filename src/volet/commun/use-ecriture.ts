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
}

/**
 * L'écriture de plans, tous ou aucun, et où elle en est.
 * @param relire Fait connaître au volet les feuilles ajoutées : Excel ne prévient pas de nos propres écritures.
 * @param lue La feuille que lisent les formules des plans : renommée depuis, rien ne s'écrit.
 */
export function useEcriture(relire: () => Promise<void>, lue?: string): Ecriture {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDEcriture>({ etape: "à faire" });

  const ecrire: Ecriture["ecrire"] = async (preparer) => {
    if (etat.etape === "en cours") return false;
    setEtat({ etape: "en cours" });
    try {
      const noms = await classeur.ecrirePlans(await preparer(), lue);
      await relire();
      setEtat({ etape: "faite", noms });
      return true;
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
      return false;
    }
  };
  return { etat, ecrire };
}
