import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTextes } from "./textes";

const useStyles = makeStyles({
  volet: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  titres: { padding: `${tokens.spacingVerticalXS} 0` },
  // Repliée, une légende longue tient en deux lignes.
  legende: {
    display: "-webkit-box",
    overflow: "hidden",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    ':global([aria-expanded="true"])': { WebkitLineClamp: "none" },
  },
  panneau: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

interface Props {
  /** Identifie le volet dans son accordéon. */
  nom: string;
  titre: string;
  legende?: string;
  niveau?: "h2" | "h3";
  children: ReactNode;
}

/** Une partie repliable d'un écran. */
export function VoletRepliable({
  nom,
  titre,
  legende,
  niveau = "h2",
  children,
}: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <AccordionItem value={nom} className={styles.volet}>
      <AccordionHeader as={niveau} expandIconPosition="end">
        <span className={styles.titres}>
          {titre}
          {legende && (
            <span className={mergeClasses(styles.legende, textes.legende)}>{legende}</span>
          )}
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panneau}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
