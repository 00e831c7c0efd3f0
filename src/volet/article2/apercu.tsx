import type { BilanDeCommune, Controle, Totaux } from "../../controle";
import { objectifsQualitatifs } from "../../feuilles";
import { ecrireNombre, typographier } from "../../redaction";
import { Nombre, TitreDeNombres } from "../commun/nombres-de-tableau";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";

interface Props {
  controle: Controle;
  /** Le PLH est exécutoire ; `null` : l'agent ne l'a pas dit. */
  plh: boolean | null;
}

/** Ce que la feuille portera : communes, sommes, et la part de PLAI et de PLS. */
export function Apercu({ controle, plh }: Props): React.JSX.Element {
  const textes = useTextes();
  const styles = useTableau();
  const { communes, totaux, bareme, type } = controle;
  const colonnes = COLONNES[type];
  return (
    <>
      <h2 className={textes.titre}>Aperçu</h2>
      <p className={textes.petiteExplication}>
        {typographier(
          `Article 2 - Les objectifs de rattrapage pour la période ${bareme.periode}. A4 paysage.`
        )}
      </p>
      <table className={styles.tableau}>
        <thead>
          <tr>
            <th scope="col">
              {type === "arrondissements" ? "Arrondissement" : "Nom de la commune"}
            </th>
            {colonnes.map(({ titre }) => (
              <TitreDeNombres key={titre}>{titre}</TitreDeNombres>
            ))}
          </tr>
        </thead>
        <tbody>
          {communes
            .filter(({ exemptee }) => !exemptee)
            .map((commune, rang) => (
              <tr key={rang}>
                <th scope="row">{commune.nom}</th>
                {colonnes.map(({ titre, nombre }) => (
                  <Nombre key={titre} valeur={nombre(commune)} />
                ))}
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {colonnes.map(({ titre, somme }) => (
              <Nombre key={titre} valeur={somme ? totaux[somme] : null} />
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={textes.petiteExplication}>{partsQualitatives(controle, plh)}</p>
    </>
  );
}

interface Colonne {
  titre: string;
  nombre: (commune: BilanDeCommune) => number | null;
  /** Sans total : il ne dirait rien. */
  somme?: keyof Totaux;
}

const MANQUANTS: Colonne = {
  titre: "Manquants",
  nombre: ({ deficit }) => deficit,
  somme: "deficit",
};
const AVANT: Colonne = {
  titre: "Avant",
  nombre: ({ objectifAvant }) => objectifAvant,
  somme: "avantLegal",
};
const PLANCHER: Colonne = { titre: "Plancher", nombre: ({ plancher }) => plancher };
const RETENU: Colonne = {
  titre: "Retenu",
  nombre: ({ objectifApres }) => objectifApres,
  somme: "apres",
};

/** Les colonnes de l'aperçu, selon le contrat : il tient dans un volet de 320 points. */
const COLONNES: Readonly<Record<Controle["type"], readonly Colonne[]>> = {
  mutualisant: [MANQUANTS, AVANT, { ...RETENU, titre: "Après" }],
  abaissant: [AVANT, PLANCHER, RETENU],
  "sans aménagement": [MANQUANTS, { ...AVANT, titre: "Légal" }, RETENU],
  arrondissements: [{ ...RETENU, titre: "Objectif" }],
};

/** Comptées par commune puis sommées, comme sur la feuille. Ce qui dépend d'une réponse qui manque est dit, pas deviné. */
function partsQualitatives(controle: Controle, plh: boolean | null): string {
  const { plai, pls } = objectifsQualitatifs(controle, plh);
  if (plai === null) return "PLAI et PLS à préciser : des objectifs manquent.";
  const minimum = `Au moins ${ecrireNombre(plai)} PLAI`;
  return typographier(
    pls === null
      ? `${minimum}. PLS à préciser : dites si un PLH couvre les communes, ou ajoutez leur taux de logements sociaux au tableau.`
      : `${minimum} et au plus ${ecrireNombre(pls)} PLS ou assimilés.`
  );
}
