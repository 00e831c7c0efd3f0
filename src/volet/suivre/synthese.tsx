import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ecrireFraction, ecrireNombre, phraserSuivi, typographier } from "../../redaction";
import type { Suivi } from "../../suivi";
import { Section } from "../commun/mise-en-place";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { Barre, SigneDePart, type Part } from "./barre";

const useStyles = makeStyles({
  nom: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  fort: { fontWeight: tokens.fontWeightSemibold },
});

const LIGNES: readonly { part: Part; nom: string }[] = [
  { part: "finances", nom: "Financés" },
  { part: "prevus", nom: "Prévus (Article 3)" },
  { part: "aTrouver", nom: "À trouver" },
];

/** Où en est le contrat : ce qui reste à trouver, puis ce qui fait l'objectif. */
export function Synthese({ suivi }: { suivi: Suivi }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  const { total } = suivi;
  return (
    <Section>
      <h2 className={textes.grandTitre} tabIndex={-1} data-repli-focus>
        {phraserSuivi(suivi)}
      </h2>
      <Barre parts={total} objectif={total.objectif} />
      <table className={tableau}>
        <thead>
          <tr>
            <td />
            <TitreDeNombres>Logements</TitreDeNombres>
            <TitreDeNombres>Part</TitreDeNombres>
          </tr>
        </thead>
        <tbody>
          {LIGNES.map(({ part, nom }) => (
            <tr key={part}>
              <th scope="row">
                <span className={styles.nom}>
                  <SigneDePart part={part} />
                  {nom}
                </span>
              </th>
              <td data-nombre className={mergeClasses(part === "aTrouver" && styles.fort)}>
                {ecrireNombre(total[part])}
              </td>
              <Part nombre={total[part]} objectif={total.objectif} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Objectif retenu</th>
            <Nombre valeur={total.objectif} />
            <td />
          </tr>
        </tfoot>
      </table>
      {depasse(suivi) && (
        <p className={textes.petiteExplication}>
          {typographier(
            "Une commune qui dépasse son objectif ne compense pas les autres : les parts font plus de 100 %."
          )}
        </p>
      )}
    </Section>
  );
}

/** Au pour-cent près : le détail est dans le nombre. */
function Part({ nombre, objectif }: { nombre: number; objectif: number }): React.JSX.Element {
  return (
    <td data-nombre>
      {objectif === 0 ? "–" : ecrireFraction(Math.round((nombre * 100) / objectif) / 100)}
    </td>
  );
}

function depasse({ total: { objectif, finances, prevus, aTrouver } }: Suivi): boolean {
  return finances + prevus + aTrouver > objectif;
}
