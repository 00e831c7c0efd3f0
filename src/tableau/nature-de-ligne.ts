import { nommeUnEpci } from "./nom-d-epci";
import { cleDuNom, normaliserTitre } from "./textes";

/** « Somme-Vesle » et « Plancher-Bas » sont des communes : le mot doit finir là. */
const FIN = "(?![\\w'-])";
const TOTAL = new RegExp(
  `^(le |les )?(total|totaux|ensemble|somme|cumul|tot|s/t)${FIN}|^st( ?\\d.*| (total|secteur|nord|sud|est|ouest)\\b.*)?$|^(sous|grand|s)[- /]?total|\\btotal( general| epci)?$|^toutes (les )?communes$|^(l'|la |le )?(epci|ept|agglo(meration)?|interco(mmunalite)?|communaute|metropole|departement|global|recap(itulatif)?|σ)$`
);
const SOUS_TOTAL = /^(sous|s)[- /.]?\s?(total|tot)\b|^s\/t\b|^st\b/;
const AUTRE = new RegExp(
  `^(moyennes?|mediane|rappels?|soldes?|marge|differences?|ecarts?|equilibre|controle|verif\\w*|dont|pour memoire|pm|p\\.m\\.|objectifs?|planchers?|taux|notes?|nota|source|sources|nb|nombre|legende|legal|signatures?|visas?|fait (a|le)|(le|la) (maires?|prefete?|presidente?)|pour (le|la|les)|minimum|maximum|mini|maxi|min|max|reste|evolution|variation|pourcentage|hypotheses?|arrondis?|resultats?|bilan|manque|excedent|a repartir|reliquat|test|check|%|\\*+|\\(\\*?\\d?\\))${FIN}`
);
const HORS_CONTRAT =
  /\bexempt(ee?s?|es|ions?)\b|\bpour memoire\b|\bhors (contrat|cms|mutualisation|tableau)|\bnon (deficitaires?|soumises?|concernees?)\b/;

export function estUnTotal(libelle: string): boolean {
  return TOTAL.test(normaliserTitre(libelle));
}

/** Sous ses arrondissements, la ville est leur total. */
export function estUneVille(libelle: string): boolean {
  return (
    /^((ville|commune) (de )?)?(paris|lyon|marseille)?$/.test(normaliserTitre(libelle)) &&
    libelle !== ""
  );
}

const SECTEUR =
  /^((sous-)?secteurs?|poles?|bassins?|cantons?|zones?|territoires?|(1re|1ere|premiere|2e|deuxieme|seconde|3e|troisieme) couronne)\b/;

/** Le nom d'un groupe de communes : une intercommunalité, un secteur. Aucune commune ne s'appelle ainsi. */
export function estUnGroupe(nom: string): boolean {
  return nommeUnEpci(nom) || SECTEUR.test(normaliserTitre(nom));
}

export function estUnSousTotal(libelle: string): boolean {
  return SOUS_TOTAL.test(normaliserTitre(libelle));
}

/** Une ligne qui commente les communes et n'en est pas une : moyenne, rappel, solde… */
export function estUnCommentaire(libelle: string): boolean {
  const normalise = normaliserTitre(libelle);
  return (
    AUTRE.test(normalise) ||
    /^[<>≤≥*•]|\d\s?(points?|pts?)$/.test(normalise) ||
    cleDuNom(libelle) === ""
  );
}

const INTERTITRE =
  /\b(secteurs?|communes?|couronnes?|bassins?|cantons?|poles?|groupes?|zones?|territoires?|littoral|autres?|cms|contrats?|periodes?|objectifs?|carenc\w*|nord|sud|est|ouest|centre|relevees?|abaissees?)\b|:|^[\W\d]|\(.*\)$/;

/** Un texte seul entre deux communes est-il le nom d'une commune sans chiffres ? Il faut qu'il en ait tout l'air. */
export function ressembleAUnNom(texte: string): boolean {
  const mots = cleDuNom(texte).split(" ");
  return (
    mots.length <= 6 &&
    !INTERTITRE.test(normaliserTitre(texte)) &&
    !nommeUnEpci(texte) &&
    !estUnCommentaire(texte)
  );
}

export function metHorsContrat(libelle: string): boolean {
  return HORS_CONTRAT.test(normaliserTitre(libelle));
}

/** Colonne, en lettres, et lignes qu'une formule additionne si elle additionne des cellules l'une sous l'autre ; `null` sinon. */
export function additionVerticale(formule: string | undefined): boolean {
  if (!formule) return false;
  const nue = formule.replaceAll("$", "").replace(/\s/g, "").toUpperCase();
  if (/^=\+?(SUBTOTAL|AGGREGATE|SOUS\.TOTAL)\(/.test(nue)) return true;
  if (/^=\+?(SUM|SOMME|SUMIFS?|SOMME\.SI(\.ENS)?)\(.*\[.*\]\)$/.test(nue)) return true;
  if (!/^=\+?(SUM|SOMME)\([A-Z0-9:,;]+\)(\+.*)?$|^=\+?[A-Z]+\d+(\+[A-Z]+\d+)+$/.test(nue))
    return false;
  const cellules = [...nue.matchAll(/([A-Z]{1,3})(\d+)/g)];
  const colonnes = new Set(cellules.map(([, colonne]) => colonne));
  const lignes = new Set(cellules.map(([, , ligne]) => ligne));
  return colonnes.size === 1 && lignes.size > 1;
}
