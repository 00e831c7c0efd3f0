import { makeStyles, tokens } from "@fluentui/react-components";
import { ecrireCompte, nommerRubrique } from "../../redaction";
import type { ColonneLue, Rubrique, TableauTrouve } from "../../tableau";
import { LienVersCellule } from "../commun/lien-vers-cellule";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { IconeDAspect, type Aspect } from "./aspects";
import type { TableauControle } from "./controler-feuille";
import { CorrigerLesColonnes } from "./corriger-les-colonnes";
import type { ControleDeLaFeuille } from "./use-controle";

const useStyles = makeStyles({
  donnee: { display: "flex", gap: tokens.spacingHorizontalXS },
  corriger: { marginTop: tokens.spacingVerticalS },
});

/** « 2 communes et un total · 6 colonnes reconnues, 1 à vérifier ». */
export function resumeDuTableau({ communes, total, colonnes }: TableauTrouve): string {
  const lignes = ecrireCompte(communes.length, "commune") + (total ? " et un total" : "");
  const lues = Object.values(colonnes);
  const douteuses = lues.filter(({ confiance }) => ETATS[confiance].aspect === "question").length;
  const aVerifier = douteuses > 0 ? `, ${douteuses} à vérifier` : "";
  return `${lignes} · ${ecrireCompte(lues.length, "colonne reconnue", "colonnes reconnues")}${aVerifier}`;
}

interface Props {
  resultat: TableauControle;
  etat: ControleDeLaFeuille;
}

/** Ce qui a été lu : chaque donnée, le titre de sa colonne, et où ; de quoi corriger ce qui est mal lu. */
export function TableauReconnu({ resultat, etat }: Props): React.JSX.Element {
  const styles = useStyles();
  const { tableau } = useTableau();
  const { colonnes, feuille } = resultat.tableau;
  return (
    <>
      <table className={tableau}>
        <thead>
          <tr>
            <th scope="col">Donnée</th>
            <th scope="col">Titre lu</th>
            <th scope="col" data-nombre>
              Cellule
            </th>
          </tr>
        </thead>
        <tbody>
          {colonnesLues(colonnes).map(([rubrique, lue]) => (
            <Ligne key={rubrique} feuille={feuille} rubrique={rubrique} lue={lue} />
          ))}
        </tbody>
      </table>
      <div className={styles.corriger}>
        <CorrigerLesColonnes
          nom="Corriger les colonnes"
          resultat={resultat}
          colonnes={colonnes}
          etat={etat}
        />
      </div>
    </>
  );
}

interface PropsDeLigne {
  feuille: string;
  rubrique: Rubrique;
  lue: ColonneLue;
}

function Ligne({ feuille, rubrique, lue }: PropsDeLigne): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { aspect, mot } = ETATS[lue.confiance];
  return (
    <tr data-confiance={lue.confiance}>
      <th scope="row">
        <span className={styles.donnee}>
          <IconeDAspect aspect={aspect} taille={16} />
          <span>{nommerRubrique(rubrique)}</span>
        </span>
      </th>
      <td>
        {lue.titre || "(sans titre)"}
        <br />
        <span className={textes.legende}>{mot}</span>
      </td>
      <td data-nombre>
        <LienVersCellule feuille={feuille} adresse={lue.adresse} />
      </td>
    </tr>
  );
}

/** Ce que vaut la lecture d'une colonne ; une colonne reconnue sans certitude est à relire. */
const ETATS: Readonly<Record<ColonneLue["confiance"], { aspect: Aspect; mot: string }>> = {
  sure: { aspect: "conforme", mot: "sûr" },
  donnee: { aspect: "conforme", mot: "désignée par vous" },
  probable: { aspect: "question", mot: "à vérifier" },
  "a confirmer": { aspect: "question", mot: "à vérifier" },
};

/** Les colonnes reconnues, dans l'ordre de la feuille. */
function colonnesLues(colonnes: TableauTrouve["colonnes"]): [Rubrique, ColonneLue][] {
  const lues = Object.entries(colonnes) as [Rubrique, ColonneLue][];
  return lues.sort(([, a], [, b]) => a.colonne - b.colonne);
}
