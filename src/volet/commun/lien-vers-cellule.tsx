import { Link, makeStyles } from "@fluentui/react-components";
import { useAller } from "./aller";

const useStyles = makeStyles({
  lien: { minHeight: "24px", minWidth: "24px", flexShrink: 0, textAlign: "right" },
});

interface Props {
  feuille: string;
  adresse: string;
}

/** Montre une cellule dans la feuille ; le focus reste dans le volet. */
export function LienVersCellule({ feuille, adresse }: Props): React.JSX.Element {
  const aller = useAller();
  return (
    <Link
      className={useStyles().lien}
      inline
      aria-label={`Aller à la cellule ${adresse}`}
      onClick={() => void aller(feuille, adresse)}
    >
      {adresse}
    </Link>
  );
}
