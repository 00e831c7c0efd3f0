import { BAREMES, PERIODE_PAR_DEFAUT } from "../regles";
import type { LigneDeCommune } from "./donnees";
import { normaliserTitre } from "./textes";

/** Ce que le contrat fait des objectifs ; « arrondissements » : la répartition indicative de Paris, Lyon ou Marseille. */
export type TypeDeTableau = "mutualisant" | "abaissant" | "sans aménagement" | "arrondissements";

const SANS =
  /\bsans (amenagement|abaissement|mutualisation ni)|\bni abaiss\w* ni mutualis|\bsans (aucun )?amenagement|\bcms (simple|classique)|\bnon amenage/;
const MUTUALISANT = /(?<!non |pas )\bmutu(al\w*)?\b/;
const ABAISSANT = /(?<!non |pas |sans )\babaiss\w*/;
const DROIT_COMMUN = /^(sans amenagement|droit commun|legal|classique|simple|sans|aucun|neant)$/;

/** Le type de contrat que nomme un texte autour du tableau ; `null` s'il n'en nomme aucun, ou s'il nomme les deux. */
export function typeDuTexte(texte: string): TypeDeTableau | null {
  const normalise = normaliserTitre(texte.replace(/_/g, " "));
  if (SANS.test(normalise)) return "sans aménagement";
  const mutualisant = MUTUALISANT.test(normalise);
  const abaissant = ABAISSANT.test(normalise);
  if (mutualisant === abaissant) return null;
  return mutualisant ? "mutualisant" : "abaissant";
}

/** Celui que dit une cellule de la colonne « type » : « légal », « aucun » n'y parlent que de lui. */
export function typeDeLaCellule(texte: string): TypeDeTableau | null {
  return DROIT_COMMUN.test(normaliserTitre(texte)) ? "sans aménagement" : typeDuTexte(texte);
}

const TAUX_LEGAUX = Object.values(BAREMES[PERIODE_PAR_DEFAUT].legal).map((taux) => taux / 100);

/** Le type que supposent les objectifs : sans changement, abaissés, ou abaissés ici et relevés là sans que la somme baisse. */
export function typeDesValeurs(communes: readonly LigneDeCommune[]): TypeDeTableau | null {
  let abaissees = 0;
  let relevees = 0;
  let marge = 0;
  if (communes.length > 0 && communes.every(estAuTauxLegal)) return "sans aménagement";
  for (const { donnees } of communes) {
    const avant = donnees.objectifAvant?.valeur;
    const apres = donnees.objectifApres?.valeur;
    if (typeof avant !== "number" || typeof apres !== "number") continue;
    if (apres < avant) abaissees += 1;
    if (apres > avant) relevees += 1;
    marge += apres - avant;
  }
  if (abaissees === 0) return null;
  if (relevees === 0) return "abaissant";
  return marge >= 0 ? "mutualisant" : null;
}

/** Un seul objectif, au taux légal (33, 50 ou 100 %), qu'aucun plancher n'égale. */
function estAuTauxLegal({ donnees }: LigneDeCommune): boolean {
  const taux = donnees.tauxApres?.valeur;
  return !donnees.objectifAvant && TAUX_LEGAUX.some((legal) => legal === taux);
}

const VILLES = /\b(paris|lyon|marseille)\b/;
const RANG =
  /^(paris|lyon|marseille)?\s*\(?\d{1,2}\s*(er|e|eme|ieme|nd|nde|d)?\)?\s*(arr\w*\.?)?(\s.*)?$/;

/** Des arrondissements municipaux (« 1er », « Lyon 3e »), et non l'arrondissement préfectoral d'une commune. */
export function sontDesArrondissements(noms: readonly string[]): boolean {
  const nommes = noms.map(normaliserTitre).filter((nom) => nom !== "");
  if (nommes.length === 0) return false;
  const rangs = nommes.filter((nom) => RANG.test(nom) || (VILLES.test(nom) && /\d/.test(nom)));
  return rangs.length * 2 > nommes.length;
}
