import { Button } from "@fluentui/react-components";
import { typographier } from "../../redaction";
import { Carton } from "../controler/carton";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { BarreDActions, Ecran } from "./mise-en-place";

interface Props {
  controle: ControleDeLaFeuille;
  titre: string;
  /** Ce qui manque. */
  raison: string;
}

/** Un écran sans objet tant qu'un tableau n'est pas contrôlé : il dit pourquoi, et le propose. */
export function AControler({ controle, titre, raison }: Props): React.JSX.Element {
  return (
    <>
      <Ecran>
        <Carton
          aspect="neutre"
          titre={titre}
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
