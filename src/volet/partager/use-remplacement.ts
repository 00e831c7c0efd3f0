import { useState } from "react";
import { codeDErreur, type Remplacement } from "../../classeur";
import { useClasseur } from "../classeur";

export type EtatDuRemplacement =
  | { etape: "à faire" }
  | { etape: "en cours" }
  /** `retour` : ces écritures ont rendu les formules d'avant. */
  | { etape: "faite"; ecrites: readonly Remplacement[]; retour: boolean }
  /** Rien n'est écrit : ces cellules ne portent plus la formule lue. */
  | { etape: "changées"; adresses: readonly string[] }
  | { etape: "échouée"; code: string | undefined };

interface EcritureDeFormules {
  etat: EtatDuRemplacement;
  ecrire: (remplacements: readonly Remplacement[]) => Promise<void>;
  /** Rend aux cellules écrites leurs formules d'avant. */
  retablir: () => Promise<void>;
  oublier: () => void;
}

/** Des formules mises à la place d'autres, et le chemin du retour. @param ensuite Appelé une fois qu'elles y sont. */
export function useRemplacement(ensuite?: () => Promise<void>): EcritureDeFormules {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDuRemplacement>({ etape: "à faire" });

  const remplacer = async (
    remplacements: readonly Remplacement[],
    retour: boolean
  ): Promise<void> => {
    if (etat.etape === "en cours") return;
    setEtat({ etape: "en cours" });
    try {
      const ecriture = await classeur.remplacerFormules(remplacements);
      if (!ecriture.faite) {
        setEtat({ etape: "changées", adresses: ecriture.changees.map(({ adresse }) => adresse) });
        return;
      }
      await ensuite?.();
      setEtat({ etape: "faite", ecrites: ecriture.ecrites, retour });
    } catch (erreur) {
      setEtat({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };

  return {
    etat,
    ecrire: (remplacements) => remplacer(remplacements, false),
    retablir: async () => {
      if (etat.etape !== "faite") return;
      const inverses = etat.ecrites.map((r) => ({ ...r, avant: r.apres, apres: r.avant }));
      await remplacer(inverses, !etat.retour);
    },
    oublier: () => setEtat({ etape: "à faire" }),
  };
}
