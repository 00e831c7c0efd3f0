import { Link, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { ecrireCompte, phraserErreurExcel, typographier } from "../../redaction";
import { useAller } from "./aller";
import { MessageDErreur } from "./message-d-erreur";
import type { EtatDEcriture } from "./use-ecriture";

const useStyles = makeStyles({
  // La barre d'actions ne prend pas tout le volet.
  liste: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "132px", overflowY: "auto" },
  lien: { display: "inline-block", minHeight: "24px", textAlign: "left" },
});

/** Les feuilles écrites, par leur nom et un lien ; ou pourquoi elles ne l'ont pas été. */
export function CompteRenduDEcriture({ etat }: { etat: EtatDEcriture }): React.JSX.Element {
  return (
    <>
      <div role="status">
        {etat.etape === "faite" && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <Ecrites noms={etat.noms} />
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {etat.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}

function Ecrites({ noms }: { noms: readonly string[] }): React.JSX.Element {
  const styles = useStyles();
  const aller = useAller();
  const [seule, ...autres] = noms;
  if (seule !== undefined && autres.length === 0) {
    return (
      <>
        {typographier(`Feuille « ${seule} » créée.`)}{" "}
        <Link inline onClick={() => void aller(seule, "A1")}>
          Ouvrir la feuille
        </Link>
      </>
    );
  }
  return (
    <>
      {typographier(
        `${ecrireCompte(noms.length, "feuille créée", "feuilles créées")}, à la fin du classeur :`
      )}
      <ul className={styles.liste}>
        {noms.map((nom) => (
          <li key={nom}>
            <Link
              className={styles.lien}
              inline
              aria-label={typographier(`Ouvrir « ${nom} »`)}
              onClick={() => void aller(nom, "A1")}
            >
              {nom}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
