import { normaliserTitre } from "../tableau";
import { ABANDONNEE } from "./est-abandonnee";

/**
 * Ce qu'une ligne d'article 3 dit d'une opération : les dix colonnes de la trame (guide DHUP, annexe 3), la septième divisée par produit, et ce que
 * la dixième doit permettre d'identifier. `accession` : PSLA et BRS ; `typologie` : la septième colonne, en un seul texte.
 */
export type RubriqueDArticle3 = Effectif | Annee | Texte | "typologie";

/** Des nombres de logements. */
export type Effectif = "logements" | "sociaux" | Produit;
export type Produit = "plai" | "plus" | "pls" | "accession";
export type Annee = "anneePrevue" | "anneeFinancement";
export type Texte =
  | "commune"
  | "nom"
  | "adresse"
  | "cadastre"
  | "maitreDOuvrage"
  | "initiative"
  | "etape"
  | "etat"
  | "equipeProjet"
  | "observations";

export const EFFECTIFS = ["logements", "sociaux", "plai", "plus", "pls", "accession"] as const;
export const PRODUITS = ["plai", "plus", "pls", "accession"] as const;
export const ANNEES = ["anneePrevue", "anneeFinancement"] as const;
export const TEXTES = [
  "commune",
  "nom",
  "adresse",
  "cadastre",
  "maitreDOuvrage",
  "initiative",
  "etape",
  "etat",
  "equipeProjet",
  "observations",
] as const;

/** Les titres, dans l'ordre de la trame et avec ses numéros ; « État » n'est que dans les tableaux des agents. */
export const TITRES_D_ARTICLE_3 = {
  commune: "Commune",
  nom: "1. Nom de l’opération ou du site",
  adresse: "2. Adresse",
  cadastre: "3. Référence cadastrale",
  maitreDOuvrage: "4. Maître d’ouvrage",
  logements: "5. Projetés",
  sociaux: "6. Dont sociaux",
  plai: "PLAI",
  plus: "PLUS",
  pls: "PLS et assimilés",
  accession: "PSLA, BRS",
  anneePrevue: "8. Prévue",
  anneeFinancement: "9. Effective",
  initiative: "Initiative",
  etape: "Étape franchie",
  etat: "État",
  equipeProjet: "Équipe projet",
  observations: "Observations",
} as const satisfies Readonly<Record<Exclude<RubriqueDArticle3, "typologie">, string>>;

/** Les titres qui chapeautent plusieurs colonnes. */
export const CHAPEAU_DES_LOGEMENTS = "Logements";
export const CHAPEAU_DES_PRODUITS = "7. Typologie des sociaux";
export const CHAPEAU_DES_ANNEES = "Année de financement";
export const CHAPEAU_DE_L_AVANCEMENT = "10. Observations, état d’avancement";

/** Les grandes étapes que la trame demande de suivre, dans l'ordre. */
export const ETAPES = [
  "Zonage du PLU",
  "Maîtrise foncière",
  "Étude de faisabilité",
  "Permis déposé",
  "Agrément demandé",
] as const;

/** Le titre de la seconde liste, à compléter de l'année où la période finit. */
export const TITRE_DES_ULTERIEURS = "Projets ultérieurs : financement attendu après";
/** Le titre sous lequel la feuille rapporte ses listes aux objectifs : il n'y a plus d'opération au-dessous. */
export const TITRE_DE_LA_SYNTHESE = "Face aux objectifs de l’article 2";

