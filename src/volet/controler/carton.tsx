import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTextes } from "../commun/textes";
import { IconeDAspect, type Aspect } from "./aspects";

const useStyles = makeStyles({
  carton: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    border: `${tokens.strokeWidthThin} solid`,
    borderLeftWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusMedium,
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    ...couleurDuBord(tokens.colorStatusDangerBorder2),
  },
  avertissement: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    ...couleurDuBord(tokens.colorStatusWarningBorder2),
  },
  conforme: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    ...couleurDuBord(tokens.colorStatusSuccessBorder2),
  },
  question: {
    backgroundColor: tokens.colorBrandBackground2,
    ...couleurDuBord(tokens.colorCompoundBrandStroke),
  },
  neutre: {
    backgroundColor: tokens.colorNeutralBackground3,
    ...couleurDuBord(tokens.colorNeutralStroke1),
  },
  tete: { display: "flex", gap: tokens.spacingHorizontalS },
});

function couleurDuBord(couleur: string): Record<string, string> {
  return {
    borderTopColor: couleur,
    borderRightColor: couleur,
    borderBottomColor: couleur,
    borderLeftColor: couleur,
  };
}

interface Props {
  aspect: Aspect;
  titre: string;
  detail: string;
  children?: ReactNode;
}

/** Le carton en haut de l'écran : ce qu'il faut savoir d'abord. Reçoit le focus quand l'écran remplace un autre. */
export function Carton({ aspect, titre, detail, children }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <section className={mergeClasses(styles.carton, styles[aspect])} data-aspect={aspect}>
      <div className={styles.tete}>
        <IconeDAspect aspect={aspect} taille={20} />
        <div>
          <h2 className={textes.grandTitre} tabIndex={-1} data-repli-focus>
            {titre}
          </h2>
          <p className={textes.corps}>{detail}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
