import { nommeUnEpci } from "./nom-d-epci";
import { cleDuNom, normaliserTitre } from "./textes";

/** « Somme-Vesle » et « Plancher-Bas » sont des communes : le mot doit finir là. */
const FIN = "(?![\\w'-])";
const TOTAL = new RegExp(
  `^(le |les )?(total|totaux|ensemble|somme|cumul|tot|s/t)${FIN}|^st( ?\\d.*| (total|secteur|nord|sud|est|ouest)\\b.*)?$|^(sous|grand|s)[- /]?total|\\btotal( general| epci)?$|^toutes (les )?communes$|^(l'|la |le )?(epci|ept|agglo(meration)?|interco(mmunalite)?|communaute|metropole|departement|global|recap(itulatif)?|σ)$`
);
const SOUS_TOTAL = /^(sous|s)[- /.]?\s?(total|tot)\b|^s\/t\b|^st\b/;
const AUTRE = new RegExp(
  `^(soldes?|marge|differences?|ecarts?|equilibre|controle|verif\\w*|objectifs?|planchers?|taux|notes?|nota|source|sources|nb|nombre|legende|legal|signatures?|visas?|fait (a|le)|(le|la) (maires?|prefete?|presidente?)|pour (le|la|les)|reste|hypotheses?|arrondis?|resultats?|bilan|manque|excedent|a repartir|reliquat|test|check|\\*+|\\(\\*?\\d?\\))${FIN}`
);
/** Un agrégat qui n'additionne pas les communes, même si sa formule ou sa valeur en ont l'air. */
const SANS_SOMME = new RegExp(
  `^(dont|plai|plus|pls|moyennes?|mediane|rappels?|pour (memoire|info(rmation)?|rappel)|pm|p\\.m\\.|a titre (indicatif|de rappel)|evolution|variation|minimum|maximum|mini|maxi|min|max|pourcentage|realise(s|es?)?|realisations?|periode|triennale?|inventaire|situation|previsions?|estimation|simulation|%)${FIN}|^20\\d\\d([-/]20\\d\\d)?$|^(part|commune|valeur) (moyenne|mediane)\\b|.[ (](rappel|memoire|precedente?)\\)?$`
);
const PARTIEL =
  /\b(abaissees?|relevees?|rehaussees?|maintenues?|inchangees?|carencees?|(plus|moins) de \d)\b|[<>≤≥]/;
/** Devant le libellé d'un agrégat : un retrait, une puce, une flèche, une parenthèse. */
const PUCE = /^[^\p{L}\d%*<>≤≥•(]+|^\((?=\p{L})/u;
const HORS_CONTRAT =
  /\bexempt(ee?s?|es|ions?)\b|\bpour memoire\b|\bhors (contrat|cms|mutualisation|tableau)|\bnon (deficitaires?|soumises?|concernees?)\b/;

export function estUnTotal(libelle: string): boolean {
  return TOTAL.test(normaliserTitre(libelle));
}

/** « Moyenne », « Rappel 2023-2025 », « dont PLAI » : rien à comparer à la somme des communes. */
export function estSansSomme(libelle: string): boolean {
  return SANS_SOMME.test(normaliserTitre(libelle).replace(PUCE, ""));
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

/** « Total communes relevées », « Total > 4 points » : une partie des communes, où qu'elles soient. */
export function estPartiel(libelle: string): boolean {
  return PARTIEL.test(normaliserTitre(libelle));
}

/** Une ligne qui commente les communes et n'en est pas une : moyenne, rappel, solde… */
export function estUnCommentaire(libelle: string): boolean {
  const normalise = normaliserTitre(libelle);
  return (
    AUTRE.test(normalise) ||
    estSansSomme(libelle) ||
    /^[<>≤≥*•]|\d\s?(points?|pts?)$/.test(normalise) ||
    cleDuNom(libelle) === ""
  );
}

const INTERTITRE =
  /\b(secteurs?|communes?|couronnes?|bassins?|cantons?|poles?|groupes?|zones?|territoires?|littoral|autres?|cms|contrats?|periodes?|objectifs?|carenc\w*|exempt\w*|entrantes?|deficitaires?|soumises?|prioritaires?|mutualis\w*|abaiss\w*|droit commun|unite urbaine|arrondissements?|nord|sud|est|ouest|centre|relevees?)\b|:|^[\W\d]|\(.*\)$/;

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
  // Une colonne entière d'un tableau Excel, et non les cellules d'une de ses lignes (« [@[PLAI]:[PLS]] »).
  if (/^=\+?(SUM|SOMME)\([^@]*\[[^@]*\]\)$/.test(nue)) return !nue.includes("[#THISROW]");
  if (!/^=\+?(SUM|SOMME)\([A-Z0-9:,;]+\)(\+.*)?$|^=\+?[A-Z]+\d+(\+[A-Z]+\d+)+$/.test(nue))
    return false;
  const cellules = [...nue.matchAll(/([A-Z]{1,3})(\d+)/g)];
  const colonnes = new Set(cellules.map(([, colonne]) => colonne));
  const lignes = new Set(cellules.map(([, , ligne]) => ligne));
  return colonnes.size === 1 && lignes.size > 1;
}
