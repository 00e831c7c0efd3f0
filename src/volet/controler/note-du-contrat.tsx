import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { NOM_DE_LA_FEUILLE } from "../../contrat";
import { phraserReponseIllisible, typographier } from "../../redaction";
import { useAller } from "../commun/aller";
import { LienVersCellule } from "../commun/lien-vers-cellule";
import { useTextes } from "../commun/textes";
import type { Resultat } from "./controler-feuille";
import type { EtatDuContrat } from "./use-contrat";

const useStyles = makeStyles({
  illisibles: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  resultat: Resultat;
  etat: EtatDuContrat;
}

/** Où les réponses sont gardées, dit avant la première écriture ; et ce qui, sur cette feuille, ne se lit pas. */
export function NoteDuContrat({ resultat, etat }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { contratGarde, illisibles } = resultat;
  return (
    <>
      <p className={textes.petiteExplication}>
        {contratGarde || etat.etape === "enregistré" ? (
          <>
            {typographier("Gardé dans le classeur, sur la feuille")} <LienVersLeContrat />.
          </>
        ) : (
          typographier(
            `Ce que vous répondez ou désignez se garde sur une feuille ajoutée au classeur, « ${NOM_DE_LA_FEUILLE} » ; rien d’existant n’est modifié.`
          )
        )}
      </p>
      {illisibles.length > 0 && (
        <ul className={styles.illisibles}>
          {illisibles.map((illisible) => {
            const { quoi, pourquoi, queFaire } = phraserReponseIllisible(illisible);
            const { adresse } = illisible;
            return (
              <li key={`${illisible.motif}/${adresse}`} className={textes.petit}>
                {quoi} {pourquoi} {queFaire}{" "}
                <LienVersCellule feuille={NOM_DE_LA_FEUILLE} adresse={adresse} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

export function LienVersLeContrat(): React.JSX.Element {
  const aller = useAller();
  return (
    <Link inline onClick={() => void aller(NOM_DE_LA_FEUILLE, "A1")}>
      {typographier(`« ${NOM_DE_LA_FEUILLE} »`)}
    </Link>
  );
}
