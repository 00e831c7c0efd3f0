import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { nomLibre } from "../../classeur";
import { contexteDe } from "../../contrat";
import {
  nomArticle2,
  objectifsQualitatifs,
  planArticle2,
  type FormeDesFormules,
} from "../../feuilles";
import { typographier } from "../../redaction";
import { AvecTableau } from "../commun/avec-tableau";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { RappelDuVerdict } from "../commun/rappel-du-verdict";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { Apercu } from "./apercu";
import { ChoixDeLaForme } from "./choix-de-la-forme";
import { QuestionDuPlh } from "./question-du-plh";
import { jugerLeNom } from "./juger-le-nom";

interface Props {
  controle: ControleDeLaFeuille;
}

/** L'onglet « Article 2 » : ce qui sera écrit, puis la feuille elle-même. */
export default function OngletArticle2({ controle }: Props): React.JSX.Element {
  return (
    <AvecTableau controle={controle}>
      {(resultat) => <Preparation etat={controle} resultat={resultat} />}
    </AvecTableau>
  );
}

interface PropsDePreparation {
  etat: ControleDeLaFeuille;
  resultat: TableauControle;
}

function Preparation({ etat: lecture, resultat }: PropsDePreparation): React.JSX.Element {
  const textes = useTextes();
  const { controle, feuilles, contrat } = resultat;
  const { etat, ecrire } = useEcriture(lecture.relire, resultat.feuille);
  const [saisi, setSaisi] = useState<string | null>(null);
  const [forme, setForme] = useState<FormeDesFormules>("complement");
  const plh = contexteDe(contrat, controle.epci).plh ?? null;

  const plsEnQuestion = objectifsQualitatifs(controle, null).pls === null;
  const nom = saisi ?? nomLibre(nomArticle2(controle.bareme.periode), feuilles);
  const jugement = jugerLeNom(nom, feuilles);
  const enCours = etat.etape === "en cours";

  const creer = async (): Promise<void> => {
    if (jugement.defaut || enCours) return;
    await ecrire(() => [planArticle2(controle, nom, { forme, plh })]);
    setSaisi(null);
  };

  return (
    <>
      <Ecran>
        <RappelDuVerdict controle={controle} suite="La feuille portera la mention « Projet »." />
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
