import { conditionsDuPls, inseeDe, type Controle, type VersionSignee } from "../controle";
import { PERIODES, combienDePlaiAuMoins, combienDePlsAuPlus, type Periode } from "../regles";
import type { TypeDeTableau } from "../tableau";

/** Ce que le contrat demande à une commune, en logements ; `null` : sans objet, ou non connu. */
export interface ObjectifDeCommune {
  nom: string;
  insee: string | null;
  deficit: number | null;
  objectifLegal: number | null;
  /** L'objectif retenu, ou signé. */
  objectif: number;
  /** PLAI au moins, PLS et assimilés au plus. */
  plai: number | null;
  pls: number | null;
}

export interface Objectifs {
  periode: Periode;
  type: TypeDeTableau;
  communes: readonly ObjectifDeCommune[];
  /** Celles du contrat dont l'objectif ne se lit pas : rien ne se suit, et c'est dit. */
  sansObjectif: readonly Pick<ObjectifDeCommune, "nom" | "insee">[];
}

/** Les objectifs d'une version signée, opposables ; `null` si le barème ne couvre pas sa période. */
export function objectifsSignes({ periode, type, communes }: VersionSignee): Objectifs | null {
  const connue = PERIODES.find((candidate) => candidate === periode);
  return connue === undefined ? null : { periode: connue, type, communes, sansObjectif: [] };
}

/**
 * Les objectifs d'un projet de contrat, tels que le tableau les donne. Une commune exemptée n'y est pas.
 * @param plh Le PLH est exécutoire ; `null` si l'agent ne l'a pas dit.
 */
export function objectifsDuControle(controle: Controle, plh: boolean | null): Objectifs {
  const { type, bareme, tableau } = controle;
  const lues = new Map(tableau.communes.map((lue) => [lue.ligne, lue]));
  const sansObjectif: Pick<ObjectifDeCommune, "nom" | "insee">[] = [];
  const communes = controle.communes.flatMap((commune): ObjectifDeCommune[] => {
    const { nom, ligne, deficit, ecart, objectifAvant, objectifApres, exemptee } = commune;
    if (exemptee) return [];
    const lue = lues.get(ligne);
    const insee = lue ? inseeDe(lue) : null;
    if (objectifApres === null) {
      sansObjectif.push({ nom, insee });
      return [];
    }
    // Un arrondissement n'a pas d'objectif qualitatif : il se compte pour la ville.
    const conditions =
      type === "arrondissements" ? null : conditionsDuPls(type, lue?.donnees ?? {}, ecart, plh);
    const plai = type === "arrondissements" ? null : combienDePlaiAuMoins(objectifApres);
    const pls = conditions && combienDePlsAuPlus(objectifApres, conditions.taux, conditions.plh);
    return [
      {
        nom,
        insee,
        deficit,
        objectifLegal: objectifAvant,
        objectif: objectifApres,
        plai: plai?.ok ? plai.valeur : null,
        pls: pls?.ok ? pls.valeur : null,
      },
    ];
  });
  return { periode: bareme.periode, type, communes, sansObjectif };
}
