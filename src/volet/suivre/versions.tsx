import { Accordion } from "@fluentui/react-components";
import type { VersionSignee } from "../../controle";
import { ecrireCompte, nommerVersion, typographier } from "../../redaction";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { VoletRepliable } from "../commun/volet-repliable";
import { totalDe } from "./comparaison";

/** Le contrat et ses avenants, du plus récent au plus ancien : celui qui est en vigueur, et ceux qu'il remplace. */
export function Versions({ versions }: { versions: readonly VersionSignee[] }): React.JSX.Element {
  return (
    <Accordion multiple collapsible>
      {[...versions].reverse().map((version, rang) => (
        <VoletRepliable
          key={version.avenant}
          nom={String(version.avenant)}
          titre={`${nommerVersion(version)}${rang === 0 ? ", en vigueur" : ""}`}
          legende={resumer(version)}
          niveau="h3"
        >
          <Objectifs version={version} />
        </VoletRepliable>
      ))}
    </Accordion>
  );
}

function resumer(version: VersionSignee): string {
  const { inventaire } = version;
  return [
    inventaire === null ? null : `inventaire au 01/01/${inventaire}`,
    ecrireCompte(totalDe(version.communes), "logement"),
  ]
    .filter((partie) => partie !== null)
    .join(" · ");
}

function Objectifs({ version }: { version: VersionSignee }): React.JSX.Element {
  const { tableau } = useTableau();
  return (
    <table className={tableau}>
      <caption hidden>{typographier(`Objectifs : ${nommerVersion(version)}`)}</caption>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <TitreDeNombres>Manquants</TitreDeNombres>
          <TitreDeNombres>Objectif</TitreDeNombres>
          <TitreDeNombres>PLAI</TitreDeNombres>
          <TitreDeNombres>PLS</TitreDeNombres>
        </tr>
      </thead>
      <tbody>
        {version.communes.map(({ nom, deficit, objectif, plai, pls }, rang) => (
          <tr key={rang}>
            <th scope="row">{nom}</th>
            <Nombre valeur={deficit} />
            <Nombre valeur={objectif} />
            <Nombre valeur={plai} />
            <Nombre valeur={pls} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
