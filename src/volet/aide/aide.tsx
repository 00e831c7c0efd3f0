import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useEffect, useRef, useState } from "react";
import { FONCTIONS_AIDE } from "../../fonctions";
import { ecrireCompte, ecrireNombre, typographier } from "../../redaction";
import { Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { chercher } from "./chercher";
import { CompteRenduDInsertion } from "./compte-rendu";
import { useInsertion, type Insertions } from "./use-insertion";

const useStyles = makeStyles({
  tete: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  liste: {
    display: "flex",
    flexDirection: "column",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  fonction: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  exemple: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
  formule: { fontFamily: tokens.fontFamilyMonospace },
});

/** L'aide : chaque fonction, ce qu'elle donne, et des exemples à insérer dans la cellule sélectionnée. */
export default function Aide({ fermer }: { fermer: () => void }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const champ = useRef<HTMLInputElement>(null);
  const [demande, setDemande] = useState("");
  const insertions = useInsertion();
  const trouvees = chercher(FONCTIONS_AIDE, demande);
  useEffect(() => champ.current?.focus(), []);

  return (
    <Ecran>
      <div className={styles.tete}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label="Fermer l’aide"
          data-repli-focus
          onClick={fermer}
        />
        <h2 className={textes.grandTitre}>Fonctions CMS</h2>
      </div>
      <Field label="Chercher une fonction">
        <Input
          ref={champ}
          type="search"
          contentBefore={<SearchRegular />}
          value={demande}
          onChange={(_, { value }) => setDemande(value)}
        />
      </Field>
      <p role="status" className={textes.legende}>
        {ecrireCompte(trouvees.length, "fonction")}. Dans une cellule, tapez =CMS. pour les voir.
      </p>
      <CompteRenduDInsertion insertions={insertions} />
      <ul className={styles.liste}>
        {trouvees.map(({ nom, description, exemples }) => (
          <li key={nom} className={styles.fonction} data-fonction={nom}>
            <Section>
              <h3 className={textes.titre}>{nom}</h3>
              <p className={textes.petiteExplication}>{typographier(description)}</p>
            </Section>
            {exemples.map((exemple) => (
              <Exemple key={exemple.fr} exemple={exemple} insertions={insertions} />
            ))}
          </li>
        ))}
      </ul>
    </Ecran>
  );
}

interface PropsDExemple {
  exemple: (typeof FONCTIONS_AIDE)[number]["exemples"][number];
  insertions: Insertions;
}

function Exemple({ exemple, insertions }: PropsDExemple): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { fr, formule, resultat } = exemple;
  return (
    <div className={styles.exemple}>
      <p className={textes.petit}>
        <code className={styles.formule}>{fr}</code>
        <br />
        donne {typeof resultat === "number" ? ecrireNombre(resultat) : resultat}
      </p>
      <Button
        size="small"
        aria-label={`Insérer ${fr} dans la cellule sélectionnée`}
        onClick={() => void insertions.inserer(formule)}
      >
        Insérer
      </Button>
    </div>
  );
}
