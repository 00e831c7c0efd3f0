import { makeStyles, tokens } from "@fluentui/react-components";
import type { Condition } from "../../controle";
import { ecrireArticle, phraserCondition } from "../../redaction";
import { useTextes } from "../commun/textes";
import { IconeDAspect } from "./aspects";

const useStyles = makeStyles({
  liste: { margin: 0, padding: 0, listStyleType: "none" },
  condition: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    "& + &": { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
});

/** Ce que la loi demande et que le tableau ne dit pas. */
export function Conditions({
  conditions,
}: {
  conditions: readonly Condition[];
}): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <ul className={styles.liste}>
      {conditions.map((condition, rang) => (
        <li key={rang} className={styles.condition} data-condition={condition.code}>
          <IconeDAspect aspect="question" taille={20} />
          <div>
            <p className={textes.corps}>{phraserCondition(condition)}</p>
            <p className={textes.legende}>{ecrireArticle(condition.article)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
