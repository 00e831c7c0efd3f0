import { Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { phraserErreurExcel, typographier } from "../../redaction";
import { useAller } from "./aller";
import { MessageDErreur } from "./message-d-erreur";
import type { EtatDEcriture } from "./use-ecriture";

/** La feuille écrite, par son nom et un lien ; ou pourquoi elle ne l'a pas été. */
export function CompteRenduDEcriture({ etat }: { etat: EtatDEcriture }): React.JSX.Element {
  const aller = useAller();
  return (
    <>
      <div role="status">
        {etat.etape === "faite" && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {typographier(`Feuille « ${etat.nom} » créée.`)}{" "}
              <Link inline onClick={() => void aller(etat.nom, "A1")}>
                Ouvrir la feuille
              </Link>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {etat.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}
