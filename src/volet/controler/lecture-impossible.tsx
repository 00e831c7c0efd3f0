import { Accordion, Button } from "@fluentui/react-components";
import { VERSION, phraserErreurExcel, phraserVerdict, typographier } from "../../redaction";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { VoletRepliable } from "../commun/volet-repliable";
import { Carton } from "./carton";
import type { TableauControle } from "./controler-feuille";
import type { ControleDeLaFeuille, EchecDeLecture } from "./use-controle";

interface Props {
  controle: ControleDeLaFeuille;
  echec: EchecDeLecture;
}

/** La feuille n'a pas pu être lue : cause, geste, dernier résultat daté, détails repliés. */
export function LectureImpossible({ controle, echec }: Props): React.JSX.Element {
  const textes = useTextes();
  const { quoi, pourquoi, queFaire } = phraserErreurExcel(echec.code);
  const { resultat } = controle;
  return (
    <>
      <Ecran>
        <div role="alert">
          <Carton aspect="danger" titre="La feuille n’a pas été lue" detail={`${quoi} ${pourquoi}`}>
            <p className={textes.titre}>{queFaire}</p>
          </Carton>
        </div>
        {resultat?.reconnu && <DernierControle resultat={resultat} />}
        <Accordion collapsible>
          <VoletRepliable nom="details" titre="Détails pour l’assistance">
            <p className={textes.petit}>
              {echec.code ?? "erreur sans code"}
              <br />
              Complément CMS {VERSION}
              <br />
              {typographier("Étape : lecture de la feuille active")}
            </p>
          </VoletRepliable>
        </Accordion>
      </Ecran>
      <BarreDActions>
        <Button
          appearance="primary"
          disabledFocusable={controle.enCours}
          onClick={() => void controle.controler()}
        >
          Relancer le contrôle
        </Button>
      </BarreDActions>
    </>
  );
}

const HEURE = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit" });

function DernierControle({ resultat }: { resultat: TableauControle }): React.JSX.Element {
  const textes = useTextes();
  const styles = useTableau();
  const { feuille, tableau, controle, heure } = resultat;
  const lignes = [
    ["Verdict", phraserVerdict(controle).titre],
    ["Tableau", typographier(`« ${feuille} »!${tableau.plage}`)],
    ["Heure", HEURE.format(heure)],
  ] as const;
  return (
    <Section>
      <h2 className={textes.titre}>Dernier contrôle réussi</h2>
      <table className={styles.tableau}>
        <tbody>
          {lignes.map(([nom, valeur]) => (
            <tr key={nom}>
              <th scope="row">{nom}</th>
              <td data-nombre>{valeur}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={textes.legende}>Ce résultat date d’avant la dernière lecture.</p>
    </Section>
  );
}
