import { makeStyles, tokens } from "@fluentui/react-components";
import { ecrireCompte, ecrireNombre } from "../../redaction";
import type { Avancement } from "../../suivi";
import { Section } from "../commun/mise-en-place";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

const useStyles = makeStyles({
  tete: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
  },
});

/** Ce que le contrat demande de PLAI et admet de PLS, et où l'on en est. */
export function Produits({ total }: { total: Avancement }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  const { plai, pls, accession } = total;
  const enAccession = accession.finances + accession.prevus;
  return (
    <Section>
      <div className={styles.tete}>
        <h2 className={textes.titre}>Produits</h2>
        <span className={textes.legende}>financés et prévus</span>
      </div>
      <table className={tableau}>
        <thead>
          <tr>
            <td />
            <TitreDeNombres>Règle</TitreDeNombres>
            <TitreDeNombres>Fin.</TitreDeNombres>
            <TitreDeNombres>Prév.</TitreDeNombres>
            <TitreDeNombres>Reste</TitreDeNombres>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">PLAI</th>
            <td data-nombre>{regle(plai.minimum, "au moins")}</td>
            <Nombre valeur={plai.finances} />
            <Nombre valeur={plai.prevus} />
            <td data-nombre>
              {plai.aTrouver === null ? "–" : `${ecrireNombre(plai.aTrouver)} à trouver`}
            </td>
          </tr>
          <tr>
            <th scope="row">PLS et assimilés</th>
            <td data-nombre>{regle(pls.maximum, "au plus")}</td>
            <Nombre valeur={pls.finances} />
            <Nombre valeur={pls.prevus} />
            <td data-nombre>{resteDePls(pls)}</td>
          </tr>
          {enAccession > 0 && (
            <tr>
              <th scope="row">PSLA et BRS</th>
              <td data-nombre>–</td>
              <Nombre valeur={accession.finances} />
              <Nombre valeur={accession.prevus} />
              <td data-nombre>comptés à part</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function regle(nombre: number | null, sens: string): string {
  return nombre === null ? "à préciser" : `${ecrireNombre(nombre)} ${sens}`;
}

function resteDePls({ possibles, enTrop }: Avancement["pls"]): string {
  if (enTrop !== null && enTrop > 0) return `${ecrireNombre(enTrop)} de trop`;
  return possibles === null ? "–" : ecrireCompte(possibles, "possible");
}
