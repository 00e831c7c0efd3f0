import { Accordion, Button, makeStyles } from "@fluentui/react-components";
import { Activity, useEffect, useRef, useState, type ReactNode } from "react";
import { CONTRAT_VIDE, versionsDe } from "../../contrat";
import { ecrireCompte, phraserErreurExcel, phraserSuivi, typographier } from "../../redaction";
import { lireOperations, suivre, type Objectifs, type Suivi } from "../../suivi";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { MessageDErreur } from "../commun/message-d-erreur";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { RegionVivante } from "../commun/region-vivante";
import { useEcriture } from "../commun/use-ecriture";
import { useRetard } from "../commun/use-retard";
import { VoletRepliable } from "../commun/volet-repliable";
import { Carton } from "../controler/carton";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { Alertes } from "./alertes";
import { alertesDe, type AlerteSituee } from "./alertes-de";
import { EcranBilan } from "./ecran-bilan";
import { Etat } from "./etat";
import { FeuilleLue } from "./feuille-lue";
import { NouvelInventaire, deficitsChanges } from "./nouvel-inventaire";
import { objectifsDe } from "./objectifs-de";
import { ParCommune } from "./par-commune";
import { planDArticle3 } from "./plan-d-article3";
import { Produits } from "./produits";
import { SansArticle3 } from "./sans-article3";
import { Signer } from "./signer";
import { reconnaitreArticle3, type Sujet } from "./sujet";
import { Synthese } from "./synthese";
import { useArticle3 } from "./use-article3";
import { Versions } from "./versions";

/** Au-delà, en millisecondes, l'attente se voit. */
const ATTENTE_VISIBLE = 300;

/** Le premier bouton prend toute la largeur, les deux autres se partagent la suivante. */
const useStyles = makeStyles({ principal: { display: "grid" } });

interface Props {
  sujet: Sujet;
  controle: ControleDeLaFeuille;
  /** De quoi suivre un autre contrat ; `null` s'il n'y en a qu'un. */
  choix: ReactNode;
}

/** Le suivi d'un contrat, ou par-dessus son bilan ; le suivi garde ses accordéons, et son bouton le focus au retour. */
export function SuiviDUnContrat({ sujet, controle, choix }: Props): React.JSX.Element {
  const objectifs = objectifsDe(sujet);
  return objectifs && objectifs.communes.length > 0 ? (
    <SuiviDesObjectifs sujet={sujet} controle={controle} choix={choix} objectifs={objectifs} />
  ) : (
    <Ecran>
      {choix}
      <Etat version={sujet.signe?.version ?? null} />
      <Carton aspect="neutre" titre="Pas d’objectif à suivre" detail={sansObjectif(sujet)} />
    </Ecran>
  );
}

function sansObjectif({ signe, periode }: Sujet): string {
  return typographier(
    signe
      ? `Le barème ne couvre pas la période signée, ${periode}, ou la version signée n’a plus de commune lisible. Vérifiez la feuille « CMS – Contrat ».`
      : "Aucun objectif retenu ne se lit dans le tableau contrôlé. Corrigez-le d’abord dans l’onglet « Contrôler »."
  );
}

interface PropsDesObjectifs extends Props {
  objectifs: Objectifs;
}

