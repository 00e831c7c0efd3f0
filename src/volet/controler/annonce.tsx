import { makeStyles } from "@fluentui/react-components";
import { RAPPORT_NON_CONTROLE, phraserVerdict } from "../../redaction";
import type { Resultat } from "./controler-feuille";
import { comptes } from "./grouper";

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

/**
 * Dit le verdict aux lecteurs d'écran. Toujours présente : une région qui naît avec son texte n'est pas annoncée. Un contrôle qui ne change ni le verdict ni un compte laisse le texte tel quel :
 * rien n'est annoncé.
 */
export function Annonce({ resultat }: { resultat: Resultat | null }): React.JSX.Element {
  return (
    <p role="status" className={useStyles().cachee}>
      {resultat && annoncer(resultat)}
    </p>
  );
}

function annoncer(resultat: Resultat): string {
  if (!resultat.reconnu)
    return resultat.absence.rapport ? RAPPORT_NON_CONTROLE.titre : "Aucun tableau reconnu";
  const { controle } = resultat;
  return [phraserVerdict(controle).titre, comptes(controle)].filter(Boolean).join(", ");
}
