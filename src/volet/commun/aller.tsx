import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { codeDErreur } from "../../classeur";
import { phraserErreurExcel } from "../../redaction";
import { useClasseur } from "../classeur";
import { MessageDErreur } from "./message-d-erreur";

type Aller = (feuille: string, adresse: string) => Promise<void>;

const Contexte = createContext<Aller>(() =>
  Promise.reject(new Error("Aucun FournirAller au-dessus"))
);

/** Va à une cellule ; un refus d'Excel se dit en tête de ce que ce fournisseur entoure. */
export function useAller(): Aller {
  return useContext(Contexte);
}

/** Porte l'échec du dernier « Aller à » pour tous les liens qu'il entoure. */
export function FournirAller({ children }: { children: ReactNode }): React.JSX.Element {
  const classeur = useClasseur();
  const [echec, setEchec] = useState<{ code: string | undefined } | null>(null);

  const aller = useCallback<Aller>(
    async (feuille, adresse) => {
      try {
        await classeur.allerA(feuille, adresse);
        setEchec(null);
      } catch (erreur) {
        setEchec({ code: codeDErreur(erreur) });
      }
    },
    [classeur]
  );

  return (
    <Contexte.Provider value={aller}>
      {echec && <MessageDErreur {...phraserErreurExcel(echec.code)} />}
      {children}
    </Contexte.Provider>
  );
}
