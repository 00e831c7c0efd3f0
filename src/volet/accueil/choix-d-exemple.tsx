import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { codeDErreur } from "../../classeur";
import { EXEMPLES, planExemple, type CleDExemple } from "../../feuilles";
import { phraserErreurExcel, typographier } from "../../redaction";
import { useClasseur } from "../classeur";
import { MessageDErreur } from "../commun/message-d-erreur";
import { useTextes } from "../commun/textes";

const useStyles = makeStyles({
  exemples: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  lien: { minHeight: "24px", textAlign: "left" },
});

type Etat =
  { etape: "choix" } | { etape: "écriture" } | { etape: "échec"; code: string | undefined };

interface Props {
  controler: () => Promise<void>;
}

/** Les exemples. Celui qu'on choisit s'écrit sur une nouvelle feuille, qui est montrée puis contrôlée. */
export default function ChoixDExemple({ controler }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const classeur = useClasseur();
  const [etat, setEtat] = useState<Etat>({ etape: "choix" });
  const enCours = etat.etape === "écriture";

  const inserer = async (cle: CleDExemple): Promise<void> => {
    setEtat({ etape: "écriture" });
    try {
      const nom = await classeur.ecrirePlan(planExemple(cle));
      await classeur.allerA(nom, "A1");
      await controler();
      setEtat({ etape: "choix" });
    } catch (erreur) {
      setEtat({ etape: "échec", code: codeDErreur(erreur) });
    }
  };

  return (
    <>
      <ul className={styles.exemples}>
        {EXEMPLES.map(({ cle, titre, description }) => (
          <li key={cle}>
            <Link
              className={styles.lien}
              disabledFocusable={enCours}
              onClick={() => void inserer(cle)}
            >
              {titre}
            </Link>
            <p className={textes.petiteExplication}>{typographier(description)}</p>
          </li>
        ))}
      </ul>
      <p role="status" className={textes.legende}>
        {enCours
          ? "Écriture de l’exemple…"
          : "Ajoute une feuille\u202f; rien d’existant n’est modifié."}
      </p>
      {etat.etape === "échec" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}
