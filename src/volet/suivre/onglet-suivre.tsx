import { Dropdown, Field, Option } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { CONTRAT_VIDE } from "../../contrat";
import { AControler } from "../commun/a-controler";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { SuiviDUnContrat } from "./suivi-d-un-contrat";
import { sujetsDe, type Sujet } from "./sujet";

interface Props {
  controle: ControleDeLaFeuille;
}

/** L'onglet « Suivre » : où en est un contrat, du projet à son bilan. */
export default function OngletSuivre({ controle }: Props): React.JSX.Element {
  const { resultat } = controle;
  const [choisi, setChoisi] = useState<number | null>(null);
  const sujets = sujetsDe(
    resultat?.contrat ?? CONTRAT_VIDE,
    resultat?.reconnu === true ? resultat : null
  );
  const sujet = sujets[choisi ?? 0] ?? sujets[0];
  if (!sujet) {
    return (
      <AControler
        controle={controle}
        titre="Pas encore de contrat à suivre"
        raison="Aucun tableau n’est contrôlé, et le classeur ne garde aucun contrat signé."
      />
    );
  }
  return (
    <SuiviDUnContrat
      key={`${sujet.epci ?? ""} ${sujet.periode}`}
      sujet={sujet}
      controle={controle}
      choix={
        sujets.length > 1 ? (
          <ChoixDeLEpci
            sujets={sujets}
            sujet={sujet}
            choisir={setChoisi}
            garderLeFocus={choisi !== null}
          />
        ) : null
      }
    />
  );
}

interface PropsDuChoix {
  sujets: readonly Sujet[];
  sujet: Sujet;
  choisir: (rang: number) => void;
  /** Un autre contrat vient d'être choisi : l'écran entier est neuf, cette liste comprise. */
  garderLeFocus: boolean;
}

/** Plusieurs EPCI ont un contrat signé, et aucun tableau ne dit lequel suivre. */
function ChoixDeLEpci({ sujets, sujet, choisir, garderLeFocus }: PropsDuChoix): React.JSX.Element {
  const liste = useRef<HTMLButtonElement>(null);
  const reprendre = useRef(garderLeFocus);
  useEffect(() => {
    if (reprendre.current) liste.current?.focus();
    reprendre.current = false;
  }, []);
  return (
    <Field label="Contrat suivi" size="small">
      <Dropdown
        ref={liste}
        size="small"
        value={nommer(sujet)}
        selectedOptions={[String(sujets.indexOf(sujet))]}
        onOptionSelect={(_, { optionValue }) => choisir(Number(optionValue))}
      >
        {sujets.map((propose, rang) => (
          <Option key={rang} value={String(rang)}>
            {nommer(propose)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function nommer({ epci, periode }: Sujet): string {
  return `${epci ?? "EPCI non nommé"}, ${periode}`;
}
