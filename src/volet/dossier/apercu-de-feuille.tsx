import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { FeuilleDuDossier, Matiere } from "../../feuilles";
import { ecrireCompte, typographier } from "../../redaction";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { apercevoir, type CelluleVue } from "./apercevoir";

const useStyles = makeStyles({
  apercu: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0`,
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  tableau: { tableLayout: "fixed", hyphens: "auto" },
});

interface Props {
  feuille: FeuilleDuDossier;
  nom: string;
  matiere: Matiere;
}

/** Le haut de la feuille, avant de l'écrire. */
export function ApercuDeFeuille({ feuille, nom, matiere }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  const { rangees, autresColonnes, autresLignes } = useMemo(
    () => apercevoir(feuille.planifier(matiere, nom)),
    [feuille, matiere, nom]
  );
  return (
    <div className={styles.apercu}>
      <table
        className={mergeClasses(tableau, styles.tableau)}
        aria-label={typographier(`Aperçu de « ${feuille.titre} »`)}
      >
        <tbody>
          {rangees.map((cellules, rang) => (
            <tr key={rang}>
              {cellules.map((cellule, colonne) => (
                <Cellule key={colonne} {...cellule} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {autresColonnes.length > 0 && (
        <p className={textes.legende}>{typographier(`À droite : ${autresColonnes.join(", ")}.`)}</p>
      )}
      {autresLignes > 0 && (
        <p className={textes.legende}>
          {typographier(`Et ${ecrireCompte(autresLignes, "autre ligne", "autres lignes")}.`)}
        </p>
      )}
    </div>
  );
}

function Cellule({ texte, nature, etendue }: CelluleVue): React.JSX.Element {
  if (nature === "titre") {
    return (
      <th scope="col" colSpan={etendue}>
        {texte}
      </th>
    );
  }
  return (
    <td colSpan={etendue} data-nombre={nature === "nombre" ? true : undefined}>
      {texte}
    </td>
  );
}
