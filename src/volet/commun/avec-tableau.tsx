import { Button } from "@fluentui/react-components";
import { typographier } from "../../redaction";
import { BarreDActions, Ecran } from "../commun/mise-en-place";
import { Carton } from "../controler/carton";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";

interface PropsDAvecTableau {
  controle: ControleDeLaFeuille;
  children: (resultat: TableauControle) => React.JSX.Element;
}

/** Un écran qui écrit des feuilles à partir du tableau contrôlé ; sans lui, ce qui manque. */
export function AvecTableau({ controle, children }: PropsDAvecTableau): React.JSX.Element {
  const { resultat } = controle;
  if (!resultat?.reconnu) {
    return <SansTableau controle={controle} raison="Aucun tableau n’est contrôlé." />;
  }
  if (resultat.controle.communes.every(({ exemptee }) => exemptee)) {
    return (
      <SansTableau
        controle={controle}
        raison="Le tableau contrôlé n’a aucune commune qui ait un objectif."
      />
    );
  }
  return children(resultat);
}

interface Props {
  controle: ControleDeLaFeuille;
  raison: string;
}

/** Il n'y a rien à écrire tant qu'un tableau n'est pas contrôlé. */
function SansTableau({ controle, raison }: Props): React.JSX.Element {
  return (
    <>
      <Ecran>
        <Carton
          aspect="neutre"
          titre="Pas encore de feuille à écrire"
          detail={typographier(
            `${raison} Ouvrez la feuille des objectifs du contrat, puis contrôlez-la.`
          )}
        />
      </Ecran>
      <BarreDActions>
        <Button
          appearance="primary"
          disabledFocusable={controle.enCours}
          onClick={() => void controle.controler()}
        >
          Contrôler cette feuille
        </Button>
      </BarreDActions>
    </>
  );
}
