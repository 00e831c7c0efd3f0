import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { proposerRepartition, type Proposition, type SansProposition } from "../../controle";
import {
  PORTEE_DE_LA_PROPOSITION,
  ecrireCompte,
  ecrireNombre,
  phraserCapacites,
  texteDesRefus,
  typographier,
} from "../../redaction";
import type { Lecture } from "../../regles";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { TeteDeRetour } from "../commun/tete-de-retour";
import { useTextes } from "../commun/textes";
import { Carton } from "../controler/carton";
import { ListeDeConstats } from "../controler/constats";
import type { TableauControle } from "../controler/controler-feuille";
import { Ecriture } from "./ecriture";
import { TableauPropose } from "./tableau-propose";
import { valeursAEcrire } from "./valeurs-a-ecrire";

interface Props {
  resultat: TableauControle;
  controler: () => Promise<void>;
  fermer: () => void;
}

/** Les objectifs équilibrés les plus proches des capacités de l'EPCI montré ; rien n'est écrit sans qu'on le demande. */
export default function EcranRepartition({
  resultat,
  controler,
  fermer,
}: Props): React.JSX.Element {
  const textes = useTextes();
  const [lecture, setLecture] = useState<Lecture>("guide");
  const { controle, tableau } = resultat;
  const proposition = useMemo(() => proposerRepartition(controle, lecture), [controle, lecture]);

  return (
    <>
      <Ecran>
        <Section>
          <TeteDeRetour titre="Répartition proposée" retour="Retour au contrôle" fermer={fermer} />
          <p className={textes.petiteExplication}>{PORTEE_DE_LA_PROPOSITION}</p>
        </Section>
        <Field label="Plancher de chaque commune">
          <RadioGroup
            value={lecture}
            onChange={(_, { value }) => setLecture(value === "loi" ? "loi" : "guide")}
          >
            <Radio
              value="guide"
              label={typographier("Guide : 17 % des manquants au-delà de 4 points d'écart")}
            />
            <Radio value="loi" label={typographier("Loi : la moitié de l'objectif légal")} />
          </RadioGroup>
        </Field>
        {proposition.possible ? (
          <Proposee
            proposition={proposition}
            titreDesCapacites={tableau.colonnes.capacite?.titre ?? ""}
          />
        ) : (
          <Impossible feuille={tableau.feuille} {...proposition} />
        )}
      </Ecran>
      {proposition.possible && (
        <BarreDActions>
          <Ecriture
            feuille={tableau.feuille}
            aEcrire={valeursAEcrire(proposition.communes)}
            colonne={tableau.colonnes.objectifApres !== undefined}
            controler={controler}
          />
        </BarreDActions>
      )}
    </>
  );
}

interface PropsDeLaProposition {
  proposition: Proposition;
  titreDesCapacites: string;
}

function Proposee({ proposition, titreDesCapacites }: PropsDeLaProposition): React.JSX.Element {
  const textes = useTextes();
  const { communes, totaux, capacites } = proposition;
  const changees = communes.filter(({ bilan, propose }) => bilan.objectifApres !== propose);
  return (
    <Section>
      <p className={textes.corps} role="status">
        {typographier(
          `${ecrireNombre(totaux.avant)} avant, ${ecrireNombre(totaux.propose)} proposés : équilibré. ${
            changees.length === 0
              ? "Rien ne change."
              : `${ecrireCompte(changees.length, "commune change", "communes changent")}.`
          }`
        )}
      </p>
      <p className={textes.petiteExplication}>{phraserCapacites(capacites, titreDesCapacites)}</p>
      <TableauPropose {...proposition} />
    </Section>
  );
}

function Impossible({
  feuille,
  constats,
  refus,
}: SansProposition & { feuille: string }): React.JSX.Element {
  return (
    <Section>
      <Carton
        aspect="neutre"
        titre="Aucune répartition à proposer"
        detail={
          refus.length > 0
            ? texteDesRefus(refus)
            : typographier(
                "Une donnée manque pour connaître le plancher ou l'objectif légal de chaque commune. Corrigez d'abord :"
              )
        }
      />
      <ListeDeConstats feuille={feuille} constats={constats} />
    </Section>
  );
}
