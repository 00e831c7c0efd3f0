import {
  BAREMES,
  combienDePlsAuPlus,
  quelBilan,
  sommer,
  type Bilan,
  type Periode,
  type Resultat,
} from "../regles";
import type { Effectif } from "./colonnes";
import type { Article3Lu } from "./lire-operations";
import type { ObjectifDeCommune, Objectifs } from "./objectifs";
import { repartir, type OperationSituee } from "./repartir";
import { aUneCommune, objectifDeLaVille } from "./suivre";

export interface BilanDePeriode {
  periode: Periode;
  /** Dernier jour de la période, « 2028-12-31 ». */
  finLe: string;
  /** La période n'est pas finie : rien ne s'engage encore. */
  provisoire: boolean;
  /** Dans l'ordre des objectifs ; une ville à arrondissements n'en a qu'un, le sien. */
  communes: BilanTriennal[];
  /** Les communes du contrat qui n'y sont pas : leur objectif ne se lit pas. */
  sansObjectif: string[];
  /** Les opérations que l'article 3 dit abandonnées : elles n'y comptent pas. */
  abandonnees: number;
}

/** Le bilan d'une commune à la fin de la période, en logements sociaux financés dans la période. */
export interface BilanTriennal {
  nom: string;
  insee: string | null;
  objectif: number;
  objectifLegal: number | null;
  realises: number;
  plai: number;
  pls: number;
  accession: number;
  /** `null` : l'objectif est nul, il n'y a rien à atteindre. */
  bilan: Resultat<Bilan> | null;
  /** Logements au-delà de l'objectif retenu : un report éventuel ne porte que sur eux. */
  excedent: number;
  /** L'objectif retenu est au-dessus de l'objectif légal : le report ne commence qu'au-delà de l'objectif augmenté (guide). */
  releve: boolean;
  /** La quantité ou la qualité manque : la procédure de carence s'engage, la décision revient au préfet (guide). */
  carencePossible: boolean;
  /** Le maximum de PLS n'était pas connu : le bilan retient le cas général, 30 %. */
  plsIndetermine: boolean;
}

/** Le nom sous lequel le bilan d'une ville à arrondissements est rendu. */
const VILLE = "Ensemble de la ville";

/**
 * Le bilan triennal, en quantité et en qualité, par commune et jamais entre communes (`quelBilan`). Comptent les opérations de la liste principale
 * financées dans la période. Sources : L. 302-8, I et III ; guide, « Sur les procédures de carence ».
 * @param jour Le jour du bilan, « 2027-07-01 » ; absent : la période est tenue pour finie.
 */
export function etablirBilan(
  objectifs: Objectifs,
  article3: Article3Lu | null,
  jour?: string
): BilanDePeriode {
  const financees = repartir(objectifs, article3).filter(
    ({ operation, situation }) => operation.liste === "principale" && situation === "financee"
  );
  const ville = {
    nom: VILLE,
    insee: null,
    deficit: null,
    objectifLegal: null,
    ...objectifDeLaVille(objectifs),
  };
  const communes =
    objectifs.type === "arrondissements"
      ? [bilanDe(ville, financees.filter(aUneCommune))]
      : objectifs.communes.map((commune) =>
          bilanDe(
            commune,
            financees.filter((situee) => situee.commune === commune)
          )
        );
  const { periode } = objectifs;
  const finLe = `${BAREMES[periode].fin}-12-31`;
  const abandonnees = article3?.operations.filter(
    ({ abandon, liste }) => abandon && liste === "principale"
  );
  return {
    periode,
    finLe,
    provisoire: jour !== undefined && jour <= finLe,
    communes,
    sansObjectif: objectifs.sansObjectif.map(({ nom }) => nom),
    abandonnees: abandonnees?.length ?? 0,
  };
}

function bilanDe(commune: ObjectifDeCommune, financees: readonly OperationSituee[]): BilanTriennal {
  const { nom, insee, objectif, objectifLegal } = commune;
  const compter = (colonne: Effectif): number =>
    sommer(financees.map(({ operation }) => operation[colonne] ?? 0));
  const [realises, plai, pls] = [compter("sociaux"), compter("plai"), compter("pls")];
  const { taux, plh } = conditionsDe(commune);
  const bilan = objectif === 0 ? null : quelBilan(objectif, realises, plai, pls, taux, plh);
  return {
    nom,
    insee,
    objectif,
    objectifLegal,
    realises,
    plai,
    pls,
    accession: compter("accession"),
    bilan,
    excedent: Math.max(0, realises - objectif),
    releve: objectifLegal !== null && objectif > objectifLegal,
    carencePossible: bilan?.ok === true && !bilan.atteint,
    plsIndetermine: commune.pls === null,
  };
}

/** Le plafond de PLS qu'un contrat a retenu ne se relit que de son nombre : 20 % s'il le donne et que 30 % ne le donne pas. */
function conditionsDe({ objectif, pls }: ObjectifDeCommune): {
  taux: number | null;
  plh: boolean | null;
} {
  const vaut = (taux: number | null, plh: boolean): boolean => {
    const maximum = combienDePlsAuPlus(objectif, taux, plh);
    return maximum.ok && maximum.valeur === pls;
  };
  const reduit = !vaut(null, true) && vaut(0, false);
  return reduit ? { taux: 0, plh: false } : { taux: null, plh: null };
}
