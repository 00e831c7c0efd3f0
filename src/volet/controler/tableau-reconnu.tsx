import { ecrireCompte, nommerChamp } from "../../redaction";
import { CHAMPS_OBLIGATOIRES, type Champ, type TableauLu } from "../../tableau";
import { LienVersCellule } from "../commun/lien-vers-cellule";
import { useTableau } from "../commun/tableau";

/** « 2 communes et un total · 6 colonnes reconnues ». */
export function resumeDuTableau({ communes, total, colonnes }: TableauLu): string {
  const lignes = ecrireCompte(communes.length, "commune") + (total ? " et un total" : "");
  const titres = Object.keys(colonnes).length;
  return `${lignes} · ${ecrireCompte(titres, "colonne reconnue", "colonnes reconnues")}`;
}

/** Ce qui a été lu : chaque colonne reconnue, le titre qu'elle porte, et où. */
export function TableauReconnu({ tableau }: { tableau: TableauLu }): React.JSX.Element {
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
        {champsLus(tableau).map(({ champ, titre, adresse }) => (
          <tr key={champ}>
            <th scope="row">{nommerChamp(champ)}</th>
            <td>{titre}</td>
            <td data-nombre>
              <LienVersCellule feuille={tableau.feuille} adresse={adresse} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Les colonnes reconnues, les obligatoires d'abord. */
function champsLus({ colonnes }: TableauLu): { champ: Champ; titre: string; adresse: string }[] {
  const facultatifs = (Object.keys(colonnes) as Champ[]).filter(
    (champ) => !CHAMPS_OBLIGATOIRES.includes(champ)
  );
  return [...CHAMPS_OBLIGATOIRES, ...facultatifs].flatMap((champ) => {
    const colonne = colonnes[champ];
    return colonne ? [{ champ, titre: colonne.titre, adresse: colonne.adresse }] : [];
  });
}
