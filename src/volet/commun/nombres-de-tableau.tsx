import { ecrireNombre } from "../../redaction";

/** Le titre d'une colonne de nombres, dans un tableau de `useTableau`. */
export function TitreDeNombres({ children }: { children: string }): React.JSX.Element {
  return (
    <th scope="col" data-nombre>
      {children}
    </th>
  );
}

/** Une cellule de nombre ; un tiret si rien n'est conclu. */
export function Nombre({ valeur }: { valeur: number | null }): React.JSX.Element {
  return <td data-nombre>{valeur === null ? "–" : ecrireNombre(valeur)}</td>;
}
