import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { codeDErreur } from "../../classeur";
import {
  ecrireCompte,
  phraserCellulesChangees,
  phraserErreurExcel,
  phraserFigee,
  typographier,
} from "../../redaction";
import { useClasseur } from "../classeur";
import { MessageDErreur } from "../commun/message-d-erreur";
import { Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { Comptes } from "./apercu-de-copie";
import { ParRaison } from "./par-raison";
import { aConvertir, type Tri } from "./trier-formules";
import { useRemplacement, type EtatDuRemplacement } from "./use-remplacement";

type Lecture =
  { etape: "à faire" } | { etape: "lue"; tri: Tri } | { etape: "échouée"; code?: string };

/** Remplacer, dans les cellules sélectionnées de ce classeur, les formules du complément par des formules ordinaires. */
export function ConvertirIci(): React.JSX.Element {
  const textes = useTextes();
  const classeur = useClasseur();
  const bouton = useRef<HTMLButtonElement>(null);
  const [lecture, setLecture] = useState<Lecture>({ etape: "à faire" });
  const { etat, ecrire, retablir, oublier } = useRemplacement();

  const apercevoir = async (): Promise<void> => {
    oublier();
    try {
      const { formules } = await classeur.lireFormules("selection");
      setLecture({ etape: "lue", tri: aConvertir(formules) });
    } catch (erreur) {
      setLecture({ etape: "échouée", code: codeDErreur(erreur) });
    }
  };
  const fermer = (): void => {
    bouton.current?.focus();
    setLecture({ etape: "à faire" });
  };

  return (
    <Section>
      <h2 className={textes.titre}>Convertir dans ce classeur</h2>
      <p className={textes.petiteExplication}>
        {typographier(
          "Remplace les formules CMS des cellules sélectionnées par des formules ordinaires. Ici, c'est votre classeur qui change."
        )}
      </p>
      <Button ref={bouton} onClick={() => void apercevoir()}>
        Aperçu de la sélection…
      </Button>
      {lecture.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(lecture.code)} />}
      {lecture.etape === "lue" && (
        <Apercu
          tri={lecture.tri}
          confirmer={() => {
            fermer();
            void ecrire(lecture.tri.remplacements);
          }}
          renoncer={fermer}
        />
      )}
      <CompteRendu etat={etat} retablir={() => void retablir()} />
    </Section>
  );
}

interface PropsDApercu {
  tri: Tri;
  confirmer: () => void;
  renoncer: () => void;
}

function Apercu({
  tri: { remplacements, laissees },
  confirmer,
  renoncer,
}: PropsDApercu): React.JSX.Element {
  const textes = useTextes();
  const nombre = remplacements.length;
  if (nombre + laissees.length === 0) {
    return (
      <p role="status" className={textes.petit}>
        {typographier(
          "Aucune formule CMS dans la sélection. Sélectionnez les cellules à convertir, puis refaites l'aperçu."
        )}
      </p>
    );
  }
  return (
    <>
      <div role="status">
        <Comptes
          lignes={[
            ["À remplacer par des formules ordinaires", nombre],
            ["Intactes, en formule CMS", laissees.length],
          ]}
        />
      </div>
      <ParRaison
        formules={laissees.map(({ lieu, raisons }) => ({
          lieu,
          message: phraserFigee(raisons).pourquoi,
        }))}
      />
      {nombre > 0 && (
        <Button appearance="primary" onClick={confirmer}>
          {`Remplacer ${ecrireCompte(nombre, "formule")}`}
        </Button>
      )}
      <Button onClick={renoncer}>Renoncer</Button>
    </>
  );
}

interface PropsDeCompteRendu {
  etat: EtatDuRemplacement;
  retablir: () => void;
}

/** La région d'annonce est toujours là : née avec son texte, elle ne serait pas lue. */
function CompteRendu({ etat, retablir }: PropsDeCompteRendu): React.JSX.Element {
  return (
    <>
      <div role="status">
        {etat.etape === "en cours" && "Écriture…"}
        {etat.etape === "faite" && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {typographier(
                `${compter(etat.ecrites.length, etat.retour)}. Ctrl+Z l'annule ; le bouton ci-dessous aussi.`
              )}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {etat.etape === "faite" && (
        <Button onClick={retablir}>
          {etat.retour ? "Remettre les formules ordinaires" : "Rétablir les formules CMS"}
        </Button>
      )}
      {etat.etape === "changées" && <MessageDErreur {...phraserCellulesChangees(etat.adresses)} />}
      {etat.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}

function compter(nombre: number, retour: boolean): string {
  return retour
    ? ecrireCompte(nombre, "formule rétablie", "formules rétablies")
    : ecrireCompte(nombre, "formule remplacée", "formules remplacées");
}
