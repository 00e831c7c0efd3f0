import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ListeDeRemarques } from "../controler/constats";

/** Remarques montrées d'emblée. */
const PREMIERES = 10;

interface Props {
  remarques: readonly ReactNode[];
  /** Ce qu'elles sont, au pluriel : « alertes ». */
  nom: string;
}

/** Une longue liste ne se montre en entier que si on le demande. */
export function ListeADeplier({ remarques, nom }: Props): React.JSX.Element {
  const [toutes, setToutes] = useState(false);
  const reste = toutes ? 0 : remarques.length - PREMIERES;
  return (
    <>
      <ListeDeRemarques>{reste > 0 ? remarques.slice(0, PREMIERES) : remarques}</ListeDeRemarques>
      {reste > 0 && (
        <Button size="small" onClick={() => setToutes(true)}>
          Tout montrer, {remarques.length} {nom}
        </Button>
      )}
    </>
  );
}
