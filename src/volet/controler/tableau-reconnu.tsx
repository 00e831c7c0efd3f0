import { ecrireCompte, nommerRubrique } from "../../redaction";
import type { ColonneLue, Rubrique, TableauTrouve } from "../../tableau";
import { LienVersCellule } from "../commun/lien-vers-cellule";
import { useTableau } from "../commun/tableau";

/** « 2 communes et un total · 6 colonnes reconnues ». */
export function resumeDuTableau({ communes, total, colonnes }: TableauTrouve): string {
  const lignes = ecrireCompte(communes.length, "commune") + (total ? " et un total" : "");
  const titres = Object.keys(colonnes).length;
  return `${lignes} · ${ecrireCompte(titres, "colonne reconnue", "colonnes reconnues")}`;
}

/** Ce qui a été lu : chaque colonne reconnue, le titre qu'elle porte, et où. */
export function TableauReconnu({ tableau }: { tableau: TableauTrouve }): React.JSX.Element {
  const styles = useTableau();
  return (
    <table className={styles.tableau}>
      <thead>
        <tr>
          <th scope="col">Colonne</th>
          <th scope="col">Titre lu</th>
          <th scope="col" data-nombre>
            Cellule
          </th>
        </tr>
      </thead>
      <tbody>
        {colonnesLues(tableau).map(([rubrique, { titre, adresse, confiance }]) => (
          <tr key={rubrique}>
            <th scope="row">{nommerRubrique(rubrique)}</th>
            <td>
              {titre}
              {A_VERIFIER[confiance]}
            </td>
            <td data-nombre>
              <LienVersCellule feuille={tableau.feuille} adresse={adresse} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Ce que l'agent doit relire : une colonne reconnue sans certitude. */
const A_VERIFIER: Readonly<Record<ColonneLue["confiance"], string>> = {
  sure: "",
  donnee: "",
  probable: " (à vérifier)",
  "a confirmer": " (à confirmer)",
};

/** Les colonnes reconnues, dans l'ordre de la feuille. */
function colonnesLues({ colonnes }: TableauTrouve): [Rubrique, ColonneLue][] {
  const lues = Object.entries(colonnes) as [Rubrique, ColonneLue][];
  return lues.sort(([, a], [, b]) => a.colonne - b.colonne);
}
