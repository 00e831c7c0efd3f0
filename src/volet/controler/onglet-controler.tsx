import { Annonce } from "./annonce";
import { AucunTableauReconnu } from "./aucun-tableau";
import { LectureImpossible } from "./lecture-impossible";
import { PremierControle } from "./premier-controle";
import { ResultatDuControle } from "./resultat";
import type { ControleDeLaFeuille } from "./use-controle";

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
    <ResultatDuControle
      key={resultat.feuille}
      resultat={resultat}
      controle={controle}
      preparer={preparer}
    />
  );
}
