import { Button, ProgressBar } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { contexteDe } from "../../contrat";
import { objectifsQualitatifs, rassembler, type FormeDesFormules } from "../../feuilles";
import { ecrireCompte, typographier } from "../../redaction";
import { ChoixDeLaForme } from "../article2/choix-de-la-forme";
import { QuestionDuPlh } from "../article2/question-du-plh";
import { AvecTableau } from "../commun/avec-tableau";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran } from "../commun/mise-en-place";
import { RappelDuVerdict } from "../commun/rappel-du-verdict";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { ChoixDesFeuilles } from "./choix-des-feuilles";
import { useChoix } from "./use-choix";

interface Props {
  controle: ControleDeLaFeuille;
}

/** L'onglet « Dossier » : les feuilles du contrat, à la carte, créées d'un coup. */
export default function OngletDossier({ controle }: Props): React.JSX.Element {
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
  const [forme, setForme] = useState<FormeDesFormules>("complement");
  const plh = contexteDe(contrat, controle.epci).plh ?? null;
  const matiere = useMemo(
    () => rassembler(controle, forme, plh, controle.signe),
    [controle, forme, plh]
  );
  const choix = useChoix(controle.bareme.periode, feuilles);

  const plsEnQuestion = objectifsQualitatifs(controle, null).pls === null;
  const enCours = etat.etape === "en cours";
  const retenues = choix.lignes.filter(({ cochee }) => cochee);
  const fautive = retenues.find(({ defaut }) => defaut !== undefined);
  const pret = retenues.length > 0 && !fautive && !enCours;

  const creer = async (): Promise<void> => {
    if (!pret) return;
    const faite = await ecrire(() =>
      retenues.map(({ feuille, nom }) => feuille.planifier(matiere, nom))
    );
    if (faite) choix.oublier();
  };

  return (
    <>
      <Ecran>
        <RappelDuVerdict controle={controle} suite="Les feuilles se créent en projet." />
        {plsEnQuestion && <QuestionDuPlh etat={lecture} resultat={resultat} plh={plh} />}
        <ChoixDeLaForme forme={forme} choisir={setForme} />
        <ChoixDesFeuilles choix={choix} matiere={matiere} />
      </Ecran>
      <BarreDActions>
        <CompteRenduDEcriture etat={etat} />
        {enCours && <ProgressBar aria-label="Création des feuilles" />}
        <Button appearance="primary" disabledFocusable={!pret} onClick={() => void creer()}>
          {enCours ? "Création…" : "Créer les feuilles"}
        </Button>
        <p role="status" className={textes.legende}>
          {typographier(consequence(retenues.length, fautive?.feuille.titre))}
        </p>
      </BarreDActions>
    </>
  );
}

function consequence(nombre: number, fautive: string | undefined): string {
  if (nombre === 0) return "Cochez les feuilles à créer.";
  if (fautive !== undefined) return `Le nom de « ${fautive} » est à corriger.`;
  const compte = ecrireCompte(nombre, "feuille sera ajoutée", "feuilles seront ajoutées");
  return `${compte} ; rien d'existant n'est modifié.`;
}
