import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { NOM_DE_LA_FEUILLE, contexteDe, figer, versionDepuis, type Contrat } from "../../contrat";
import { etatDuContrat, type EtatDuContrat } from "../../controle";
import { nomArticle2, planArticle2 } from "../../feuilles";
import { ecrireCompte, nommerVersion, phraserErreurExcel, typographier } from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import { useTextes } from "../commun/textes";
import { useFocusGarde } from "../commun/use-focus-garde";
import type { TableauControle } from "../controler/controler-feuille";
import type { ControleDeLaFeuille } from "../controler/use-controle";
import { CeQuiSeraEcrit, RefusDeSigner } from "./ce-qui-sera-ecrit";
import { useSignature } from "./use-signature";

const useStyles = makeStyles({
  contenu: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    // Trop haut pour le volet, il défile : ses messages ne s'aplatissent pas les uns sur les autres.
    "& > *": { flexShrink: 0 },
  },
  surface: { padding: tokens.spacingHorizontalL },
});

interface Props {
  tableau: TableauControle;
  contrat: Contrat;
  /** `null` : un projet, à figer ; sinon, ce que l'avenant remplacerait. */
  signe: EtatDuContrat | null;
  modifier: ControleDeLaFeuille["modifier"];
}

/** Fige le contrat, ou écrit son avenant : ce qui sera écrit est dit d'abord, et rien ne s'écrit sans la date. */
export function Signer(props: Props): React.JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  // Ce que l'on signe ne change pas sous les yeux : l'état du contrat au moment d'ouvrir.
  const [aSigner, setASigner] = useState(props);
  return (
    <Dialog
      open={ouvert}
      onOpenChange={(_, { open }) => {
        if (open) setASigner(props);
        setOuvert(open);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button>{props.signe ? "Préparer un avenant…" : "Figer le contrat signé…"}</Button>
      </DialogTrigger>
      <DialogSurface className={useStyles().surface}>
        <Signature {...aSigner} />
      </DialogSurface>
    </Dialog>
  );
}

function Signature({ tableau, contrat, signe, modifier }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const corps = useRef<HTMLDivElement>(null);
  const [date, setDate] = useState("");
  useFocusGarde(corps);
  const { controle } = tableau;
  const avenant = signe ? signe.version.avenant + 1 : 0;
  const plh = contexteDe(contrat, controle.epci).plh ?? null;
  const preparee = versionDepuis(controle, { signeLe: date, avenant, plh });
  const figee = preparee.ok && date !== "" ? figer(contrat, preparee.version) : null;
  const refus = preparee.ok ? (figee?.ok === false ? figee.refus : null) : preparee.refus;
  const { etat, signer } = useSignature(() =>
    // Le contrat est déjà écrit : le volet le sait aussitôt, sans rien écrire de plus.
    modifier((connu) => {
      const su = preparee.ok ? figer(connu, preparee.version) : null;
      return su?.ok ? su.contrat : connu;
    })
  );
  const faite = etat.etape === "faite" || etat.etape === "sans feuille";
  const enCours = etat.etape === "en cours";
  const pret = figee?.ok === true && !enCours;

  const confirmer = async (): Promise<void> => {
    if (!preparee.ok || figee?.ok !== true || enCours) return;
    const { epci, bareme } = controle;
    const plan = planArticle2(controle, nomDeLaFeuille(bareme.periode, avenant), {
      forme: "valeurs",
      plh,
      etat: etatDuContrat(figee.contrat.versions, epci, bareme.periode),
    });
    await signer(figee.contrat, preparee.version, plan);
  };

  return (
    <DialogBody ref={corps}>
      <DialogTitle>{signe ? `Avenant n°\u00A0${avenant}` : "Figer le contrat signé"}</DialogTitle>
      <DialogContent className={styles.contenu}>
        {!faite && (
          <>
            <p className={textes.petiteExplication}>
              {typographier(
                signe
                  ? "L’avenant devient la version en vigueur. La version précédente reste, à côté de lui."
                  : "Les objectifs signés sont opposables : ils ne suivront plus ni le tableau ni un nouvel inventaire."
              )}
            </p>
            {!signe && controle.verdict === "non conforme" && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  {typographier(
                    "Le contrôle dit ce tableau non conforme : vérifiez que ce sont bien les nombres signés."
                  )}
                </MessageBarBody>
              </MessageBar>
            )}
            <Field label="Date de signature" required>
              <Input type="date" value={date} onChange={(_, { value }) => setDate(value)} />
            </Field>
            {refus && <RefusDeSigner refus={refus} />}
            {preparee.ok && <CeQuiSeraEcrit version={preparee.version} signe={signe} />}
          </>
        )}
        <div role="status">
          {faite && preparee.ok && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>
                {typographier(
                  `${nommerVersion(preparee.version)} : ${ecrireCompte(preparee.version.communes.length, "objectif gardé", "objectifs gardés")} sur « ${NOM_DE_LA_FEUILLE} ».`
                )}{" "}
                {etat.etape === "faite" && typographier(`Feuille « ${etat.feuille} » créée.`)}
              </MessageBarBody>
            </MessageBar>
          )}
        </div>
        {etat.etape === "refusée" && <MessageDErreur {...phraserErreurExcel(etat.code)} />}
        {etat.etape === "sans feuille" && <MessageDErreur {...sansFeuille(etat.code)} />}
      </DialogContent>
      <DialogActions>
        <DialogTrigger disableButtonEnhancement>
          <Button data-repli-focus>{faite ? "Fermer" : "Renoncer"}</Button>
        </DialogTrigger>
        {etat.etape !== "faite" && (
          <Button appearance="primary" disabledFocusable={!pret} onClick={() => void confirmer()}>
            {enCours ? "Écriture…" : libelle(etat.etape === "sans feuille", signe !== null)}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}

function libelle(feuilleSeule: boolean, avenant: boolean): string {
  if (feuilleSeule) return "Réessayer d’écrire la feuille";
  return avenant ? "Écrire l’avenant" : "Figer";
}

/** 31 signes au plus : « Article 2 – 2026-2028 – av. 1 ». */
function nomDeLaFeuille(periode: Parameters<typeof nomArticle2>[0], avenant: number): string {
  return `${nomArticle2(periode)} – ${avenant === 0 ? "signé" : `av. ${avenant}`}`;
}

function sansFeuille(code: string | undefined): ReturnType<typeof phraserErreurExcel> {
  const { quoi, pourquoi, queFaire } = phraserErreurExcel(code);
  return {
    quoi: "La feuille Article 2 n’a pas été écrite.",
    pourquoi: typographier(`${quoi} ${pourquoi} Les objectifs, eux, sont gardés.`),
    queFaire,
  };
}
