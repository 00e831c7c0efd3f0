import { Button } from "@fluentui/react-components";
import { typographier } from "../../redaction";
import { BarreDActions, Ecran } from "../commun/mise-en-place";
import { Carton } from "../controler/carton";
import type { ControleDeLaFeuille } from "../controler/use-controle";

interface Props {
  controle: ControleDeLaFeuille;
  raison: string;
}

/** Il n'y a rien à écrire tant qu'un tableau n'est pas contrôlé. */
export function ArticleSansTableau({ controle, raison }: Props): React.JSX.Element {
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
