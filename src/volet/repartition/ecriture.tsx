import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import {
  ecrireCompte,
  phraserCellulesGardees,
  phraserErreurExcel,
  typographier,
} from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import { useTextes } from "../commun/textes";
import type { EtatDesValeurs } from "./use-ecriture-de-valeurs";
import { useEcritureDeValeurs } from "./use-ecriture-de-valeurs";
import type { AEcrire } from "./valeurs-a-ecrire";

interface Props {
  feuille: string;
  aEcrire: AEcrire;
  /** Vrai si le tableau a une colonne où écrire. */
  colonne: boolean;
  controler: () => Promise<void>;
}

/** Écrire la proposition dans la feuille, sur demande ; jamais une formule sans le dire. */
export function Ecriture({ feuille, aEcrire, colonne, controler }: Props): React.JSX.Element {
  const textes = useTextes();
  const bouton = useRef<HTMLButtonElement>(null);
  const [avecTaux, setAvecTaux] = useState(true);
  const { etat, ecrire, renoncer } = useEcritureDeValeurs(feuille, controler);
  const { objectifs, taux, tauxEnTexte } = aEcrire;
  const valeurs = avecTaux ? [...objectifs, ...taux] : objectifs;
  const rien = objectifs.length === 0;
  const enCours = etat.etape === "en cours";

  const remplacer = (): void => {
    bouton.current?.focus();
    void ecrire(valeurs, true);
  };
  const annuler = (): void => {
    bouton.current?.focus();
    renoncer();
  };

  return (
    <>
      <CompteRendu etat={etat} />
      {etat.etape === "gardées" && (
        <Gardees
          gardees={etat.gardees}
          remplacer={remplacer}
          annuler={annuler}
          relancer={() => {
            annuler();
            void controler();
          }}
        />
      )}
      {taux.length > 0 && (
        <Checkbox
          checked={avecTaux}
          onChange={(_, { checked }) => setAvecTaux(checked === true)}
          label={typographier(
            `Recalculer aussi ${ecrireCompte(taux.length, "taux après saisi à la main", "taux après saisis à la main")} : ${taux.length > 1 ? "ils ne seraient" : "il ne serait"} plus d'accord avec les objectifs`
          )}
        />
      )}
      {tauxEnTexte.length > 0 && (
        <p className={textes.petit}>
          {typographier(
            `Taux après écrits en texte, à corriger à la main : ${tauxEnTexte.slice(0, 6).join(", ")}${tauxEnTexte.length > 6 ? "…" : ""}.`
          )}
        </p>
      )}
      <Button
        ref={bouton}
        appearance="primary"
        disabledFocusable={rien || enCours}
        onClick={() => {
          if (!rien) void ecrire(valeurs);
        }}
      >
        {enCours ? "Écriture…" : libelle(objectifs.length, avecTaux ? taux.length : 0)}
      </Button>
      <p className={textes.legende}>{typographier(consequence(objectifs.length, colonne))}</p>
    </>
  );
}

function libelle(objectifs: number, taux: number): string {
  if (objectifs === 0) return "Écrire les objectifs";
  const ecrits = `Écrire ${ecrireCompte(objectifs, "objectif")}`;
  return taux > 0 ? `${ecrits} et ${ecrireCompte(taux, "taux", "taux")}` : ecrits;
}

function consequence(objectifs: number, colonne: boolean): string {
  if (!colonne)
    return "Le tableau n'a pas de colonne d'objectifs après : ajoutez-la pour y écrire la proposition.";
  if (objectifs === 0) return "Le tableau porte déjà ces objectifs : rien à écrire.";
  return "Ne change que ces cellules, dans la feuille du tableau.";
}

/** Toujours présent : une région qui naît avec son texte n'est pas annoncée. */
function CompteRendu({ etat }: { etat: EtatDesValeurs }): React.JSX.Element {
  return (
    <>
      <div role="status">
        {etat.etape === "faite" && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {typographier(
                `${ecrireCompte(etat.nombre, "cellule écrite", "cellules écrites")} ; le contrôle est relancé.`
              )}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {etat.etape === "échouée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
    </>
  );
}

interface PropsDesGardees {
  gardees: Extract<EtatDesValeurs, { etape: "gardées" }>["gardees"];
  remplacer: () => void;
  relancer: () => void;
  annuler: () => void;
}

/** Des formules se remplacent si on le veut ; ce qui a changé demande un nouveau contrôle. */
function Gardees({ gardees, remplacer, relancer, annuler }: PropsDesGardees): React.JSX.Element {
  const formules = gardees.every(({ motif }) => motif === "formule");
  return (
    <>
      <div role="alert">
        {phraserCellulesGardees(gardees).map(({ quoi, pourquoi, queFaire }) => (
          <MessageBar key={quoi} intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{quoi}</MessageBarTitle>
              {pourquoi} {queFaire}
            </MessageBarBody>
          </MessageBar>
        ))}
      </div>
      {formules ? (
        <Button onClick={remplacer}>
          {gardees.length > 1 ? "Remplacer ces formules" : "Remplacer cette formule"}
        </Button>
      ) : (
        <Button onClick={relancer}>Relancer le contrôle</Button>
      )}
      <Button onClick={annuler}>Annuler</Button>
    </>
  );
}
