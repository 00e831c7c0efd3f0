import {
  enMillioniemes,
  estRefus,
  lireDeficit,
  partAuPlusProche,
  partSuperieure,
  quelArticle,
  tauxPlancher,
  type Bareme,
} from "../regles";
import type { Champ, LigneLue, TypeDeContrat } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import type { Constat } from "./constat";
import { reperer, saisieDe } from "./donnees";
import { illisible, objectifLegal, type ObjectifLegal } from "./objectif-legal";

/** Recalcule une commune et dit ce que sa ligne a d'inexact. */
export function controlerCommune(
  ligne: LigneLue,
  type: TypeDeContrat,
  bareme: Bareme,
  constats: Constat[]
): BilanDeCommune {
  if (ligne.nom === "") {
    constats.push({
      ...reperer(ligne, "commune"),
      gravite: "avertissement",
      code: "nom-absent",
      article: "guide, annexe 3",
      valeurs: {},
    });
  }
  const apres = lireObjectif(ligne, "objectifApres", constats);
  const legal = objectifLegal(ligne, bareme, constats);
  if (!legal) {
    return {
      nom: ligne.nom,
      deficit: null,
      ecart: null,
      tauxAvant: null,
      objectifAvant: null,
      objectifApres: apres,
      plancher: null,
    };
  }
  const taux = tauxPlancher(legal.tranche, type, "guide", bareme);
  const plancher = partSuperieure(legal.deficit, taux);
  controlerTauxAvant(ligne, legal, constats);
  const objectifAvant = controlerObjectifAvant(ligne, legal, constats);
  if (apres !== null) {
    if (type === "mutualisant") controlerPlanchers(ligne, legal, apres, plancher, bareme, constats);
    else controlerAbaissement(ligne, legal, apres, plancher, taux, bareme, constats);
    controlerTauxApres(ligne, legal.deficit, apres, constats);
  }
  return {
    nom: ligne.nom,
    deficit: legal.deficit,
    ecart: legal.ecart,
    tauxAvant: legal.taux,
    objectifAvant,
    objectifApres: apres,
    plancher,
  };
}

/** Un objectif lu dans le tableau ; vide ou illisible : constat, et `null`. */
function lireObjectif(ligne: LigneLue, champ: Champ, constats: Constat[]): number | null {
  const saisie = saisieDe(ligne.donnees[champ]);
  if (saisie === null)
    return illisible(ligne, champ, [{ code: "vide", argument: "objectif" }], constats);
  const lu = lireDeficit(saisie, "objectif");
  return estRefus(lu) ? illisible(ligne, champ, [lu], constats) : lu;
}

function controlerTauxAvant(ligne: LigneLue, legal: ObjectifLegal, constats: Constat[]): void {
  const lu = saisieDe(ligne.donnees.tauxAvant);
  if (typeof lu !== "number" || legal.deficit === 0 || enMillioniemes(lu) === legal.taux) return;
  constats.push({
    ...reperer(ligne, "tauxAvant"),
    gravite: "erreur",
    code: "taux-avant-faux",
    article: "L. 302-8, VII",
    valeurs: { lu, legal: legal.taux },
  });
}

/**
 * L'objectif qui entre dans la somme de référence : le légal recalculé, même si la colonne affiche moins. Un objectif lu qui vaut
 * l'arrondi au plus proche est admis tel quel, avec un avertissement : aucun texte ne fixe l'arrondi.
 */
function controlerObjectifAvant(
  ligne: LigneLue,
  legal: ObjectifLegal,
  constats: Constat[]
): number {
  const saisie = saisieDe(ligne.donnees.objectifAvant);
  if (saisie === null) return legal.valeur;
  const lu = lireDeficit(saisie, "objectif");
  if (estRefus(lu)) {
    illisible(ligne, "objectifAvant", [lu], constats);
    return legal.valeur;
  }
  if (lu === legal.valeur) return lu;
  const arrondi = lu === partAuPlusProche(legal.deficit, legal.taux);
  constats.push({
    ...reperer(ligne, "objectifAvant"),
    gravite: arrondi ? "avertissement" : "erreur",
    code: arrondi ? "objectif-avant-arrondi" : "objectif-avant-faux",
    article: "L. 302-8, VII",
    valeurs: { lu, legal: legal.valeur },
  });
  return arrondi ? lu : legal.valeur;
}

/** Sous la moitié de l'objectif légal : erreur. Entre la loi et les 17 % du guide : avertissement, avec les deux nombres. */
function controlerPlanchers(
  ligne: LigneLue,
  legal: ObjectifLegal,
  apres: number,
  guide: number,
  bareme: Bareme,
  constats: Constat[]
): void {
  const loi = partSuperieure(
    legal.deficit,
    tauxPlancher(legal.tranche, "mutualisant", "loi", bareme)
  );
  if (apres >= guide) return;
  const sousLaLoi = apres < loi;
  constats.push({
    ...reperer(ligne, "objectifApres"),
    gravite: sousLaLoi ? "erreur" : "avertissement",
    code: sousLaLoi ? "sous-plancher-loi" : "sous-plancher-guide",
    article: sousLaLoi ? "L. 302-8, X, al. 2" : "L. 302-8, X, al. 2 ; guide, annexe 1",
    valeurs: { apres, loi, guide, deficit: legal.deficit, legal: legal.valeur },
  });
}

function controlerAbaissement(
  ligne: LigneLue,
  legal: ObjectifLegal,
  apres: number,
  plancher: number,
  taux: number,
  bareme: Bareme,
  constats: Constat[]
): void {
  if (apres < plancher) {
    constats.push({
      ...reperer(ligne, "objectifApres"),
      gravite: "erreur",
      code: "sous-plancher-abaissant",
      article: quelArticle("abaissant", bareme),
      valeurs: { apres, plancher, taux },
    });
  } else if (apres > legal.valeur) {
    constats.push({
      ...reperer(ligne, "objectifApres"),
      gravite: "avertissement",
      code: "releve-au-dessus-du-legal",
      article: quelArticle("rehausse", bareme),
      valeurs: { apres, legal: legal.valeur },
    });
  }
}

/** Le taux « après » vaut objectif / déficit à la précision affichée, ou redonne l'objectif par l'arrondi supérieur. */
function controlerTauxApres(
  ligne: LigneLue,
  deficit: number,
  apres: number,
  constats: Constat[]
): void {
  const donnee = ligne.donnees.tauxApres;
  const lu = saisieDe(donnee);
  if (!donnee || typeof lu !== "number" || deficit === 0) return;
  if (Math.abs(lu - apres / deficit) <= precisionAffichee(donnee.format)) return;
  if (lu >= 0 && lu <= 100 && partSuperieure(deficit, enMillioniemes(lu)) === apres) return;
  constats.push({
    ...reperer(ligne, "tauxApres"),
    gravite: "avertissement",
    code: "taux-apres-incoherent",
    article: "arithmétique du tableau",
    valeurs: { lu, apres, deficit },
  });
}

/** Demi-unité du dernier chiffre affiché : « 0,0 % » → 0,0005. Sans format de pour-cent, le millième. */
function precisionAffichee(format: string): number {
  const pourcent = /0(?:\.(0+))?\s*%/.exec(format);
  return pourcent ? 0.5 * 10 ** -(2 + (pourcent[1]?.length ?? 0)) : 0.0005;
}
