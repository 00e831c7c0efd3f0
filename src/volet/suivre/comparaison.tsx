import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { rapprocher, type ObjectifSigne } from "../../controle";
import { ecrireNombre } from "../../redaction";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";

const useStyles = makeStyles({
  change: {
    backgroundColor: tokens.colorBrandBackground2,
    "& td[data-nombre]": { fontWeight: tokens.fontWeightSemibold },
    "@media (forced-colors: active)": { outline: "1px solid Highlight" },
  },
});

interface Props {
  signes: readonly ObjectifSigne[];
  nouveaux: readonly ObjectifSigne[];
}

/** Commune par commune : l'objectif signé, celui qui le remplacerait, et l'écart. Ce qui change est en gras, sur fond coloré, et porte un signe. */
export function Comparaison({ signes, nouveaux }: Props): React.JSX.Element {
  const { tableau } = useTableau();
  const styles = useStyles();
  const totaux = { signe: totalDe(signes), nouveau: totalDe(nouveaux) };
  return (
    <table className={tableau}>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <TitreDeNombres>Signé</TitreDeNombres>
          <TitreDeNombres>Avenant</TitreDeNombres>
          <TitreDeNombres>Écart</TitreDeNombres>
        </tr>
      </thead>
      <tbody>
        {rapprocher(signes, nouveaux).map(({ avant, apres }, rang) => {
          const signe = avant?.objectif ?? null;
          const nouveau = apres?.objectif ?? null;
          const change = signe !== nouveau;
          return (
            <tr key={rang} className={mergeClasses(change && styles.change)} data-change={change}>
              <th scope="row">{(avant ?? apres)?.nom}</th>
              <Nombre valeur={signe} />
              <Nombre valeur={nouveau} />
              <td data-nombre>{ecrireEcart(signe, nouveau)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <Nombre valeur={totaux.signe} />
          <Nombre valeur={totaux.nouveau} />
          <td data-nombre>{ecrireEcart(totaux.signe, totaux.nouveau)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** « +12 », « −7 », « = », ou ce qui arrive à la commune. */
function ecrireEcart(signe: number | null, nouveau: number | null): string {
  if (signe === null) return "ajoutée";
  if (nouveau === null) return "retirée";
  const ecart = nouveau - signe;
  if (ecart === 0) return "=";
  return (ecart > 0 ? "+" : "") + ecrireNombre(ecart);
}

/** Somme des objectifs, en logements. */
export function totalDe(communes: readonly ObjectifSigne[]): number {
  return communes.reduce((total, { objectif }) => total + objectif, 0);
}
