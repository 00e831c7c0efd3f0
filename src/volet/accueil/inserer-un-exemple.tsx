import { Button } from "@fluentui/react-components";
import { Suspense, lazy, useId, useState } from "react";
import { Attente } from "../commun/attente";

const ChoixDExemple = lazy(() => import(/* webpackChunkName: "exemples" */ "./choix-d-exemple"));

interface Props {
  controler: () => Promise<void>;
}

/** Le bouton « Insérer un exemple », et le choix qu'il déplie. */
export function InsererUnExemple({ controler }: Props): React.JSX.Element {
  const choix = useId();
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button aria-expanded={ouvert} aria-controls={choix} onClick={() => setOuvert(!ouvert)}>
        Insérer un exemple
      </Button>
      <div id={choix}>
        {ouvert && (
          <Suspense fallback={<Attente />}>
            <ChoixDExemple controler={controler} />
          </Suspense>
        )}
      </div>
    </>
  );
}
