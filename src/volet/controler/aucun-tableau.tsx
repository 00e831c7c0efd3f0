import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NOM_DE_LA_FEUILLE } from "../../contrat";
import { RAPPORT_NON_CONTROLE, nommerRubrique, typographier } from "../../redaction";
import type { AucunTableau, Colonnes } from "../../tableau";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { IconeDAspect } from "./aspects";
import { Carton } from "./carton";
import { ChoixDeLecture } from "./choix-de-lecture";
import type { SansTableau } from "./controler-feuille";
import { CorrigerLesColonnes } from "./corriger-les-colonnes";
import { SuiviDuContrat } from "./suivi-du-contrat";
import { InsererUnExemple } from "../accueil/inserer-un-exemple";
import type { ControleDeLaFeuille } from "./use-controle";

type Cherche = AucunTableau["cherches"][number];

const useStyles = makeStyles({
  nom: { display: "flex", gap: tokens.spacingHorizontalS },
  gestes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  resultat: SansTableau;
  controle: ControleDeLaFeuille;
}

/** La feuille ne porte pas de tableau d'article 2 : ce qui a été cherché, trouvé, absent, et que faire. */
export function AucunTableauReconnu({ resultat, controle }: Props): React.JSX.Element {
  const textes = useTextes();
  const { cherches, plage, rapport } = resultat.absence;
  if (rapport) return <NonControlee {...RAPPORT_NON_CONTROLE} />;
  if (resultat.feuille === NOM_DE_LA_FEUILLE) return <NonControlee {...CONTRAT_NON_CONTROLE} />;
  const absents = cherches.filter(({ obligatoire, trouve }) => obligatoire && !trouve);
  return (
    <>
      <Ecran>
        <Carton
          aspect="neutre"
          titre="Aucun tableau reconnu"
          detail={plage === null ? "La feuille est vide." : typographier(pourquoi(absents.length))}
        />
        <ChoixDeLecture feuilles={resultat.feuilles} controle={controle} />
        <Section>
          <h2 className={textes.titre}>Ce qui a été cherché</h2>
          <Recherche cherches={cherches} />
        </Section>
        <Section>
          <h2 className={textes.titre}>Que faire</h2>
          <Gestes absents={absents} />
          {plage !== null && (
            <CorrigerLesColonnes
              nom="Désigner les colonnes"
              resultat={resultat}
              colonnes={colonnesTrouvees(cherches)}
              etat={controle}
            />
          )}
        </Section>
      </Ecran>
      <BarreDActions>
        <SuiviDuContrat etat={controle} />
        <Button appearance="primary" onClick={() => void controle.controler()}>
          Contrôler cette feuille
        </Button>
        <InsererUnExemple controler={() => controle.lire("active")} />
      </BarreDActions>
    </>
  );
}

/** La feuille montrée est écrite par le complément : rien à y chercher. */
function NonControlee(dit: { titre: string; detail: string }): React.JSX.Element {
  return (
    <Ecran>
      <Carton aspect="neutre" {...dit} />
    </Ecran>
  );
}

const CONTRAT_NON_CONTROLE = {
  titre: "Cette feuille garde vos réponses",
  detail:
    "Vos réponses et les colonnes que vous avez désignées y sont, modifiables à la main. Ouvrez la feuille du tableau pour la contrôler.",
} as const;

function colonnesTrouvees(cherches: readonly Cherche[]): Colonnes {
  return Object.fromEntries(
    cherches.flatMap(({ champ, trouve }) => (trouve ? [[champ, trouve]] : []))
  );
}

function pourquoi(absents: number): string {
  return absents > 1
    ? "Illisible : il manque des colonnes indispensables, rien n’a été contrôlé."
    : "Illisible : il manque une colonne indispensable, rien n’a été contrôlé.";
}

function Recherche({ cherches }: { cherches: readonly Cherche[] }): React.JSX.Element {
  const styles = useStyles();
  const tableau = useTableau();
  const textes = useTextes();
  return (
    <table className={tableau.tableau}>
      <tbody>
        {cherches.map(({ champ, obligatoire, trouve }) => (
          <tr key={champ} data-champ={champ}>
            <th scope="row">
              <span className={styles.nom}>
                <IconeDAspect
                  aspect={trouve ? "conforme" : obligatoire ? "danger" : "neutre"}
                  taille={16}
                />
                <span>
                  {nommerRubrique(champ)}{" "}
                  {!obligatoire && <span className={textes.legende}>(facultatif)</span>}
                </span>
              </span>
            </th>
            <td data-nombre>
              {trouve && `trouvé, ${trouve.adresse}`}
              {!trouve && (obligatoire ? <strong>absent</strong> : "absent")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Gestes({ absents }: { absents: readonly Cherche[] }): React.JSX.Element {
  return (
    <ul className={useStyles().gestes}>
      <li>
        {typographier(
          "Ouvrez la feuille qui porte les objectifs par commune : elle est contrôlée aussitôt."
        )}
      </li>
      {absents.map(({ champ }) => (
        <li key={champ}>
          {typographier(
            `Ajoutez ou renommez la colonne « ${nommerRubrique(champ)} », par exemple « ${EXEMPLES_DE_TITRE[champ]} ».`
          )}
        </li>
      ))}
      <li>
        Les titres se reconnaissent à leurs mots ; en cas de doute, reprenez ceux de la trame.
      </li>
    </ul>
  );
}

/** Un titre de la trame, pour chaque colonne qui peut manquer. */
const EXEMPLES_DE_TITRE: Readonly<Partial<Record<Cherche["champ"], string>>> = {
  commune: "Nom de la commune",
  deficit: "Nombre de LS manquants au 1er janvier 2025",
  objectifApres: "Objectifs 2026-2028 après mutualisation",
};
