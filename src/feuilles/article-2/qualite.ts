import { conditionsDuPls, type ConditionsDuPls, type Controle } from "../../controle";
import { combienDePlaiAuMoins, combienDePlsAuPlus, type Resultat } from "../../regles";
import { rassembler, sourceDuTaux, type Commune, type Matiere, type Suite } from "../matiere";

/** PLAI au moins et PLS au plus, comptés par commune sur l'objectif retenu, puis additionnés ; `null` : on ne peut pas le dire. */
interface ObjectifsQualitatifs {
  plai: number | null;
  pls: number | null;
}

/** @param plh Le PLH est exécutoire ; `null` si l'agent ne l'a pas dit. */
export function objectifsQualitatifs(
  controle: Controle,
  plh: boolean | null
): ObjectifsQualitatifs {
  const matiere = rassembler(controle, "valeurs", plh);
  if (controle.type === "arrondissements") return deLaVille(matiere);
  return {
    plai: additionner(matiere.communes.map(plaiDe)),
    pls: additionner(matiere.communes.map((commune) => plsDe(matiere, commune))),
  };
}

/** Paris, Lyon, Marseille : ils se comptent sur l'objectif de la commune. */
export function deLaVille({ controle: { totaux }, plh }: Matiere): ObjectifsQualitatifs {
  const { apres } = totaux;
  return {
    plai: apres === null ? null : valeurDe(combienDePlaiAuMoins(apres)),
    pls: apres === null || plh !== true ? null : valeurDe(combienDePlsAuPlus(apres, null, true)),
  };
}

export function plaiDe({ objectifApres }: Commune): number | null {
  return objectifApres === null ? null : valeurDe(combienDePlaiAuMoins(objectifApres));
}

export function plsDe(matiere: Matiere, commune: Commune): number | null {
  const connu = plafondConnu(matiere, commune);
  if (commune.objectifApres === null || connu === null) return null;
  return valeurDe(combienDePlsAuPlus(commune.objectifApres, connu.taux, connu.plh));
}

/** Ce que CMS.PLS.MAX reçoit après l'objectif ; `null` s'il en manque un, ou si toutes les communes de la suite ne s'écrivent pas pareil. */
export function argumentsDuPls(matiere: Matiere, suite: Suite): string | null {
  if (suite.communes.some(({ objectifApres }) => objectifApres === null)) return null;
  const connus = suite.communes.map((commune) => plafondConnu(matiere, commune));
  const [premier] = connus;
  const pareils = connus.every(
    (connu) =>
      connu && connu.plh === premier?.plh && (connu.taux === null) === (premier.taux === null)
  );
  if (!premier || !pareils) return null;
  if (premier.plh === true) return ",,TRUE";
  if (premier.taux === null) return "";
  const taux = sourceDuTaux(matiere, suite);
  return taux === null ? null : `,${taux}${premier.plh === false ? ",FALSE" : ""}`;
}

function plafondConnu(
  { controle, plh }: Matiere,
  { donnees, ecart }: Commune
): ConditionsDuPls | null {
  return conditionsDuPls(controle.type, donnees, ecart, plh);
}

function valeurDe(resultat: Resultat<{ ok: true; valeur: number }>): number | null {
  return resultat.ok ? resultat.valeur : null;
}

function additionner(nombres: readonly (number | null)[]): number | null {
  return nombres.reduce(
    (total, nombre) => (total === null || nombre === null ? null : total + nombre),
    0
  );
}
