import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Controle } from "../../controle";
import { ecrireCompte, ecrireNombre } from "../../redaction";
import { Section } from "../commun/mise-en-place";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { ASPECT_DU_VERDICT, IconeDAspect } from "./aspects";
import { cleDuControle } from "./montrer";

const useStyles = makeStyles({
  verdict: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "flex-start" },
  nom: { textAlign: "left", "&[aria-current=true]": { fontWeight: tokens.fontWeightSemibold } },
});

interface Props {
  controles: readonly Controle[];
  montre: Controle;
  choisir: (cle: string) => void;
}

/** Plusieurs EPCI, ou plusieurs tableaux, sur la feuille : une ligne chacun ; cliquer montre le sien. */
export function Controles({ controles, montre, choisir }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  return (
    <Section>
      <h2 className={textes.titre}>{ecrireCompte(controles.length, "bilan")} sur cette feuille</h2>
      <table className={tableau}>
        <thead>
          <tr>
            <th scope="col">EPCI ou tableau</th>
            <th scope="col">Verdict</th>
            <th scope="col" data-nombre>
              Marge
            </th>
          </tr>
        </thead>
        <tbody>
          {controles.map((controle) => (
            <tr key={cleDuControle(controle)}>
              <th scope="row">
                <Link
                  as="button"
                  className={styles.nom}
                  aria-current={cleDuControle(controle) === cleDuControle(montre)}
                  onClick={() => choisir(cleDuControle(controle))}
                >
                  {controle.epci ?? controle.tableau.plage}
                </Link>
              </th>
              <td>
                <span className={styles.verdict}>
                  <IconeDAspect aspect={ASPECT_DU_VERDICT[controle.verdict]} taille={16} />
                  {controle.verdict}
                </span>
              </td>
              <td data-nombre>{margeDe(controle)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Seule la mutualisation a une marge ; un bilan qui ne se conclut pas n'en a pas. */
function margeDe({ type, totaux: { marge } }: Controle): string {
  if (type !== "mutualisant" || marge === null) return "–";
  return (marge > 0 ? "+" : "") + ecrireNombre(marge);
}
