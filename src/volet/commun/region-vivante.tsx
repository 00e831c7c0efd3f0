import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  cachee: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Ce que les lecteurs d'écran entendent d'un changement. À garder toujours présente : une région qui naît avec son texte n'est pas annoncée. */
export function RegionVivante({ children }: { children: ReactNode }): React.JSX.Element {
  return (
    <p role="status" className={useStyles().cachee}>
      {children}
    </p>
  );
}
