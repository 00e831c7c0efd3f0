import { Button } from "@fluentui/react-components";
import { Suspense, lazy, useId, useRef, useState } from "react";
import type { Colonnes } from "../../tableau";
import { Attente } from "../commun/attente";
import type { Resultat } from "./controler-feuille";
import type { ControleDeLaFeuille } from "./use-controle";

const ChoixDesColonnes = lazy(
  () => import(/* webpackChunkName: "colonnes" */ "./choix-des-colonnes")
);

interface Props {
  nom: "Corriger les colonnes" | "Désigner les colonnes";
  resultat: Resultat;
  /** Celles du tableau, ou ce qui a été trouvé d'un tableau. */
  colonnes: Colonnes;
  etat: ControleDeLaFeuille;
}

/** Le bouton qui déplie la désignation des colonnes à la main. */
export function CorrigerLesColonnes({ nom, ...props }: Props): React.JSX.Element {
  const choix = useId();
  const bouton = useRef<HTMLButtonElement>(null);
  const [ouvert, setOuvert] = useState(false);
  const fermer = (): void => {
    setOuvert(false);
    bouton.current?.focus();
  };
  return (
    <>
      <Button
        ref={bouton}
        aria-expanded={ouvert}
        aria-controls={choix}
        onClick={() => setOuvert(!ouvert)}
      >
        {nom}
      </Button>
      <div id={choix}>
        {ouvert && (
          <Suspense fallback={<Attente />}>
            <ChoixDesColonnes {...props} fermer={fermer} />
          </Suspense>
        )}
      </div>
    </>
  );
}
