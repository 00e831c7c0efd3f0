import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ecrireNombre, typographier } from "../../redaction";
import type { AvancementDeCommune, Suivi } from "../../suivi";
import { Section } from "../commun/mise-en-place";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

const useStyles = makeStyles({
  tete: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalS,
  },
  tri: { minHeight: "24px", fontSize: tokens.fontSizeBase200 },
  fort: { "& td:last-child": { fontWeight: tokens.fontWeightSemibold } },
});

/** Chaque commune, de celle à qui il reste le plus à trouver à celle qui y est, ou dans l'ordre du contrat. */
export function ParCommune({ suivi }: { suivi: Suivi }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { tableau } = useTableau();
  const [trie, setTrie] = useState(true);
  const { communes, total } = suivi;
  const rangees = trie
    ? [...communes].sort((une, autre) => autre.aTrouver - une.aTrouver)
    : communes;
  return (
    <Section>
      <div className={styles.tete}>
        <h2 className={textes.titre}>Par commune</h2>
        <Link as="button" inline className={styles.tri} onClick={() => setTrie(!trie)}>
          {typographier(trie ? "Trier : ordre du contrat" : "Trier : à trouver")}
        </Link>
      </div>
      <table className={tableau}>
        <thead>
          <tr>
            <th scope="col">Commune</th>
            <TitreDeNombres>Objectif</TitreDeNombres>
            <TitreDeNombres>Financés</TitreDeNombres>
            <TitreDeNombres>Prévus</TitreDeNombres>
            <th scope="col" data-nombre aria-sort={trie ? "descending" : "none"}>
              À trouver
            </th>
          </tr>
        </thead>
        <tbody>
          {rangees.map((commune, rang) => (
            <tr key={rang} className={mergeClasses(commune.aTrouver > 0 && styles.fort)}>
              <th scope="row">
                {commune.nom}
                <Produits {...commune} />
              </th>
              <Nombre valeur={commune.objectif} />
              <Nombre valeur={commune.finances} />
              <Nombre valeur={commune.prevus} />
              <Nombre valeur={commune.aTrouver} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Nombre valeur={total.objectif} />
            <Nombre valeur={total.finances} />
            <Nombre valeur={total.prevus} />
            <Nombre valeur={total.aTrouver} />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

/** Sous le nom, ce que les produits demandent encore ; rien s'ils y sont. */
function Produits({ plai, pls }: AvancementDeCommune): React.JSX.Element | null {
  const textes = useTextes();
  const restes = [
    plai.aTrouver ? `${ecrireNombre(plai.aTrouver)} PLAI à trouver` : null,
    pls.enTrop ? `${ecrireNombre(pls.enTrop)} PLS de trop` : null,
  ].filter((reste) => reste !== null);
  if (restes.length === 0) return null;
  return (
    <>
      <br />
      <span className={textes.legende}>{restes.join(", ")}</span>
    </>
  );
}
