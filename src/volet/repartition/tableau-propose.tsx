import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CommuneProposee, Proposition } from "../../controle";
import { ecrireNombre } from "../../redaction";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

const useStyles = makeStyles({
  change: {
    backgroundColor: tokens.colorBrandBackground2,
    "& td[data-nombre]": { fontWeight: tokens.fontWeightSemibold },
    "@media (forced-colors: active)": { outline: "1px solid Highlight" },
  },
});

/** Commune par commune : avant, après, proposé, différence. Ce qui change est en gras, sur fond coloré, et porte un signe. */
export function TableauPropose({ communes, totaux }: Proposition): React.JSX.Element {
  const { tableau } = useTableau();
  return (
    <table className={tableau}>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <TitreDeNombres>Avant</TitreDeNombres>
          <TitreDeNombres>Après</TitreDeNombres>
          <TitreDeNombres>Proposé</TitreDeNombres>
          <TitreDeNombres>Change</TitreDeNombres>
        </tr>
      </thead>
      <tbody>
        {communes.map((commune) => (
          <Ligne key={commune.ligne.ligne} {...commune} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <Nombre valeur={totaux.avant} />
          <Nombre valeur={totaux.apres} />
          <Nombre valeur={totaux.propose} />
          <td data-nombre>{ecrireDifference(totaux.apres, totaux.propose)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Ligne({ bilan, plancher, propose }: CommuneProposee): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const change = bilan.objectifApres !== propose;
  return (
    <tr className={mergeClasses(change && styles.change)} data-change={change}>
      <th scope="row">
        {bilan.nom}
        <br />
        <span className={textes.petiteExplication}>
          plancher {ecrireNombre(plancher)}
          {propose > (bilan.objectifAvant ?? 0) && ", relevée"}
        </span>
      </th>
      <Nombre valeur={bilan.objectifAvant} />
      <Nombre valeur={bilan.objectifApres} />
      <Nombre valeur={propose} />
      <td data-nombre>{ecrireDifference(bilan.objectifApres, propose)}</td>
    </tr>
  );
}

/** « +12 », « −7 », « = » ; « nouveau » si rien n'était écrit. */
function ecrireDifference(apres: number | null, propose: number): string {
  if (apres === null) return "nouveau";
  const difference = propose - apres;
  if (difference === 0) return "=";
  return (difference > 0 ? "+" : "") + ecrireNombre(difference);
}
