import { normaliserTitre } from "./textes";

/** Les colonnes qu'un tableau d'article 2 peut porter. */
export const CHAMPS = [
  "commune",
  "deficit",
  "tauxCible",
  "tauxLs",
  "ecart",
  "tauxAvant",
  "objectifAvant",
  "tauxApres",
  "objectifApres",
] as const;

export type Champ = (typeof CHAMPS)[number];

/** Sans ces colonnes, il n'y a rien à contrôler. */
export const CHAMPS_OBLIGATOIRES: readonly Champ[] = ["commune", "deficit", "objectifApres"];

/** Titres de la trame officielle (guide DHUP, annexe 3) et des colonnes qui permettent de recalculer l'écart. */
const TITRES: readonly [Champ, RegExp][] = [
  ["commune", /^(nom de la |nom des )?communes?$/],
  ["deficit", /^(nombre de )?(ls|lls|logements (locatifs )?sociaux) manquants\b/],
  ["tauxCible", /^taux (legal|cible)( de (ls|logements sociaux))?$/],
  ["tauxLs", /^taux (de |d')?(ls|lls|logements (locatifs )?sociaux)\b/],
  ["ecart", /^ecart\b/],
  ["tauxAvant", /^taux de rattrapage (legal|avant)\b/],
  ["tauxApres", /^taux de rattrapage (apres|retenu)\b/],
  ["objectifAvant", /^objectifs? (\d{4}-\d{4} )?(legal|legaux|avant)\b/],
  ["objectifApres", /^objectifs? (\d{4}-\d{4} )?(apres|retenus?)\b/],
];

/** La colonne qu'annonce un titre, ou `null`. */
export function reconnaitreTitre(texte: string): Champ | null {
  const titre = normaliserTitre(texte);
  return TITRES.find(([, motif]) => motif.test(titre))?.[0] ?? null;
}
