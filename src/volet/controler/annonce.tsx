import { RAPPORT_NON_CONTROLE, phraserVerdict } from "../../redaction";
import { RegionVivante } from "../commun/region-vivante";
import type { Resultat } from "./controler-feuille";
import { comptes } from "./grouper";

/** Dit le verdict aux lecteurs d'écran. Un contrôle qui ne change ni le verdict ni un compte laisse le texte tel quel : rien n'est annoncé. */
export function Annonce({ resultat }: { resultat: Resultat | null }): React.JSX.Element {
  return <RegionVivante>{resultat && annoncer(resultat)}</RegionVivante>;
}

function annoncer(resultat: Resultat): string {
  if (!resultat.reconnu)
    return resultat.absence.rapport ? RAPPORT_NON_CONTROLE.titre : "Aucun tableau reconnu";
  const { controle } = resultat;
  return [phraserVerdict(controle).titre, comptes(controle)].filter(Boolean).join(", ");
}
