import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  ecran: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  actions: {
    position: "sticky",
    bottom: 0,
    // Agrandie, elle couvrirait l'essentiel du volet.
    "@media (max-height: 480px)": { position: "static" },
    zIndex: 1,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    // Deux boutons côte à côte s'ils tiennent, sinon l'un sous l'autre ; le reste prend toute la largeur.
    "& > *": { flexBasis: "100%" },
    "& > button": { flexGrow: 1, flexBasis: "156px" },
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface Props {
  children: ReactNode;
  className?: string;
}

/** Le contenu d'un onglet, entre les onglets et la barre d'actions. */
export function Ecran({ children }: Props): React.JSX.Element {
  return <div className={useStyles().ecran}>{children}</div>;
}

export function Section({ children, className }: Props): React.JSX.Element {
  return <section className={mergeClasses(useStyles().section, className)}>{children}</section>;
}

/** Les boutons d'un écran, collés en bas du volet. */
export function BarreDActions({ children }: Props): React.JSX.Element {
  return <div className={useStyles().actions}>{children}</div>;
}
