import type { BilanDeCommune, Controle } from "../../controle";
import { ecrireCompte, ecrireNombre, ecrireTaux } from "../../redaction";
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
          <Titre>Manq.</Titre>
          <Titre>Avant</Titre>
          <Titre>Plancher</Titre>
          <Titre>{type === "mutualisant" ? "Après" : "Retenu"}</Titre>
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

function Titre({ children }: { children: string }): React.JSX.Element {
  return (
    <th scope="col" data-nombre>
      {children}
    </th>
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

function Nombre({ valeur }: { valeur: number | null }): React.JSX.Element {
  return <td data-nombre>{valeur === null ? "–" : ecrireNombre(valeur)}</td>;
}
