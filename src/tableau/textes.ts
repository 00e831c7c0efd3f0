/** Une date écrite, dans un titre simplifié : « 28/04/2023 », « 1er mars 2026 ». À lire avec le drapeau « u ». */
export const DATE_ECRITE = "\\d{1,2}(er)?[ /.](\\d{1,2}|\\p{L}+)[ /.](20)?\\d\\d";

/** Minuscules, sans accents, espaces et tirets simplifiés. */
export function normaliserTitre(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Lettres et chiffres seuls, séparés d'un espace : deux écritures du même nom y sont égales. */
export function cleDuNom(nom: string): string {
  return normaliserTitre(nom)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
