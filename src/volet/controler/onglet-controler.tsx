import { Activity, Suspense, lazy, useEffect, useRef, useState } from "react";
import { Attente } from "../commun/attente";
import { Annonce } from "./annonce";
import { AucunTableauReconnu } from "./aucun-tableau";
import type { TableauControle } from "./controler-feuille";
import { LectureImpossible } from "./lecture-impossible";
import { cleDuControle } from "./montrer";
import { PremierControle } from "./premier-controle";
import { ResultatDuControle } from "./resultat";
import type { ControleDeLaFeuille } from "./use-controle";

const EcranRepartition = lazy(
  () => import(/* webpackChunkName: "repartition" */ "../repartition/ecran-repartition")
);

interface Props {
  controle: ControleDeLaFeuille;
  /** Passe à l'onglet « Article 2 ». */
  preparer: () => void;
}

/** L'onglet « Contrôler ». */
export function OngletControler(props: Props): React.JSX.Element {
  return (
    <>
      <Annonce resultat={props.controle.resultat} />
      <EcranDuControle {...props} />
    </>
  );
}

/** L'écran, selon où en est le contrôle. */
function EcranDuControle({ controle, preparer }: Props): React.JSX.Element {
  const { resultat, echec } = controle;
  if (echec) return <LectureImpossible controle={controle} echec={echec} />;
  if (!resultat) return <PremierControle />;
  if (!resultat.reconnu) return <AucunTableauReconnu resultat={resultat} controle={controle} />;
  return (
    // Une autre feuille est un autre écran ; la même garde ses accordéons et son défilement.
    <ResultatEtRepartition
      key={resultat.feuille}
      resultat={resultat}
      controle={controle}
      preparer={preparer}
    />
  );
}

interface PropsDuResultat extends Props {
  resultat: TableauControle;
}

/** Le résultat, ou par-dessus la répartition proposée ; le résultat garde ses accordéons, et son bouton le focus au retour. */
function ResultatEtRepartition({ resultat, ...props }: PropsDuResultat): React.JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  const bouton = useRef<HTMLButtonElement>(null);
  const etaitMontree = useRef(false);
  const montree = ouverte && resultat.controle.type === "mutualisant";
  useEffect(() => {
    if (etaitMontree.current && !montree) bouton.current?.focus();
    etaitMontree.current = montree;
  }, [montree]);
  return (
    <>
      {montree && (
        <Suspense fallback={<Attente />}>
          <EcranRepartition
            key={cleDuControle(resultat.controle)}
            resultat={resultat}
            controler={props.controle.controler}
            fermer={() => setOuverte(false)}
          />
        </Suspense>
      )}
      <Activity mode={montree ? "hidden" : "visible"}>
        <ResultatDuControle
          {...props}
          resultat={resultat}
          repartir={() => setOuverte(true)}
          boutonRepartir={bouton}
        />
      </Activity>
    </>
  );
}
