import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { NOM_DE_LA_FEUILLE } from "../../contrat";
import type { EtatDuContrat, RefusDeFiger, VersionSignee } from "../../controle";
import { ecrireCompte, phraserRefusDeFiger, typographier } from "../../redaction";
import { useTextes } from "../commun/textes";
import { Comparaison, totalDe } from "./comparaison";

const useStyles = makeStyles({
  liste: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  version: VersionSignee;
  /** Ce que l'avenant remplacerait ; `null` : la version est le contrat lui-même. */
  signe: EtatDuContrat | null;
}

/** Ce que la confirmation écrira : l'avenant face à la version en vigueur, puis les deux écritures. */
export function CeQuiSeraEcrit({ version, signe }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { communes, inventaire } = version;
  const objectifs = `${ecrireCompte(communes.length, "objectif")} (${ecrireCompte(totalDe(communes), "logement")})`;
  const au = inventaire === null ? "" : `, inventaire au 1er janvier ${inventaire}`;
  return (
    <>
      {signe && <Comparaison signes={signe.version.communes} nouveaux={communes} />}
      <div>
        <p className={textes.petit}>{typographier("Ce qui sera écrit :")}</p>
        <ul className={styles.liste}>
          <li className={textes.petit}>
            {typographier(`${objectifs} sur « ${NOM_DE_LA_FEUILLE} »${au} ;`)}
          </li>
          <li className={textes.petit}>
            {typographier(
              "une feuille Article 2 en valeurs, avec la date de signature. Rien d’existant n’est modifié."
            )}
          </li>
        </ul>
      </div>
    </>
  );
}

/** Pourquoi cette version ne se signe pas ; annoncé. */
export function RefusDeSigner({ refus }: { refus: RefusDeFiger }): React.JSX.Element {
  const { quoi, pourquoi, queFaire } = phraserRefusDeFiger(refus);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <strong>{quoi}</strong> {pourquoi} {queFaire}
      </MessageBarBody>
    </MessageBar>
  );
}
