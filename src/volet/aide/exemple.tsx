import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import type { ExempleDeFormule } from "../../fonctions";
import type { Insertions } from "./use-insertion";

const useStyles = makeStyles({
  exemple: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
  },
  formule: { fontFamily: tokens.fontFamilyMonospace },
  insertion: { flexShrink: 0 },
  tableau: {
    marginTop: tokens.spacingVerticalXXS,
    borderCollapse: "collapse",
    // Un mot court reste entier : c'est la phrase qui se replie.
    overflowWrap: "break-word",
    "& td": {
      padding: `0 ${tokens.spacingHorizontalXS}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: "top",
    },
  },
});

interface Props {
  exemple: ExempleDeFormule;
  insertions: Insertions;
}

/** Une formule, ce qu'elle donne, et de quoi l'insérer. */
export function Exemple({ exemple: { fr, formule, resultat }, insertions }: Props) {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.exemple}>
        <Formule texte={fr} />
        <Button
          className={styles.insertion}
          size="small"
          aria-label={`Insérer ${fr} dans la cellule sélectionnée`}
          onClick={() => void insertions.inserer(formule)}
        >
          Insérer
        </Button>
      </div>
      <Resultat resultat={resultat} />
    </div>
  );
}

/** Une formule, qui passe à la ligne entre deux arguments. */
export function Formule({ texte }: { texte: string }): React.JSX.Element {
  return (
    <code className={useStyles().formule}>
      {texte.split(/(?<=;)/).map((morceau, rang) => (
        <Fragment key={rang}>
          {morceau}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

function Resultat({ resultat }: Pick<ExempleDeFormule, "resultat">): React.JSX.Element {
  const styles = useStyles();
  const [seule, ...autres] = resultat.flat();
  if (autres.length === 0) return <>donne {seule}</>;
  return (
    <>
      donne
      <table className={styles.tableau}>
        <tbody>
          {resultat.map((ligne, i) => (
            <tr key={i}>
              {ligne.map((cellule, j) => (
                <td key={j}>{cellule}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
