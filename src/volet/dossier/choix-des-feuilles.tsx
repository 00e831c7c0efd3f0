import { Button, Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Matiere } from "../../feuilles";
import { typographier } from "../../redaction";
import { Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { ApercuDeFeuille } from "./apercu-de-feuille";
import type { Choix, LigneDuDossier } from "./use-choix";

const useStyles = makeStyles({
  feuilles: { margin: 0, padding: 0, listStyleType: "none" },
  feuille: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tete: { display: "flex", alignItems: "start", justifyContent: "space-between" },
  // À la hauteur de la case.
  apercu: { flexShrink: 0, minWidth: "auto", marginTop: tokens.spacingVerticalXS },
  // Sous le titre, à droite de la case.
  suite: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingLeft: "32px",
  },
});

interface Props {
  choix: Choix;
  matiere: Matiere;
}

/** Les feuilles du dossier, dans l'ordre de la trame, chacune avec sa case ; une cochée montre son nom. */
export function ChoixDesFeuilles({ choix, matiere }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { lignes, cocher } = choix;
  const nombre = lignes.filter(({ cochee }) => cochee).length;
  return (
    <Section>
      <h2 className={textes.titre}>Feuilles du dossier</h2>
      <Checkbox
        label="Tout cocher"
        checked={nombre === lignes.length ? true : nombre > 0 ? "mixed" : false}
        onChange={() =>
          cocher(
            lignes.map(({ feuille }) => feuille.cle),
            nombre < lignes.length
          )
        }
      />
      <ul className={styles.feuilles}>
        {lignes.map((ligne) => (
          <li key={ligne.feuille.cle} className={styles.feuille}>
            <Feuille ligne={ligne} choix={choix} matiere={matiere} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface PropsDeFeuille extends Props {
  ligne: LigneDuDossier;
}

function Feuille({ ligne, choix, matiere }: PropsDeFeuille): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const contenu = useId();
  const zone = useId();
  const [ouvert, setOuvert] = useState(false);
  const { feuille, cochee, nom, defaut, indication } = ligne;
  const { cle, titre } = feuille;
  return (
    <>
      <div className={styles.tete}>
        <Checkbox
          label={typographier(titre)}
          aria-describedby={contenu}
          checked={cochee}
          onChange={() => choix.cocher([cle], !cochee)}
        />
        <Button
          className={styles.apercu}
          size="small"
          appearance="subtle"
          aria-label={typographier(`Aperçu de « ${titre} »`)}
          aria-expanded={ouvert}
          aria-controls={zone}
          onClick={() => setOuvert(!ouvert)}
        >
          Aperçu
        </Button>
      </div>
      <div className={styles.suite}>
        <p id={contenu} className={textes.petiteExplication}>
          {typographier(feuille.contenu)}
        </p>
        {cochee && (
          <Field
            size="small"
            label={{ children: "Nom de la feuille", className: textes.legende }}
            validationState={defaut ? "error" : "none"}
            validationMessage={defaut}
            hint={indication}
          >
            <Input
              size="small"
              aria-label={typographier(`Nom de la feuille « ${titre} »`)}
              value={nom}
              onChange={(_, { value }) => choix.nommer(cle, value)}
            />
          </Field>
        )}
      </div>
      <div id={zone}>
        {ouvert && <ApercuDeFeuille feuille={feuille} nom={nom} matiere={matiere} />}
      </div>
    </>
  );
}
