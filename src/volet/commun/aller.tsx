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

interface Props {
  /** Change à chaque contrôle : l'échec d'avant ne se dit plus. */
  controle?: Date;
  children: ReactNode;
}

/** Porte l'échec du dernier « Aller à » pour tous les liens qu'il entoure. */
export function FournirAller({ controle, children }: Props): React.JSX.Element {
  const classeur = useClasseur();
  const [echec, setEchec] = useState<{ code: string | undefined; lors: Date | undefined } | null>(
    null
  );

  const aller = useCallback<Aller>(
    async (feuille, adresse) => {
      try {
        await classeur.allerA(feuille, adresse);
        setEchec(null);
      } catch (erreur) {
        setEchec({ code: codeDErreur(erreur), lors: controle });
      }
    },
    [classeur, controle]
  );

  return (
    <Contexte.Provider value={aller}>
      {echec && echec.lors === controle && <MessageDErreur {...phraserErreurExcel(echec.code)} />}
      {children}
    </Contexte.Provider>
  );
}
