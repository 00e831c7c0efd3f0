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
  legende: { display: "block" },
  panneau: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

interface Props {
  /** Identifie le volet dans son accordéon. */
  nom: string;
  titre: string;
  legende?: string;
  children: ReactNode;
}

/** Une partie repliable d'un écran. */
export function VoletRepliable({ nom, titre, legende, children }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <AccordionItem value={nom} className={styles.volet}>
      <AccordionHeader as="h2" expandIconPosition="end">
        <span>
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
