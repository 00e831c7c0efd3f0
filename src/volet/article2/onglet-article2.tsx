import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { nomLibre } from "../../classeur";
import { nomArticle2, planArticle2 } from "../../feuilles";
import { phraserVerdict, typographier } from "../../redaction";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { Apercu } from "./apercu";
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
  const { type } = resultat.controle;
  if (type !== "mutualisant") {
    const raison = `${ANNONCES[type]} ; la feuille écrite ici est celle d’un contrat mutualisant.`;
    return <ArticleSansTableau controle={controle} raison={raison} />;
  }
  return <Preparation resultat={resultat} />;
}

function Preparation({ resultat }: { resultat: TableauControle }): React.JSX.Element {
  const textes = useTextes();
  const { controle, feuilles } = resultat;
  const { etat, ecrire, ecrites } = useEcriture();
  const [saisi, setSaisi] = useState<string | null>(null);

  const pris = [...feuilles, ...ecrites];
  const nom = saisi ?? nomLibre(nomArticle2(controle.bareme.periode), pris);
  const jugement = jugerLeNom(nom, pris);
  const enCours = etat.etape === "en cours";

  const creer = async (): Promise<void> => {
    if (jugement.defaut || enCours) return;
    await ecrire(() => planArticle2(controle, nom));
    setSaisi(null);
  };

  return (
    <>
      <Ecran>
        <RappelDuVerdict resultat={resultat} />
        <Field
          label="Nom de la feuille"
          validationState={jugement.defaut ? "error" : "none"}
          validationMessage={jugement.defaut}
          hint={jugement.indication}
        >
          <Input value={nom} onChange={(_, { value }) => setSaisi(value)} />
        </Field>
        <Section>
          <Apercu controle={controle} />
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

const ANNONCES = {
  abaissant: "Ce tableau annonce un contrat abaissant",
  "sans aménagement": "Ce tableau annonce un contrat sans aménagement",
  arrondissements: "Ce tableau répartit un objectif entre des arrondissements",
} as const;

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
