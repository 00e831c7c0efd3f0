import { useState } from "react";
import { codeDErreur, type CelluleGardee, type ValeurAEcrire } from "../../classeur";
import { useClasseur } from "../classeur";

export type EtatDesValeurs =
  | { etape: "à faire" }
  | { etape: "en cours" }
  | { etape: "faite"; nombre: number }
  /** Rien n'est écrit : ces cellules demandent qu'on en décide. */
  | { etape: "gardées"; gardees: CelluleGardee[] }
  | { etape: "échouée"; code: string | undefined };

interface EcritureDesValeurs {
  etat: EtatDesValeurs;
  ecrire: (valeurs: readonly ValeurAEcrire[], remplacerLesFormules?: boolean) => Promise<void>;
  renoncer: () => void;
}

/** L'écriture de nombres dans les cellules d'une feuille. @param ensuite Appelé une fois qu'ils y sont. */
export function useEcritureDeValeurs(
  feuille: string,
  ensuite: () => Promise<void>
): EcritureDesValeurs {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDesValeurs>({ etape: "à faire" });

  const ecrire: EcritureDesValeurs["ecrire"] = async (valeurs, remplacerLesFormules = false) => {
    if (etat.etape === "en cours") return;
    setEtat({ etape: "en cours" });
    try {
      const ecriture = await classeur.ecrireValeurs(feuille, valeurs, remplacerLesFormules);
      if (!ecriture.faite) {
        setEtat({ etape: "gardées", gardees: ecriture.gardees });
        return;
      }
      await ensuite();
      setEtat({ etape: "faite", nombre: valeurs.length });
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  return { etat, ecrire, renoncer: () => setEtat({ etape: "à faire" }) };
}