/** La première règle qui convient l'emporte ; `null` : une autre colonne, à ne pas prendre. Les titres y sont sans accents, sans numéro, en minuscules. */
const REGLES: readonly [RubriqueDArticle3 | null, RegExp][] = [
  ["observations", /^(observations?|commentaires?|remarques?)\b/],
  ["adresse", /^adresse\b|\blocalisation\b/],
  ["cadastre", /\bcadastr|\bparcelles?\b/],
  [
    "maitreDOuvrage",
    /\bmaitr(e|ise)s? d'? ?ouvrages?\b|^(nom (du |de l'? ?|des )?)?(bailleurs?|operateurs?|moa?)\b/,
  ],
  ["commune", /^(nom (de la )?)?communes?\b/],
  ["nom", /^(nom|intitule|designation|libelle)\b|^(operations?|projets?|programmes?|sites?)\b/],
  ["initiative", /\binitiative\b/],
  ["equipeProjet", /\bequipe\b/],
  // Une part, ou les logements qui ne sont pas sociaux, ou pas tous.
  [
    null,
    /^(%|taux|parts?|pourcentage|ratio)|%$|\bnon[ -]soci(al|aux)\b|\blibres?\b|\bhors\b.*\b(lls|ls|social|sociaux|plai|plus|pls|psla|brs)\b/,
  ],
  // Une autre date de la vie du projet ; demander un financement n'est pas l'obtenir.
  [null, /\b(annee|date)\b.*\b(demandes?|depots?)\b/],
  [
    null,
    /^(?!.*\b(financ|agrement|etape|avancement))(?=.*\b(annee|date|prev)).*\b(livraison|mise en service|permis|pc|chantier|travaux|demarrage|achevement|acquisition)\b/,
  ],
  ["anneePrevue", /\b(annee|date|financement|agrement)\b.*\bprev|^prev(ue?|isionnelle)\b/],
  [
    "anneeFinancement",
    /\b(annee|date)\b.*\b(financement|agrement)\b|^(effectif|effective|reel(le)?|finance en)\b/,
  ],
  ["typologie", /\btypolog|\bpl(ai|us|s)\b.*\bpl(?!\1\b)(ai|us|s)\b/],
  ["accession", /\b(psla|brs|accession)\b/],
  ["plai", /\bplai\b/],
  ["pls", /\bpls\b/],
  ["plus", /^((nb|nombre|dont)( de)? )?((logements|lgts?|lls|ls) )?plus$/],
  ["sociaux", /\b(social|sociaux|lls|ls)\b/],
  ["logements", /\b(logements|lgts?|logts?|logs?)\b|^projetes$/],
  ["etape", /\betapes?\b|\bavancement\b/],
  ["etat", /^(etat|statut)( (du (projet|programme)|de l'? ?operation))?$/],
];

/** Au-delà, c'est une phrase, pas un titre. */
const LONGUEUR_D_UN_TITRE = 300;

/** Ce qu'un titre de colonne annonce ; `null` si rien ne s'y reconnaît. */
export function quelleRubrique(titre: string): RubriqueDArticle3 | null {
  if (titre.length > LONGUEUR_D_UN_TITRE) return null;
  const mots = normaliserTitre(titre).replace(/^\(?\d{1,2} ?([.)°-] ?)+/, "");
  return REGLES.find(([, motif]) => motif.test(mots))?.[0] ?? null;
}

/** Ce qu'annonce une ligne qui n'est qu'un texte : une liste, le total, ou la fin des listes. */
export type Intertitre =
  "principale" | "ultérieure" | "abandonnée" | "maintenue" | "total" | "synthese";

const OPERATIONS = "^((les |liste des )?(operations|projets|programmes))";

const INTERTITRES: readonly [Intertitre, RegExp][] = [
  // « Dont » détaille la ligne du dessus.
  ["total", /^((sous[- ]?)?(total|totaux)\b|ensemble des communes\b|dont\b)/],
  ["synthese", new RegExp(`^${normaliserTitre(TITRE_DE_LA_SYNTHESE)}`)],
  [
    "ultérieure",
    /\bulterieur|\bliste specifique\b|\bvivier\b|^(projets?|operations?|financements?)\b.*\b(apres 20\d\d|periode (triennale )?suivante)\b/,
  ],
  ["principale", /^(liste principale|projets prioritaires|operations prioritaires)\b/],
  [
    "abandonnée",
    new RegExp(
      `${OPERATIONS} ${ABANDONNEE}( ?(/|,|et|ou) ?${ABANDONNEE})*( du contrat)?( ?[:(].*)?$`
    ),
  ],
  ["maintenue", new RegExp(`${OPERATIONS} (en cours|financ|prev|program|engag|mainten|activ)`)],
];

export function quelIntertitre(texte: string): Intertitre | null {
  if (texte.length > LONGUEUR_D_UN_TITRE) return null;
  const mots = normaliserTitre(texte).replace(/\((e?s)\)/g, "$1");
  return INTERTITRES.find(([, motif]) => motif.test(mots))?.[0] ?? null;
}
