import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { phraserErreurExcel, typographier } from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import { LienVersLeContrat } from "./note-du-contrat";
import type { ControleDeLaFeuille } from "./use-controle";

interface Props {
  etat: ControleDeLaFeuille;
}

/** La feuille « CMS – Contrat » vient d'être ajoutée, ou n'a pas pu être écrite. Dit en bas de l'écran : rien ne bouge sous le pointeur. */
export function SuiviDuContrat({ etat }: Props): React.JSX.Element {
  const [ferme, setFerme] = useState(false);
  const { etape, code, ajoutee } = etat.contrat;
  return (
    <>
      <div role="status">
        {ajoutee && !ferme && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {typographier("Vos réponses sont gardées sur une feuille ajoutée au classeur :")}{" "}
              <LienVersLeContrat />
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  icon={<DismissRegular />}
                  aria-label="Fermer ce message"
                  onClick={() => setFerme(true)}
                />
              }
            />
          </MessageBar>
        )}
      </div>
      {etape === "non enregistré" && (
        <>
          <MessageDErreur {...nonEnregistre(code)} />
          <Button onClick={() => void etat.modifier()}>Enregistrer vos réponses</Button>
        </>
      )}
    </>
  );
}

function nonEnregistre(code: string | undefined): {
  quoi: string;
  pourquoi: string;
  queFaire: string;
} {
  const { quoi, pourquoi, queFaire } = phraserErreurExcel(code);
  return {
    quoi: "Vos réponses ne sont pas encore enregistrées.",
    pourquoi: `${quoi} ${pourquoi} Elles restent affichées ici et comptent dans le contrôle.`,
    queFaire,
  };
}
