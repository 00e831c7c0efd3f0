import type { BilanDeCommune, Controle } from "../../controle";
import { ecrireCompte, ecrireTaux } from "../../redaction";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

/** Le calcul de chaque commune : manquants, écart, taux, objectif légal, plancher, objectif du contrat. */
export function Communes({ controle }: { controle: Controle }): React.JSX.Element {
  const styles = useTableau();
  const { totaux, communes, type } = controle;
  return (
    <table className={styles.tableau}>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <TitreDeNombres>Manq.</TitreDeNombres>
          <TitreDeNombres>Avant</TitreDeNombres>
          <TitreDeNombres>Plancher</TitreDeNombres>
          <TitreDeNombres>{type === "mutualisant" ? "Après" : "Retenu"}</TitreDeNombres>
        </tr>
      </thead>
      <tbody>
        {communes.map((commune, rang) => (
          <Ligne key={rang} commune={commune} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <Nombre valeur={totaux.deficit} />
          <Nombre valeur={totaux.avantLegal} />
          <td />
          <Nombre valeur={totaux.apres} />
        </tr>
      </tfoot>
    </table>
  );
}

function Ligne({ commune }: { commune: BilanDeCommune }): React.JSX.Element {
  const { nom, deficit, objectifAvant, plancher, objectifApres } = commune;
  return (
    <tr>
      <th scope="row">
        {nom}
        <br />
        <span className={useTextes().legende}>{ecartEtTaux(commune)}</span>
      </th>
      <Nombre valeur={deficit} />
      <Nombre valeur={objectifAvant} />
      <Nombre valeur={plancher} />
      <Nombre valeur={objectifApres} />
    </tr>
  );
}

function ecartEtTaux({ ecart, tauxAvant }: BilanDeCommune): string {
  const parties = [
    ecart === null ? null : ecrireCompte(ecart, "point"),
    tauxAvant === null ? null : ecrireTaux(tauxAvant),
  ];
  return parties.filter((partie) => partie !== null).join(" · ") || "non calculable";
}
