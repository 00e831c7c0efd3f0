import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Lieu } from "../../fichier";
import { ecrireCompte, nommerLieu } from "../../redaction";
import { useAller } from "../commun/aller";
import { useTextes } from "../commun/textes";

/** Au-delà, une liste ne se lit plus : elle dit combien il en reste. */
const LIEUX_MAX = 12;

const useStyles = makeStyles({
  liste: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  lien: { minHeight: "24px", minWidth: "24px", fontSize: "inherit" },
});

/** Où sont des formules ; une cellule se montre dans la feuille. */
export function Lieux({ lieux }: { lieux: readonly Lieu[] }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const autres = lieux.length - LIEUX_MAX;
  return (
    <ul className={`${styles.liste} ${textes.petit}`}>
      {lieux.slice(0, LIEUX_MAX).map((lieu) => (
        <li key={nommerLieu(lieu)}>
          <NomDuLieu lieu={lieu} />
        </li>
      ))}
      {autres > 0 && <li>{`et ${ecrireCompte(autres, "autre")}`}</li>}
    </ul>
  );
}

function NomDuLieu({ lieu }: { lieu: Lieu }): React.JSX.Element {
  const aller = useAller();
  const styles = useStyles();
  const nom = nommerLieu(lieu);
  if (lieu.genre !== "cellule") return <>{nom}</>;
  return (
    <Link
      inline
      className={styles.lien}
      aria-label={`Aller à la cellule ${nom}`}
      onClick={() => void aller(lieu.feuille, lieu.adresse)}
    >
      {nom}
    </Link>
  );
}
