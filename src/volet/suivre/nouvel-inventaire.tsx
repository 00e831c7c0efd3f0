import type { Constat, Controle } from "../../controle";
import { ecrireCompte, ecrireNombre, ecrireTaux, typographier } from "../../redaction";
import { quelObjectif } from "../../regles";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

type DeficitChange = Extract<Constat, { code: "deficit-signe" }>;

/** Les communes dont les manquants ne sont plus, au tableau, ceux de la signature. */
export function deficitsChanges({ constats }: Controle): DeficitChange[] {
  return constats.filter((constat) => constat.code === "deficit-signe");
}

interface Props {
  controle: Controle;
  changes: readonly DeficitChange[];
}

/** Ce qu'un inventaire plus récent change (les manquants, donc l'objectif légal), et ce qu'il ne change pas : les objectifs signés. */
export function NouvelInventaire({ controle, changes }: Props): React.JSX.Element {
  const textes = useTextes();
  const { tableau } = useTableau();
  return (
    <>
      <p className={textes.petiteExplication}>
        {typographier(
          `Les manquants de ${ecrireCompte(changes.length, "commune")} ont changé : avant, à la signature ; après, au tableau. Les objectifs signés sont opposables et ne changent pas ; le taux et l'objectif légal d'aujourd'hui ne valent que pour information.`
        )}
      </p>
      <table className={tableau}>
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <TitreDeNombres>Avant</TitreDeNombres>
            <TitreDeNombres>Après</TitreDeNombres>
            <TitreDeNombres>Objectif</TitreDeNombres>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, rang) => (
            <tr key={rang}>
              <th scope="row">
                {change.commune}
                <br />
                <span className={textes.legende}>{direLeLegal(change, controle)}</span>
              </th>
              <Nombre valeur={change.valeurs.signe} />
              <Nombre valeur={change.valeurs.lu} />
              <Nombre valeur={change.valeurs.objectif} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** « 33 %, légal 57 » : ce que donneraient les manquants d'aujourd'hui ; un tiret si l'écart ne se lit pas. */
function direLeLegal({ commune, valeurs }: DeficitChange, controle: Controle): string {
  const ligne = controle.tableau.communes.find(({ nom }) => nom === commune);
  const legal = quelObjectif(
    valeurs.lu,
    ligne?.donnees.ecart?.valeur ?? null,
    "legal",
    null,
    "superieur",
    controle.bareme
  );
  return legal.ok
    ? typographier(`taux ${ecrireTaux(legal.taux)}, légal ${ecrireNombre(legal.valeur)}`)
    : "taux non calculable";
}
