import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef } from "react";
import { ecrireCompte, ecrireDate, phraserBilanTriennal, typographier } from "../../redaction";
import { BAREMES, type Periode } from "../../regles";
import { etablirBilan, type Article3Lu, type BilanTriennal, type Objectifs } from "../../suivi";
import { Ecran, Section } from "../commun/mise-en-place";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { Remarque } from "../controler/constats";
import { ListeADeplier } from "./liste-a-deplier";

const useStyles = makeStyles({ retour: { alignSelf: "flex-start" } });

interface Props {
  objectifs: Objectifs;
  /** `null` : aucune opération ne se lit. */
  article3: Article3Lu | null;
  /** « 2027-07-01 » : avant la fin de la période, le bilan est provisoire. */
  jour: string;
  fermer: () => void;
}

/** Le bilan triennal, commune par commune : la quantité, la qualité, et l'excédent qui se reporte. */
export function EcranBilan({ objectifs, article3, jour, fermer }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const titre = useRef<HTMLHeadingElement>(null);
  const { periode, communes } = etablirBilan(objectifs, article3);
  const enDefaut = communes.filter(({ carencePossible }) => carencePossible);
  const provisoire = jour <= finDe(periode);
  useEffect(() => titre.current?.focus(), []);
  return (
    <Ecran>
      <Section>
        <Button
          className={styles.retour}
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={fermer}
        >
          Retour au suivi
        </Button>
        <h2 ref={titre} className={textes.grandTitre} tabIndex={-1} data-repli-focus>
          Bilan {periode}
        </h2>
        <p className={textes.petiteExplication}>
          {typographier(
            "Comptent les logements sociaux dont l’article 3 dit l’année de financement, dans la période. Chaque commune répond de son objectif : rien ne se compense."
          )}
        </p>
        {provisoire && (
          <p className={textes.corps}>
            {typographier(
              `Bilan provisoire : la période court jusqu’au ${ecrireDate(finDe(periode))}.`
            )}
          </p>
        )}
        <p className={textes.corps} role="status">
          {typographier(resumer(communes, enDefaut))}
        </p>
      </Section>
      <Section>
        <h2 className={textes.titre}>Quantité et qualité</h2>
        <Nombres communes={communes} />
      </Section>
      <Section>
        <h2 className={textes.titre}>Commune par commune</h2>
        <ListeADeplier
          nom="communes"
          remarques={[
            ...enDefaut,
            ...communes.filter((commune) => !enDefaut.includes(commune)),
          ].map((commune, rang) => (
            <Remarque
              key={rang}
              seule
              code="bilan"
              gravite={commune.carencePossible ? "avertissement" : "information"}
              feuille=""
              phrase={phraserBilanTriennal(commune, provisoire)}
            />
          ))}
        />
      </Section>
    </Ecran>
  );
}

function finDe(periode: Periode): string {
  return `${BAREMES[periode].fin}-12-31`;
}

function resumer(communes: readonly BilanTriennal[], enDefaut: readonly BilanTriennal[]): string {
  if (communes.some(({ bilan }) => bilan?.ok === false))
    return "Le bilan d’une commune au moins ne se conclut pas : voyez pourquoi ci-dessous.";
  if (enDefaut.length === 0)
    return "Chaque commune a atteint son objectif, en quantité et en qualité.";
  return `Objectif de quantité ou de qualité non atteint : ${ecrireCompte(enDefaut.length, "commune")} sur ${communes.length}.`;
}

function Nombres({ communes }: { communes: readonly BilanTriennal[] }): React.JSX.Element {
  const { tableau } = useTableau();
  const textes = useTextes();
  return (
    <table className={tableau}>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <TitreDeNombres>Objectif</TitreDeNombres>
          <TitreDeNombres>Réalisés</TitreDeNombres>
          <TitreDeNombres>PLAI</TitreDeNombres>
          <TitreDeNombres>PLS</TitreDeNombres>
        </tr>
      </thead>
      <tbody>
        {communes.map((commune, rang) => (
          <tr key={rang}>
            <th scope="row">
              {commune.nom}
              <br />
              <span className={textes.legende}>{direLeBilan(commune)}</span>
            </th>
            <Nombre valeur={commune.objectif} />
            <Nombre valeur={commune.realises} />
            <Nombre valeur={commune.plai} />
            <Nombre valeur={commune.pls} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          {TOTAUX.map((colonne) => (
            <Nombre
              key={colonne}
              valeur={communes.reduce((total, commune) => total + commune[colonne], 0)}
            />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const TOTAUX = ["objectif", "realises", "plai", "pls"] as const;

function direLeBilan({ bilan, carencePossible, excedent }: BilanTriennal): string {
  if (bilan === null) return "rien à atteindre";
  if (!bilan.ok) return "ne se conclut pas";
  if (carencePossible) return "non atteint";
  return excedent > 0 ? `atteint, excédent de ${excedent}` : "atteint";
}
