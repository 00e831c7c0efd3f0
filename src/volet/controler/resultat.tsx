import { Accordion, Button } from "@fluentui/react-components";
import { useState, type RefObject } from "react";
import type { PlanDeFeuille } from "../../feuilles";
import { ecrireCompte, typographier } from "../../redaction";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import { VoletRepliable } from "../commun/volet-repliable";
import { ChoixDeLecture } from "./choix-de-lecture";
import { Communes } from "./communes";
import { Conditions, titreDesConditions } from "./conditions";
import { Controles } from "./controles";
import { BarreDeFiltre, estFiltrable } from "./barre-de-filtre";
import { GroupeDeConstats, ListeDeConstats } from "./constats";
import type { TableauControle } from "./controler-feuille";
import { SANS_FILTRE, filtrer } from "./filtre";
import { Graphique } from "./graphique";
import { parGravite } from "./grouper";
import { SuiviDuContrat } from "./suivi-du-contrat";
import { Surlignage } from "./surlignage";
import { resumeDuTableau, TableauReconnu } from "./tableau-reconnu";
import type { ControleDeLaFeuille } from "./use-controle";
import { Verdict } from "./verdict";

/** Au-delà, le graphique ne s'ouvre pas de lui-même. */
const COMMUNES_D_UN_COUP_D_OEIL = 20;

interface Props {
  resultat: TableauControle;
  controle: ControleDeLaFeuille;
  preparer: () => void;
  /** Ouvre la répartition proposée. */
  repartir: () => void;
  boutonRepartir: RefObject<HTMLButtonElement | null>;
}

/** Le résultat : le verdict, ce qui est à faire, le détail, ce qui a été lu. */
export function ResultatDuControle({
  resultat,
  controle: etat,
  preparer,
  repartir,
  boutonRepartir,
}: Props): React.JSX.Element {
  const { feuille, tableau, controle } = resultat;
  const [filtre, setFiltre] = useState(SANS_FILTRE);
  const gardes = filtrer(controle.constats, filtre);
  const { erreur, avertissement, information } = parGravite(gardes);
  // Une information ne se cherche pas, mais un filtre qui en garde les montre parmi les autres constats.
  const enListe = gardes.length < controle.constats.length;
  const conditions = titreDesConditions(resultat);
  const rapport = useEcriture(etat.relire);
  const [ouverts] = useState(() => voletsOuverts(resultat));
  const communes = ecrireCompte(controle.communes.length, "commune");
  return (
    <>
      <Ecran>
        {resultat.controles.length > 1 && (
          <Controles controles={resultat.controles} montre={controle} choisir={etat.choisir} />
        )}
        <Verdict controle={controle} enCours={etat.enCours} />
        {controle.type === "mutualisant" && (
          <Button ref={boutonRepartir} onClick={repartir}>
            Proposer une répartition…
          </Button>
        )}
        <Avertissements resultat={resultat} automatique={etat.automatique} />
        <Surlignage feuille={feuille} controle={etat} />
        {(enListe || erreur.length + avertissement.length > 0) && (
          <Section>
            {(enListe || estFiltrable(controle.constats)) && (
              <BarreDeFiltre
                constats={controle.constats}
                gardes={gardes.length}
                filtre={filtre}
                filtrer={setFiltre}
              />
            )}
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
            {enListe && (
              <GroupeDeConstats
                feuille={feuille}
                titre="Informations"
                gravite="information"
                constats={information}
              />
            )}
          </Section>
        )}
        <Accordion multiple collapsible defaultOpenItems={ouverts}>
          {conditions && (
            <VoletRepliable nom="conditions" titre={conditions}>
              <Conditions resultat={resultat} etat={etat} />
            </VoletRepliable>
          )}
          {!enListe && information.length > 0 && (
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
            <TableauReconnu resultat={resultat} etat={etat} />
          </VoletRepliable>
        </Accordion>
        <ChoixDeLecture feuilles={resultat.feuilles} controle={etat} />
      </Ecran>
      <BarreDActions>
        <SuiviDuContrat etat={etat} />
        <CompteRenduDEcriture etat={rapport.etat} />
        <Button appearance="primary" onClick={preparer}>
          Préparer l’Article 2
        </Button>
        <Button onClick={() => void etat.controler()}>Relancer le contrôle</Button>
        <Button
          disabledFocusable={rapport.etat.etape === "en cours"}
          onClick={() => void rapport.ecrire(async () => [await preparerLeRapport(resultat)])}
        >
          {rapport.etat.etape === "en cours" ? "Création…" : "Écrire le rapport"}
        </Button>
      </BarreDActions>
    </>
  );
}

/** Le rapport ne pèse pas sur le volet : il se charge quand on le demande. */
async function preparerLeRapport(resultat: TableauControle): Promise<PlanDeFeuille> {
  const { rapportDe } = await import(/* webpackChunkName: "rapport" */ "./rapport-du-controle");
  return rapportDe(resultat);
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
