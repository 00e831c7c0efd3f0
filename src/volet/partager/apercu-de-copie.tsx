import type { RapportDeCopie } from "../../fichier";
import {
  ecrireNombre,
  enUneLigne,
  phraserFigee,
  phraserReste,
  phraserSignatureRetiree,
  typographier,
} from "../../redaction";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import type { ModeDeCopie } from "./nom-de-copie";
import { ParRaison } from "./par-raison";

interface Props {
  mode: ModeDeCopie;
  rapport: RapportDeCopie;
}

/** Ce qu'une copie change : combien de formules, puis chacune de celles qui ne deviennent pas ce qu'on attend, avec sa raison. */
export function ApercuDeCopie({ mode, rapport }: Props): React.JSX.Element {
  const textes = useTextes();
  const signature = rapport.signatureRetiree && (
    <p className={textes.petit}>{enUneLigne(phraserSignatureRetiree())}</p>
  );
  if (mode === "complement") {
    return (
      <>
        <p className={textes.petit}>
          {typographier(
            "Aucune formule ne change. Le volet s'ouvrira avec la copie, là où votre administrateur a déployé le complément ; ailleurs, rien ne s'ouvre."
          )}
        </p>
        {signature}
      </>
    );
  }
  const { changements, restes } = rapport;
  const figees = changements.filter(({ devient }) => devient === "valeur");
  const expliquees = figees.filter(({ raisons }) => raisons.length > 0);
  return (
    <>
      <Comptes
        lignes={[
          [LIBELLES[mode].converties, changements.length - figees.length],
          ["Remplacées par leur valeur", figees.length],
          [LIBELLES[mode].laissees, restes.length],
        ]}
      />
      {signature}
      <ParRaison
        formules={[
          ...restes.map(({ lieu, raisons, fonctions }) => ({
            lieu,
            message: enUneLigne(phraserReste(raisons, fonctions)),
          })),
          ...expliquees.map(({ lieu, raisons }) => ({
            lieu,
            message: enUneLigne(phraserFigee(raisons)),
          })),
        ]}
      />
    </>
  );
}

const LIBELLES = {
  natif: {
    converties: "Formules CMS converties en formules ordinaires",
    laissees: "Laissées en formule CMS",
  },
  // Toutes les formules y deviennent des valeurs : les ordinaires aussi peuvent rester.
  valeurs: { converties: "Noms, règles et colonnes convertis", laissees: "Laissées en formule" },
} as const;

/** Un tableau de comptes. */
export function Comptes({
  lignes,
}: {
  lignes: readonly (readonly [string, number])[];
}): React.JSX.Element {
  const styles = useTableau();
  return (
    <table className={styles.tableau}>
      <tbody>
        {lignes.map(([libelle, nombre]) => (
          <tr key={libelle}>
            <th scope="row">{libelle}</th>
            <td data-nombre>{ecrireNombre(nombre)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
