import type { Colonnes } from "./attribuer-colonnes";
import type { Entete } from "./entetes";
import { periodeDe } from "./periode";
import { normaliserTitre } from "./textes";

const RESULTAT = /\brealis(e|ee|es|ees|ation|ations)\b|\battein(t|te|ts|tes|dre)\b|\batteinte\b/;

/**
 * Un bilan triennal met en face d'un seul objectif, sans taux de rattrapage, ce qui a été réalisé dans la même période : ce n'est pas l'article 2. Le
 * réalisé d'une période passée, à côté des objectifs de la suivante, n'est qu'un rappel ; sans période, il est de celle que cite le titre d'avant.
 */
export function estUnBilan({ titres }: Entete, colonnes: Colonnes): boolean {
  const { objectifAvant, objectifApres, tauxAvant, tauxApres } = colonnes;
  const objectif = objectifAvant ?? objectifApres;
  if (!objectif || (objectifAvant && objectifApres) || tauxAvant || tauxApres) return false;
  const periode = periodeDe(objectif.titre);
  let citee = periode;
  return titres.some((titre) => {
    citee = periodeDe(titre) ?? citee;
    return RESULTAT.test(normaliserTitre(titre)) && citee === periode && titre !== objectif.titre;
  });
}
