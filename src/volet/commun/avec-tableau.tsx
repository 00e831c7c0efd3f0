import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { AControler } from "./a-controler";

const TITRE = "Pas encore de feuille à écrire";

interface PropsDAvecTableau {
  controle: ControleDeLaFeuille;
  children: (resultat: TableauControle) => React.JSX.Element;
}

/** Un écran qui écrit des feuilles à partir du tableau contrôlé ; sans lui, ce qui manque. */
export function AvecTableau({ controle, children }: PropsDAvecTableau): React.JSX.Element {
  const { resultat } = controle;
  if (!resultat?.reconnu) {
    return <AControler controle={controle} titre={TITRE} raison="Aucun tableau n’est contrôlé." />;
  }
  if (resultat.controle.communes.every(({ exemptee }) => exemptee)) {
    return (
      <AControler
        controle={controle}
        titre={TITRE}
        raison="Le tableau contrôlé n’a aucune commune qui ait un objectif."
      />
    );
  }
  return children(resultat);
}
