import { cleDuNom, normaliserTitre } from "./textes";

/** « Somme-Vesle » et « Plancher-Bas » sont des communes : le mot doit finir là. */
const FIN = "(?![\\w'-])";
const TOTAL = new RegExp(
  `^(le |les )?(total|totaux|ensemble|somme|cumul|tot|s/t|st)${FIN}|^(sous|grand|s)[- /]?total|\\btotal( general| epci)?$|^toutes (les )?communes$`
);
const SOUS_TOTAL = /^(sous|s)[- /.]?\s?(total|tot)|^s\/t\b|^st\b/;
const AUTRE = new RegExp(
  `^(moyennes?|mediane|rappels?|soldes?|marges?|differences?|ecarts?|equilibre|controle|verif\\w*|dont|pour memoire|pm|p\\.m\\.|objectifs?|planchers?|taux|notes?|nota|source|sources|nb|nombre|legende|legal|minimum|maximum|mini|maxi|min|max|reste|evolution|variation|pourcentage|hypotheses?|arrondis?|resultats?|bilan|manque|excedent|a repartir|reliquat|test|check|%|\\*+|\\(\\*?\\d?\\))${FIN}`
);
const HORS_CONTRAT =
  /\bexempt\w*|\bpour memoire\b|\bhors (contrat|cms|mutualisation|tableau)|\bnon (deficitaires?|soumises?|concernees?)\b/;

/** Les sigles et les mots qui commencent le nom d'une intercommunalité. */
const EPCI =
  /(?:^|[\s(:|-])((?:(?:ca|cc|cu|ept|san|epci)(?: (?:de|du|des|d'|la|le|les|l')|\s+\p{Lu}|-)|communaut[eé]s? (?:d['’]agglom[eé]ration|de communes|urbaine|d['’]agglo)|m[eé]tropole (?:de|du|d['’]|des|aix|rouen|nice|europ|grand)|agglom[eé]ration (?:de|du|d['’])|grand[- ]?(?:e )?\p{Lu})[^|:;()]*)/iu;

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

export function estUnSousTotal(libelle: string): boolean {
  return SOUS_TOTAL.test(normaliserTitre(libelle));
}

/** Une ligne qui commente les communes et n'en est pas une : moyenne, rappel, solde… */
export function estUnCommentaire(libelle: string): boolean {
  const normalise = normaliserTitre(libelle);
  return (
    AUTRE.test(normalise) || /^[<>≤≥*•]|\bpoints?$/.test(normalise) || cleDuNom(libelle) === ""
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
    epciDe(texte) === null &&
    !estUnCommentaire(texte)
  );
}

export function metHorsContrat(libelle: string): boolean {
  return HORS_CONTRAT.test(normaliserTitre(libelle));
}

/** Nom d'intercommunalité cité par un texte (« EPCI : CA du Val », « CC des Trois Rivières ») ; `null` sinon. */
export function epciDe(texte: string): string | null {
  const apresDeuxPoints =
    /^\s*(?:epci|intercommunalit[eé]|interco|nom de l['’]epci)\s*:\s*(.+)$/iu.exec(texte);
  if (apresDeuxPoints) return apresDeuxPoints[1]?.trim() ?? null;
  const nom = EPCI.exec(texte)?.[1]
    ?.split(/\s[–—-]\s|,|\s20\d\d/u)[0]
    ?.trim();
  return nom && nom.length >= 5 ? nom : null;
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
