import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTextes } from "./textes";

const useStyles = makeStyles({
  encadre: {
    display: "flex",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  gris: { backgroundColor: tokens.colorNeutralBackground3 },
  icone: { flexShrink: 0, display: "flex", paddingTop: tokens.spacingVerticalXXS },
});

interface Props {
  icone: ReactNode;
  fond?: "gris" | "aucun";
  children: ReactNode;
}

/** Un bloc bordé, précédé d'une icône : carte ou remarque. */
export function Encadre({ icone, fond = "gris", children }: Props): React.JSX.Element {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.encadre, fond === "gris" && styles.gris)}>
      <span className={styles.icone}>{icone}</span>
      <div className={useTextes().petit}>{children}</div>
    </div>
  );
}