function SuiviDesObjectifs({
  sujet,
  controle,
  choix,
  objectifs,
}: PropsDesObjectifs): React.JSX.Element {
  const styles = useStyles();
  const [jour] = useState(() => new Date().toISOString().slice(0, 10));
  const [choisie, setChoisie] = useState<string | null>(null);
  const [bilan, setBilan] = useState(false);
  const bouton = useRef<HTMLButtonElement>(null);
  const etaitMontre = useRef(false);
  const ecriture = useEcriture(controle.relire, controle.resultat?.feuille);

  const feuilles = controle.resultat?.feuilles ?? [];
  const feuille = choisie ?? reconnaitreArticle3(feuilles, sujet.periode);
  const lecture = useArticle3(feuille, controle.resultat);
  const article3 = lecture.lue && lireOperations(lecture.lue);
  const attend = useRetard(lecture.enCours, ATTENTE_VISIBLE);
  const suivi = suivre({ objectifs, article3, jour });
  const alertes = alertesDe(suivi, article3?.feuille ?? null, sujet.tableau?.controle ?? null);
  // Tant que la feuille n'est pas lue, on ne sait pas ce qui manque.
  const attendu = feuille !== null && lecture.lue === null && lecture.echec === null;

  useEffect(() => {
    if (etaitMontre.current && !bilan) bouton.current?.focus();
    etaitMontre.current = bilan;
  }, [bilan]);

  const plan = feuille === null ? planDArticle3(sujet) : null;
  const occupe = ecriture.etat.etape === "en cours";
  return (
    <>
      <RegionVivante>{!attendu && annoncer(suivi, alertes)}</RegionVivante>
      {bilan && (
        <EcranBilan
          objectifs={objectifs}
          article3={article3}
          circonstances={{ epci: sujet.epci, etat: sujet.signe }}
          jour={jour}
          relire={controle.relire}
          fermer={() => setBilan(false)}
        />
      )}
      <Activity mode={bilan ? "hidden" : "visible"}>
        <Ecran>
          {choix}
          <Section>
            <Etat version={sujet.signe?.version ?? null} />
          </Section>
          {lecture.echec && <MessageDErreur {...phraserErreurExcel(lecture.echec.code)} />}
          {!attendu && (
            <>
              <Synthese suivi={suivi} />
              {article3 === null && !lecture.echec && <SansArticle3 feuille={feuille} />}
              <Produits total={suivi.total} />
              <Alertes alertes={alertes} />
              <ParCommune suivi={suivi} />
            </>
          )}
          <EnPlus sujet={sujet} controle={controle} />
          <FeuilleLue feuilles={feuilles} lue={feuille} choisir={setChoisie} />
        </Ecran>
        <BarreDActions>
          <CompteRenduDEcriture etat={ecriture.etat} />
          <div className={styles.principal}>
            {plan ? (
              <Button
                appearance="primary"
                disabledFocusable={occupe}
                onClick={() => void ecriture.ecrire(() => [plan])}
              >
                {occupe ? "Création…" : "Créer la feuille Article 3"}
              </Button>
            ) : (
              <Button
                appearance="primary"
                disabledFocusable={feuille === null}
                onClick={() => void lecture.relire()}
              >
                {attend ? "Lecture…" : "Actualiser"}
              </Button>
            )}
          </div>
          {sujet.tableau && (
            <Signer
              tableau={sujet.tableau}
              contrat={sujet.tableau.contrat}
              signe={sujet.signe}
              modifier={controle.modifier}
            />
          )}
          <Button ref={bouton} onClick={() => setBilan(true)}>
            Établir le bilan…
          </Button>
        </BarreDActions>
      </Activity>
    </>
  );
}

/** Ce qui se déplie : le nouvel inventaire, les versions du contrat. */
function EnPlus({ sujet, controle }: Omit<Props, "choix">): React.JSX.Element | null {
  const { tableau, signe, epci } = sujet;
  if (!signe) return null;
  const versions = versionsDe(controle.resultat?.contrat ?? CONTRAT_VIDE, epci);
  const changes = tableau ? deficitsChanges(tableau.controle) : [];
  return (
    <Accordion multiple collapsible>
      {tableau && changes.length > 0 && (
        <VoletRepliable
          nom="inventaire"
          titre="Nouvel inventaire"
          legende={`${ecrireCompte(changes.length, "commune")} aux manquants changés ; objectifs signés inchangés`}
        >
          <NouvelInventaire controle={tableau.controle} changes={changes} />
        </VoletRepliable>
      )}
      <VoletRepliable
        nom="versions"
        titre={`Versions et avenants, ${versions.length}`}
        legende="Aucune ne se perd : un avenant s’ajoute au contrat"
      >
        <Versions versions={versions} />
      </VoletRepliable>
    </Accordion>
  );
}

/** Ne change que si le reste à trouver ou le nombre d'alertes change. */
function annoncer(suivi: Suivi, alertes: readonly AlerteSituee[]): string {
  const nombre = alertes.length === 0 ? "aucune alerte" : ecrireCompte(alertes.length, "alerte");
  return `${phraserSuivi(suivi)}, ${nombre}`;
}
