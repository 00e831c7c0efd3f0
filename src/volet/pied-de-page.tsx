import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { VERSION, mentionDuBareme } from "../redaction";
import { BAREMES, PERIODE_PAR_DEFAUT } from "../regles";
import { useTextes } from "./commun/textes";
import type { Resultat } from "./controler/controler-feuille";

const useStyles = makeStyles({
  pied: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

/** Ce qui a été vérifié de la loi, et la version : sous chaque écran. */
export function PiedDePage({ resultat }: { resultat: Resultat | null }): React.JSX.Element {
  const bareme = resultat?.reconnu ? resultat.controle.bareme : BAREMES[PERIODE_PAR_DEFAUT];
  return (
    <footer className={mergeClasses(useStyles().pied, useTextes().legende)}>
      {mentionDuBareme(bareme)} Complément CMS {VERSION}.
    </footer>
  );
}
