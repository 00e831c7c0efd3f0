import { normaliserTitre } from "./textes";
import { RUBRIQUES, type Rubrique } from "./rubriques";
import { LEURRES, NOTIONS, type Notion } from "./notions";
import { REGLES } from "./vocabulaire";

/** Ce qu'un titre pourrait annoncer. */
export interface Candidat {
  rubrique: Rubrique;
  /** De 0 à 1. */
  force: number;
  /** Faux : « objectif » ou « taux » sans dire s'il est d'avant ou d'après le contrat. */
  cote: boolean;
}

/** Dates d'inventaire et périodes : elles situent la colonne, elles n'en disent pas le sens. */
const INVENTAIRE = /\b(au )?(1 ?er|1|01)[ ./-]*(janv(ier)?|0?1)\b\.?[ ./-]*(20)?\d\d\b/g;
const DATES =
  /\b(periode (triennale )?)?(20)?\d\d ?(-|\/|a) ?(20)?\d\d\b(?! ?%)|\b\d+ ?(e|eme|ieme) (periode|triennal\w*)( triennale)?|\b(19|20)\d\d\b/g;

/** « 33 % des LLS manquants » n'est pas leur nombre. */
const PART_DES_MANQUANTS = /^[\d/., ]+% (des?|du) (?=.*\b(manqu|deficit)).*$/;

/** Un titre réduit à ses mots : « Nb lgts soc. manquants au 01/01/2025 » → « nb lgts soc manquants ». */
function simplifierTitre(titre: string): string {
  return normaliserTitre(
    titre
      .replace(/_/g, " ")
      .replace(/(\p{L})-[^\S\n]*\n\s*(?=\p{L})/gu, "$1")
      .replace(/([a-z])([A-Z]{2,})/g, "$1 $2")
      .replace(/([a-z])(?=20\d\d\b)/gi, "$1 ")
      .replace(/[Δ∆]/g, " delta ")
  )
    .replace(/\((\d|[a-z]|\*+)\)|[*¹²³⁴⁵]/g, " ")
    .replace(/\b(nb|nbre|nombre) (de |d')?(?=(points?|pts?)\b)/g, "")
    .replace(/\b(pour|afin d'?) ?(atteindre|arriver|parvenir)\b.*$/, " ")
    .replace(/\((au )?(taux|tx|cible|seuil)[^()]*\b(20|25)\b[^()]*\)/g, " ")
    .replace(/\b(obj\w*\.?|production) (\w+ )?(au taux\b|taux (de )?(?=(33|50|100) ?%))/g, "$1 $2")
    .replace(/\b(obj\w*\.?) de realisation\b/g, "$1")
    .replace(/\b(20|25) ?%? ?(ou|\/|-|et) ?(20|25)\b ?%?/g, " cible ")
    .replace(/\((o|oui) ?(\/|ou|-) ?(n|non)\)|\?/g, " ")
    .replace(/\b(lls|ls|l\.l\.s\.?|l\.s\.?) ?\/ ?(rp|r\.p\.?)(?![a-z])/g, " taux lls ")
    .replace(PART_DES_MANQUANTS, " ")
    .replace(/\b33 ?%/g, " legal ")
    .replace(/(<|≤|\b(moins de|inf\w*\.?( a)?|sous( les?)?|seuil( de)?)) ?15 ?%/g, " priorite ")
    .replace(/\b\d+([.,]\d+)? ?%/g, " ")
    .replace(INVENTAIRE, " inventaire ")
    .replace(DATES, " ")
    .replace(/\b([a-z])\. ?(?=[a-z]\b)/g, "$1")
    .replace(/[^a-z0-9%]+/g, " ")
    .replace(/%/g, " % ")
    .replace(/\s+/g, " ")
    .trim();
}

/** « Période 2023-2025 », « Au 01/01/2025 », « 2025 » : un titre qui situe ses colonnes et n'en dit rien d'autre. */
export function neDitQuUneDate(titre: string): boolean {
  return (
    /\d/.test(titre) &&
    /^((periode|triennale|inventaire|bilan|annee|au) ?)*$/.test(simplifierTitre(titre))
  );
}

/** Ce qu'un titre de groupe (« Avant mutualisation ») ne change pas : qui, et où il en est. */
const MALGRE_LE_GROUPE = new Set<Rubrique>([
  "commune",
  "insee",
  "epci",
  "population",
  "residencesPrincipales",
  "logementsSociaux",
  "deficit",
  "tauxLs",
  "tauxCible",
  "ecart",
]);
const FORCE_MALGRE_LE_GROUPE = 0.8;

/** Les rubriques qu'un titre, titres de groupe compris, peut annoncer, la plus forte d'abord ; aucune si rien ne s'y reconnaît. */
export function reconnaitreRubriques(titre: string): Candidat[] {
  const reconnues = reconnaitreMots(titre);
  const coupe = titre.lastIndexOf("›");
  if (reconnues.length > 0 || coupe < 0) return reconnues;
  const groupe = simplifierTitre(titre.slice(0, coupe));
  if (LEURRES.test(groupe)) return [];
  const apres = NOTIONS.apres.test(groupe) && !NOTIONS.avant.test(groupe);
  // « LLS » sous « Rattrapage » : ceux à produire, et non le parc.
  const autresLogements = NOTIONS.rattrapage.test(groupe);
  return reconnaitreMots(titre.slice(coupe + 1)).flatMap(({ rubrique, force, cote }) =>
    MALGRE_LE_GROUPE.has(rubrique) &&
    (rubrique === "commune" || !apres) &&
    (rubrique !== "logementsSociaux" || !autresLogements)
      ? [{ rubrique, force: force * FORCE_MALGRE_LE_GROUPE, cote }]
      : []
  );
}

/** « Commune SRU (O/N) » : la colonne répond par oui ou non, elle ne nomme personne. */
const OUI_OU_NON = /\((o|oui) ?(\/|ou|-) ?(n|non)\)/i;

function reconnaitreMots(titre: string): Candidat[] {
  const reconnus = reconnaitreLesMots(titre);
  if (!OUI_OU_NON.test(titre)) return reconnus;
  return reconnus.filter(({ rubrique }) => RUBRIQUES[rubrique] !== "texte");
}

function reconnaitreLesMots(titre: string): Candidat[] {
  const mots = simplifierTitre(titre);
  if (mots === "" || mots.length > 160) return [];
  const presentes = new Map<Notion, boolean>();
  const porte = (notion: Notion): boolean => {
    const connue = presentes.get(notion) ?? NOTIONS[notion].test(mots);
    presentes.set(notion, connue);
    return connue;
  };
  const leurre = LEURRES.test(mots);
  const forces = new Map<Rubrique, Candidat>();
  const retenir = (rubrique: Rubrique, force: number, cote: boolean): void => {
    if ((forces.get(rubrique)?.force ?? 0) < force) forces.set(rubrique, { rubrique, force, cote });
  };
  for (const { annonce, force, avec, sans, malgreLesLeurres } of REGLES) {
    if (leurre && !malgreLesLeurres) continue;
    if (!avec.every(porte) || sans.some(porte)) continue;
    if (annonce === "taux" || annonce === "objectif") {
      retenir(`${annonce}Avant`, force, false);
      retenir(`${annonce}Apres`, force, false);
    } else retenir(annonce, force, true);
  }
  return [...forces.values()].sort((a, b) => b.force - a.force);
}
