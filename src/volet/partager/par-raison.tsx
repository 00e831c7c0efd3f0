import { makeStyles, tokens } from "@fluentui/react-components";
import type { Lieu } from "../../fichier";
import { useTextes } from "../commun/textes";
import { Lieux } from "./lieux";

const useStyles = makeStyles({
  groupe: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
});

interface Props {
  formules: readonly { lieu: Lieu; message: string }[];
}

/** Des formules et ce qui leur arrive : une phrase, puis toutes celles à qui elle s'applique. */
export function ParRaison({ formules }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const lieux = new Map<string, Lieu[]>();
  for (const { lieu, message } of formules) {
    const groupe = lieux.get(message) ?? [];
    groupe.push(lieu);
    lieux.set(message, groupe);
  }
  return (
    <>
      {[...lieux].map(([message, groupe]) => (
        <div key={message} className={styles.groupe}>
          <p className={textes.petiteExplication}>{message}</p>
          <Lieux lieux={groupe} />
        </div>
      ))}
    </>
  );
}
