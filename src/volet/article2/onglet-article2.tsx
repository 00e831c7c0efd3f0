import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { nomLibre } from "../../classeur";
import { contexteDe } from "../../contrat";
import {
  nomArticle2,
  objectifsQualitatifs,
  planArticle2,
  type FormeDesFormules,
} from "../../feuilles";
import { phraserVerdict, typographier } from "../../redaction";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { Apercu } from "./apercu";
import { ChoixDeLaForme } from "./choix-de-la-forme";
import { QuestionDuPlh } from "./question-du-plh";
import { ArticleSansTableau } from "./sans-tableau";
import { jugerLeNom } from "./juger-le-nom";

interface Props {
  controle: ControleDeLaFeuille;
}

/** L'onglet « Article 2 » : ce qui sera écrit, puis la feuille elle-même. */
export default function OngletArticle2({ controle }: Props): React.JSX.Element {
  const { resultat } = controle;
  if (!resultat?.reconnu) {
    return <ArticleSansTableau controle={controle} raison="Aucun tableau n’est contrôlé." />;
  }
  if (resultat.controle.communes.every(({ exemptee }) => exemptee)) {
    return (
      <ArticleSansTableau
        controle={controle}
        raison="Le tableau contrôlé n’a aucune commune qui ait un objectif."
      />
    );
  }
  return <Preparation etat={controle} resultat={resultat} />;
}

interface PropsDePreparation {
  etat: ControleDeLaFeuille;
  resultat: TableauControle;
}

function Preparation({ etat: lecture, resultat }: PropsDePreparation): React.JSX.Element {
  const textes = useTextes();
  const { controle, feuilles, contrat } = resultat;
  const { etat, ecrire, ecrites } = useEcriture();
  const [saisi, setSaisi] = useState<string | null>(null);
  const [forme, setForme] = useState<FormeDesFormules>("complement");
  const plh = contexteDe(contrat, controle.epci).plh ?? null;

  const plsEnQuestion = objectifsQualitatifs(controle, null).pls === null;
  const pris = [...feuilles, ...ecrites];
  const nom = saisi ?? nomLibre(nomArticle2(controle.bareme.periode), pris);
  const jugement = jugerLeNom(nom, pris);
  const enCours = etat.etape === "en cours";

  const creer = async (): Promise<void> => {
    if (jugement.defaut || enCours) return;
    await ecrire(() => planArticle2(controle, nom, { forme, plh }));
    setSaisi(null);
  };

  return (
    <>
      <Ecran>
        <RappelDuVerdict resultat={resultat} />
        {plsEnQuestion && <QuestionDuPlh etat={lecture} resultat={resultat} plh={plh} />}
        <ChoixDeLaForme forme={forme} choisir={setForme} />
        <Field
          label="Nom de la feuille"
          validationState={jugement.defaut ? "error" : "none"}
          validationMessage={jugement.defaut}
          hint={jugement.indication}
        >
          <Input value={nom} onChange={(_, { value }) => setSaisi(value)} />
        </Field>
        <Section>
          <Apercu controle={controle} plh={plh} />
        </Section>
      </Ecran>
      <BarreDActions>
        <CompteRenduDEcriture etat={etat} />
        <Button
          appearance="primary"
          disabledFocusable={enCours || jugement.defaut !== undefined}
          onClick={() => void creer()}
        >
          {enCours ? "Création…" : "Créer la feuille"}
        </Button>
        <p className={textes.legende}>
          {typographier("Ajoute une feuille ; rien d’existant n’est modifié.")}
        </p>
      </BarreDActions>
    </>
  );
}

const INTENTIONS = {
  "non conforme": "error",
  "avertissements seulement": "warning",
  "à confirmer": "info",
  conforme: "success",
} as const;

/** Le verdict, rappelé avant d'écrire : une feuille non conforme peut s'écrire, mais en le sachant. */
function RappelDuVerdict({ resultat }: { resultat: TableauControle }): React.JSX.Element {
  const { controle } = resultat;
  const { titre, detail } = phraserVerdict(controle);
  return (
    <MessageBar intent={INTENTIONS[controle.verdict]} layout="multiline">
      <MessageBarBody>
        {titre}. {detail} {typographier("La feuille portera la mention « Projet ».")}
      </MessageBarBody>
    </MessageBar>
  );
}
