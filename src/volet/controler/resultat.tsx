import { Accordion, Button } from "@fluentui/react-components";
import { useState } from "react";
import { ecrireCompte, typographier } from "../../redaction";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { VoletRepliable } from "../commun/volet-repliable";
import { Communes } from "./communes";
import { Conditions } from "./conditions";
import { Controles } from "./controles";
import { GroupeDeConstats, ListeDeConstats } from "./constats";
import type { TableauControle } from "./controler-feuille";
import { Graphique } from "./graphique";
import { parGravite } from "./grouper";
import { resumeDuTableau, TableauReconnu } from "./tableau-reconnu";
import type { ControleDeLaFeuille } from "./use-controle";
import { Verdict } from "./verdict";

/** Au-delà, le graphique ne s'ouvre pas de lui-même. */
const COMMUNES_D_UN_COUP_D_OEIL = 20;

interface Props {
  resultat: TableauControle;
  controle: ControleDeLaFeuille;
  preparer: () => void;
}

/** Le résultat : le verdict, ce qui est à faire, le détail, ce qui a été lu. */
export function ResultatDuControle({
  resultat,
  controle: etat,
  preparer,
}: Props): React.JSX.Element {
  const { feuille, tableau, controle } = resultat;
  const { erreur, avertissement, information } = parGravite(controle.constats);
  const conditions = controle.conditions.filter(({ rappel }) => !rappel);
  const rappels = controle.conditions.filter(({ rappel }) => rappel);
  const [ouverts] = useState(() => voletsOuverts(resultat));
  const communes = ecrireCompte(controle.communes.length, "commune");
  return (
    <>
      <Ecran>
        {resultat.controles.length > 1 && (
          <Controles controles={resultat.controles} montre={controle} choisir={etat.choisir} />
        )}
        <Verdict controle={controle} enCours={etat.enCours} />
        <Avertissements resultat={resultat} automatique={etat.automatique} />
        {erreur.length + avertissement.length > 0 && (
          <Section>
            <GroupeDeConstats
              feuille={feuille}
              titre="Erreurs"
              gravite="erreur"
              constats={erreur}
            />
            <GroupeDeConstats
              feuille={feuille}
              titre="Avertissements"
              gravite="avertissement"
              constats={avertissement}
            />
          </Section>
        )}
        <Accordion multiple collapsible defaultOpenItems={ouverts}>
          {conditions.length > 0 && (
            <VoletRepliable nom="conditions" titre={`Conditions à confirmer, ${conditions.length}`}>
              <Conditions conditions={conditions} />
            </VoletRepliable>
          )}
          {rappels.length > 0 && (
            <VoletRepliable nom="rappels" titre={`Rappels, ${rappels.length}`}>
              <Conditions conditions={rappels} />
            </VoletRepliable>
          )}
          {information.length > 0 && (
            <VoletRepliable nom="informations" titre={`Informations, ${information.length}`}>
              <ListeDeConstats feuille={feuille} constats={information} />
            </VoletRepliable>
          )}
          <VoletRepliable
            nom="graphique"
            titre={`Objectifs par commune, ${controle.communes.length}`}
          >
            <Graphique controle={controle} />
          </VoletRepliable>
          <VoletRepliable
            nom="communes"
            titre="Commune par commune"
            legende={`${communes}, écart, taux, plancher`}
          >
            <Communes controle={controle} />
          </VoletRepliable>
          <VoletRepliable
            nom="tableau"
            titre={typographier(`« ${feuille} »!${tableau.plage}`)}
            legende={resumeDuTableau(tableau)}
          >
            <TableauReconnu tableau={tableau} />
          </VoletRepliable>
        </Accordion>
      </Ecran>
      <BarreDActions>
        <Button appearance="primary" onClick={preparer}>
          Préparer l’Article 2
        </Button>
        <Button onClick={() => void etat.controler()}>Relancer le contrôle</Button>
      </BarreDActions>
    </>
  );
}

/** Au premier affichage : ce qui reste à faire, et d'un coup d'œil les objectifs. */
function voletsOuverts({ controle }: TableauControle): string[] {
  if (controle.verdict === "non conforme") return [];
  const peuDeCommunes = controle.communes.length <= COMMUNES_D_UN_COUP_D_OEIL;
  return peuDeCommunes ? ["conditions", "graphique"] : ["conditions"];
}

interface PropsDAvertissements {
  resultat: TableauControle;
  automatique: boolean;
}

/** Ce que la lecture elle-même a de limité. */
function Avertissements({ resultat, automatique }: PropsDAvertissements): React.JSX.Element | null {
  const textes = useTextes();
  if (!resultat.deborde && automatique) return null;
  return (
    <Section>
      {resultat.deborde && (
        <p className={textes.petiteExplication}>
          {typographier(
            `La feuille s’étend sur ${resultat.deborde} : seules ses 2\u202f000 premières lignes et ses 50 premières colonnes ont été lues.`
          )}
        </p>
      )}
      {!automatique && (
        <p className={textes.petiteExplication}>
          {typographier(
            "Cette version d’Excel ne signale pas les changements : relancez le contrôle après chaque modification."
          )}
        </p>
      )}
    </Section>
  );
}
