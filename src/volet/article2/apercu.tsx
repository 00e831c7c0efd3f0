import type { BilanDeCommune, Controle } from "../../controle";
import { ecrireNombre, typographier } from "../../redaction";
import { combienDePlaiAuMoins, combienDePlsAuPlus, type Resultat } from "../../regles";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

/** Ce que la feuille portera : communes, sommes, et la part de PLAI et de PLS. */
export function Apercu({ controle }: { controle: Controle }): React.JSX.Element {
  const textes = useTextes();
  const styles = useTableau();
  const { communes, totaux, bareme } = controle;
  return (
    <>
      <h2 className={textes.titre}>Aperçu</h2>
      <p className={textes.petiteExplication}>
        {typographier(
          `Article 2 - Les objectifs de rattrapage pour la période ${bareme.periode}. A4 paysage ; les formules suivent le tableau source.`
        )}
      </p>
      <table className={styles.tableau}>
        <thead>
          <tr>
            <th scope="col">Nom de la commune</th>
            <th scope="col" data-nombre>
              Manquants
            </th>
            <th scope="col" data-nombre>
              Avant
            </th>
            <th scope="col" data-nombre>
              Après
            </th>
          </tr>
        </thead>
        <tbody>
          {communes.map(({ nom, deficit, objectifAvant, objectifApres }, rang) => (
            <tr key={rang}>
              <th scope="row">{nom}</th>
              <Nombres nombres={[deficit, objectifAvant, objectifApres]} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Nombres nombres={[totaux.deficit, totaux.avantLegal, totaux.apres]} />
          </tr>
        </tfoot>
      </table>
      <p className={textes.petiteExplication}>{partsQualitatives(communes)}</p>
    </>
  );
}

function Nombres({ nombres }: { nombres: readonly (number | null)[] }): React.JSX.Element {
  return (
    <>
      {nombres.map((nombre, rang) => (
        <td key={rang} data-nombre>
          {nombre === null ? "–" : ecrireNombre(nombre)}
        </td>
      ))}
    </>
  );
}

/** Comptées par commune puis sommées, comme sur la feuille ; la mutualisation demande un PLH, donc 30 % de PLS au plus. */
function partsQualitatives(communes: readonly BilanDeCommune[]): string {
  const plai = somme(communes.map((c) => combienDePlaiAuMoins(c.objectifApres)));
  const pls = somme(communes.map((c) => combienDePlsAuPlus(c.objectifApres, null, true)));
  return `Au moins ${ecrireNombre(plai)} PLAI et au plus ${ecrireNombre(pls)} PLS ou assimilés.`;
}

function somme(parts: readonly Resultat<{ ok: true; valeur: number }>[]): number {
  return parts.reduce((total, part) => total + (part.ok ? part.valeur : 0), 0);
}
