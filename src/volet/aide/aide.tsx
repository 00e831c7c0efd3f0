import { Accordion, Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { FONCTIONS_AIDE } from "../../fonctions";
import { ecrireCompte } from "../../redaction";
import { FournirAller } from "../commun/aller";
import { Attente } from "../commun/attente";
import { Ecran } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { chercher } from "./chercher";
import { CompteRenduDInsertion } from "./compte-rendu";
import { AideDUneFonction } from "./fonction";
import { useInsertion } from "./use-insertion";

const MonPoste = lazy(() => import(/* webpackChunkName: "poste" */ "../partager/mon-poste"));

const useStyles = makeStyles({
  tete: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** L'aide : chaque fonction et ce qu'elle donne ; on en déplie une pour ses exemples, à insérer, et le reste. */
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
      <Accordion collapsible>
        {trouvees.map((fonction) => (
          <AideDUneFonction key={fonction.nom} fonction={fonction} insertions={insertions} />
        ))}
      </Accordion>
      <Suspense fallback={<Attente />}>
        <FournirAller>
          <MonPoste />
        </FournirAller>
      </Suspense>
    </Ecran>
  );
}
