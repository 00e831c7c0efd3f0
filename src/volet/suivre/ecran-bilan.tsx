import { Button } from "@fluentui/react-components";
import { planBilan, type CirconstancesDuBilan, type PlanDeFeuille } from "../../feuilles";
import {
  PORTEE_DU_BILAN,
  direBilanTriennal,
  direProvisoire,
  phraserBilanTriennal,
  resumerBilans,
} from "../../redaction";
import { etablirBilan, type Article3Lu, type BilanTriennal, type Objectifs } from "../../suivi";
import { CompteRenduDEcriture } from "../commun/compte-rendu-d-ecriture";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { TeteDeRetour } from "../commun/tete-de-retour";
import { useTextes } from "../commun/textes";
import { useEcriture } from "../commun/use-ecriture";
import { Remarque } from "../controler/constats";
import { ListeADeplier } from "./liste-a-deplier";

interface Props {
  objectifs: Objectifs;
  /** `null` : aucune opération ne se lit. */
  article3: Article3Lu | null;
  circonstances: Pick<CirconstancesDuBilan, "epci" | "etat">;
  /** « 2027-07-01 » : avant la fin de la période, le bilan est provisoire. */
  jour: string;
  relire: () => Promise<void>;
  fermer: () => void;
}

/** Le bilan triennal, commune par commune : la quantité, la qualité, et l'excédent qui se reporte. */
export function EcranBilan({
  objectifs,
  article3,
  circonstances,
  jour,
  relire,
  fermer,
}: Props): React.JSX.Element {
  const textes = useTextes();
  const ecriture = useEcriture(relire);
  const occupe = ecriture.etat.etape === "en cours";
  const bilan = etablirBilan(objectifs, article3, jour);
  const { periode, provisoire, communes } = bilan;
  const enDefaut = communes.filter(({ carencePossible }) => carencePossible);
  const ecrire = (): PlanDeFeuille[] => [
    planBilan(bilan, { ...circonstances, article3: article3?.feuille ?? null, jour }),
  ];
  return (
    <>
      <Ecran>
        <Section>
          <TeteDeRetour titre={`Bilan ${periode}`} retour="Retour au suivi" fermer={fermer} />
          <p className={textes.petiteExplication}>{PORTEE_DU_BILAN}</p>
          {provisoire && <p className={textes.corps}>{direProvisoire(bilan)}</p>}
          <p className={textes.corps} role="status">
            {resumerBilans(bilan)}
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
      <BarreDActions>
        <CompteRenduDEcriture etat={ecriture.etat} />
        <Button
          appearance="primary"
          disabledFocusable={occupe}
          onClick={() => void ecriture.ecrire(ecrire)}
        >
          {occupe ? "Création…" : "Écrire le bilan"}
        </Button>
      </BarreDActions>
    </>
  );
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
              <span className={textes.legende}>{direBilanTriennal(commune)}</span>
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
