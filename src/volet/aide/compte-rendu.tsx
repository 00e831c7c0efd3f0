import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { phraserErreurExcel, typographier } from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import type { Insertions } from "./use-insertion";

const useStyles = makeStyles({
  // Reste visible : l'exemple inséré peut être loin dans la liste.
  barre: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    "&:empty": { display: "none" },
  },
});

/** Ce qu'est devenue l'insertion demandée, ou la confirmation qu'elle attend. */
export function CompteRenduDInsertion({
  insertions,
}: {
  insertions: Insertions;
}): React.JSX.Element {
  return (
    <div role="status" className={useStyles().barre}>
      <Contenu insertions={insertions} />
    </div>
  );
}

function Contenu({ insertions }: { insertions: Insertions }): React.JSX.Element | null {
  const { etat, inserer, renoncer } = insertions;
  switch (etat.etape) {
    case "aucune":
      return null;
    case "faite":
      return (
        <MessageBar intent="success">
          <MessageBarBody>Formule écrite dans {etat.adresse}.</MessageBarBody>
        </MessageBar>
      );
    case "échouée":
      return <MessageDErreur {...phraserErreurExcel(etat.code)} />;
    case "à confirmer":
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {typographier(`La cellule ${etat.adresse} contient « ${etat.contenu} ».`)}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void inserer(etat.formule, etat.adresse)}>
              Remplacer {etat.adresse}
            </Button>
            <Button size="small" onClick={renoncer}>
              Garder
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
  }
}
