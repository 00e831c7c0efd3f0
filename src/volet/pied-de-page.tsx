import { makeStyles, tokens } from "@fluentui/react-components";
import { VERSION, enUneLigne, mentionDuBareme, rappelDeVerification } from "../redaction";
import { BAREMES, PERIODE_PAR_DEFAUT } from "../regles";
import { useTextes } from "./commun/textes";
import type { Resultat } from "./controler/controler-feuille";

const useStyles = makeStyles({
  pied: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});

interface Props {
  resultat: Resultat | null;
  /** « AAAA-MM-JJ » : passé un an depuis la vérification de la loi, le pied de page le rappelle. */
  jour: string;
}

/** Ce qui a été vérifié de la loi, et la version : sous chaque écran. */
export function PiedDePage({ resultat, jour }: Props): React.JSX.Element {
  const textes = useTextes();
  const bareme = resultat?.reconnu ? resultat.controle.bareme : BAREMES[PERIODE_PAR_DEFAUT];
  const rappel = rappelDeVerification(jour);
  return (
    <footer className={useStyles().pied}>
      {rappel && <p className={textes.petit}>{enUneLigne(rappel)}</p>}
      <p className={textes.legende}>
        {mentionDuBareme(bareme)} Complément CMS {VERSION}.
      </p>
    </footer>
  );
}
