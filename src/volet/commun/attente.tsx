import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  attente: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** Le temps de charger une partie du volet. */
export function Attente(): React.JSX.Element {
  return <p className={useStyles().attente}>Chargement…</p>;
}
