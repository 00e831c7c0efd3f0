import { useState } from "react";
import { codeDErreur } from "../../classeur";
import { useClasseur } from "../classeur";

type EtatDInsertion =
  | { etape: "aucune" }
  | { etape: "faite"; adresse: string }
  | { etape: "à confirmer"; formule: string; adresse: string; contenu: string }
  | { etape: "échouée"; code: string | undefined };

export interface Insertions {
  etat: EtatDInsertion;
  /** `remplacer` : adresse d'une cellule occupée, que l'utilisateur accepte d'écraser. */
  inserer: (formule: string, remplacer?: string) => Promise<void>;
  renoncer: () => void;
}

/** Insère une formule dans la cellule sélectionnée ; une cellule occupée demande une confirmation. */
export function useInsertion(): Insertions {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDInsertion>({ etape: "aucune" });

  const inserer = async (formule: string, remplacer?: string): Promise<void> => {
    try {
      const insertion = await classeur.insererFormule(formule, remplacer);
      const { adresse } = insertion;
      setEtat(
        insertion.faite
          ? { etape: "faite", adresse }
          : { etape: "à confirmer", formule, adresse, contenu: insertion.contenu }
      );
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  return { etat, inserer, renoncer: () => setEtat({ etape: "aucune" }) };
}
