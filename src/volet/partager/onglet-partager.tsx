import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  ProgressBar,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import { typographier } from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { useRetard } from "../commun/use-retard";
import { ApercuDeCopie } from "./apercu-de-copie";
import { ChoixDeCopie } from "./choix-de-copie";
import { ConvertirIci } from "./convertir-ici";
import MonPoste from "./mon-poste";
import { defautDuNom, proposerNom, type ModeDeCopie } from "./nom-de-copie";
import { useCopie, type EtatDeCopie } from "./use-copie";

/** Une attente plus brève ne se montre pas. */
const DELAI_MS = 300;

/** L'onglet « Partager » : une copie pour qui n'a pas le complément, ou pour qui l'a. */
export default function OngletPartager(): React.JSX.Element {
  const { mode, etat, classeur, choisir, apercevoir, telecharger, arreter } = useCopie();
  const [saisi, setSaisi] = useState<string | null>(null);
  const enCours = etat.etape === "en cours";
  const attend = useRetard(enCours, DELAI_MS);
  const nom = saisi ?? (classeur === null ? "" : proposerNom(classeur, mode));
  const defaut = classeur === null ? undefined : defautDuNom(nom, classeur);
  const pret = classeur !== null && defaut === undefined && !enCours;

  const choisirLaCopie = (choisi: ModeDeCopie): void => {
    setSaisi(null);
    choisir(choisi);
  };

  return (
    <>
      <Ecran>
        <ChoixDeCopie mode={mode} choisir={choisirLaCopie} />
        <CeQuiChange mode={mode} etat={etat} attend={attend} apercevoir={apercevoir} />
        {classeur !== null && (
          <Field
            label="Nom de la copie"
            validationState={defaut ? "error" : "none"}
            validationMessage={defaut}
          >
            <Input value={nom} onChange={(_, { value }) => setSaisi(value)} />
          </Field>
        )}
        <ConvertirIci />
        <MonPoste />
      </Ecran>
      <BarreDActions>
        <Telechargee etat={etat} />
        {attend && (
          <ProgressBar
            aria-label="Préparation de la copie"
            value={enCours ? etat.part : undefined}
          />
        )}
        <Button
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={!pret}
          onClick={() => {
            if (pret) telecharger(nom.trim());
          }}
        >
          {attend ? "Préparation…" : "Télécharger la copie"}
        </Button>
        {attend && <Button onClick={arreter}>Arrêter</Button>}
      </BarreDActions>
    </>
  );
}

interface PropsDeCeQuiChange {
  mode: ModeDeCopie;
  etat: EtatDeCopie;
  attend: boolean;
  apercevoir: () => void;
}

/** L'aperçu de la copie, ou pourquoi il n'y en a pas. */
function CeQuiChange({ mode, etat, attend, apercevoir }: PropsDeCeQuiChange): React.JSX.Element {
  const textes = useTextes();
  const rapport = "rapport" in etat ? etat.rapport : undefined;
  return (
    <Section>
      <h2 className={textes.titre}>Ce qui change dans la copie</h2>
      <div role="status">
        {attend && <p className={textes.petiteExplication}>Lecture du classeur…</p>}
        {etat.etape === "arrêtée" && (
          <p className={textes.petiteExplication}>
            {typographier("Préparation arrêtée : rien n'a été téléchargé.")}
          </p>
        )}
      </div>
      {etat.etape === "échouée" && <MessageDErreur {...etat.message} />}
      {rapport && <ApercuDeCopie mode={mode} rapport={rapport} />}
      {(etat.etape === "arrêtée" || etat.etape === "échouée") && (
        <Button onClick={apercevoir}>Refaire l’aperçu</Button>
      )}
    </Section>
  );
}

/** La région d'annonce est toujours là : née avec son texte, elle ne serait pas lue. */
function Telechargee({ etat }: { etat: EtatDeCopie }): React.JSX.Element {
  const textes = useTextes();
  return (
    <div role="status">
      {etat.etape === "téléchargée" && (
        <>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {typographier(`« ${etat.nom} » est remise au navigateur.`)}
            </MessageBarBody>
          </MessageBar>
          <p className={textes.legende}>
            {typographier(
              "Si elle n'est pas dans vos téléchargements, ce poste ne laisse pas le volet télécharger : enregistrez vous-même une copie, ouvrez-la, puis convertissez-y les cellules."
            )}
          </p>
        </>
      )}
    </div>
  );
}
