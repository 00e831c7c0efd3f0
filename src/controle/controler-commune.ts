import { estRefus, lireDeficit } from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import { controlerObjectifAvant, controlerTauxAvant } from "./controler-avant";
import { controlerEcart } from "./controler-ecarts";
import { controlerPlanchers, plancherDe } from "./controler-planchers";
import { controlerQualite } from "./controler-qualite";
import { controlerTauxApres } from "./controler-taux-apres";
import { nombreDe, objectifEcrit, reperer, type Cadre } from "./donnees";
import { illisible, objectifLegal } from "./objectif-legal";
import { estDite, statutsIllisibles } from "./quel-statut";

/** D'où vient chaque statut : un statut illisible se vérifie là. */
const ARTICLES_DES_STATUTS = {
  entrante: "L. 302-8, VIII",
  exemptee: "L. 302-5",
  carencee: "guide",
  statut: "L. 302-5 ; L. 302-8, VIII",
} as const;

/** Recalcule une commune et dit ce que sa ligne a d'inexact. */
export function controlerCommune(ligne: LigneDeCommune, cadre: Cadre): BilanDeCommune {
  const { nom, donnees } = ligne;
  const { constats } = cadre;
  for (const rubrique of statutsIllisibles(ligne, cadre))
    illisible(ligne, rubrique, [], cadre, "avertissement", ARTICLES_DES_STATUTS[rubrique]);
  if (estDite(ligne, "carencee", cadre)) {
    constats.push({
      ...reperer(ligne, "carencee"),
      gravite: "information",
      code: "carencee",
      article: "guide",
      valeurs: {},
    });
  }
  if (estDite(ligne, "exemptee", cadre)) {
    signalerExemption(ligne, cadre);
    return { ...SANS_BILAN, nom, ligne: ligne.ligne, exemptee: true };
  }
  const rubrique = colonneDuContrat(cadre);
  const apres = lireObjectif(ligne, rubrique, cadre);
  const legal = objectifLegal(ligne, cadre);
  const seule = cadre.type === "sans aménagement" && !cadre.tableau.colonnes.objectifAvant;
  const unique = seule || rubrique === "objectifAvant";
  // Un objectif retenu au-dessus du légal, seul de sa ligne, est un rehaussement et non un objectif légal faux.
  const rehausse = seule && legal !== null && apres !== null && apres > legal.valeur;
  const avant =
    rehausse || (unique && apres === null)
      ? { reference: legal?.valeur ?? 0, lu: null }
      : controlerObjectifAvant(ligne, legal, seule ? rubrique : "objectifAvant", cadre);
  const bilan = { ...SANS_BILAN, nom, ligne: ligne.ligne, objectifAvantLu: avant.lu };
  if (!legal) return { ...bilan, deficit: nombreDe(donnees.deficit), objectifApres: apres };

  signalerEntrante(ligne, legal.entrante, cadre);
  controlerEcart(ligne, legal, cadre);
  controlerTauxAvant(ligne, legal, cadre);
  if (apres !== null) {
    const reference = unique && !rehausse ? apres : avant.reference;
    controlerPlanchers(ligne, legal, reference, apres, rubrique, cadre);
    controlerTauxApres(ligne, legal.deficit, apres, cadre);
    controlerQualite(ligne, apres, cadre);
  }
  return {
    ...bilan,
    deficit: legal.deficit,
    ecart: legal.ecart,
    tauxAvant: legal.taux,
    objectifAvant: avant.reference,
    objectifApres: apres,
    plancher: plancherDe(legal, cadre)?.valeur ?? null,
    plancherLoi:
      cadre.type === "mutualisant" ? (plancherDe(legal, cadre, "loi")?.valeur ?? null) : null,
  };
}

const SANS_BILAN = {
  deficit: null,
  ecart: null,
  tauxAvant: null,
  objectifAvant: null,
  objectifAvantLu: null,
  objectifApres: null,
  plancher: null,
  plancherLoi: null,
  exemptee: false,
} as const;

/** La colonne de l'objectif du contrat : sans aménagement, un tableau peut n'en avoir qu'une. */
export function colonneDuContrat({ type, tableau }: Pick<Cadre, "type" | "tableau">): Rubrique {
  return type === "sans aménagement" && !tableau.colonnes.objectifApres
    ? "objectifAvant"
    : "objectifApres";
}

/** Un objectif lu dans le tableau ; vide ou illisible : constat, et `null`. Une colonne absente se dit une fois, pour tout le tableau. */
function lireObjectif(ligne: LigneDeCommune, rubrique: Rubrique, cadre: Cadre): number | null {
  const donnee = ligne.donnees[rubrique];
  if (!donnee) return null;
  const saisie = objectifEcrit(ligne, rubrique);
  if (saisie === null)
    return illisible(ligne, rubrique, [{ code: "vide", argument: "objectif" }], cadre);
  const lu = lireDeficit(saisie, "objectif");
  return estRefus(lu) ? illisible(ligne, rubrique, [lu], cadre) : lu;
}

/** Une commune exemptée n'a pas d'objectif : elle reste hors des sommes, et c'est dit si le tableau lui en donne un. */
function signalerExemption(ligne: LigneDeCommune, { constats }: Cadre): void {
  const { objectifAvant, objectifApres } = ligne.donnees;
  if (!nombreDe(objectifAvant) && !nombreDe(objectifApres)) return;
  constats.push({
    ...reperer(ligne, "commune"),
    gravite: "avertissement",
    code: "exemptee",
    article: "L. 302-5",
    valeurs: {},
  });
}

function signalerEntrante(
  ligne: LigneDeCommune,
  entrante: boolean,
  { type, constats }: Cadre
): void {
  if (!entrante || (type !== "abaissant" && type !== "mutualisant")) return;
  constats.push({
    ...reperer(ligne, "commune"),
    gravite: "erreur",
    code: "entrante-amenagee",
    article: "guide",
    valeurs: { type },
  });
}
