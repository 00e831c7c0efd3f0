const LONGUEUR_MAXIMALE = 31;

export type DefautDeNom = "vide" | "trop-long" | "caractere-interdit" | "apostrophe";

/** Pourquoi Excel refuserait ce nom de feuille, ou `null` s'il l'accepte. */
export function defautDeNom(nom: string): DefautDeNom | null {
  if (nom.trim() === "") return "vide";
  if (nom.length > LONGUEUR_MAXIMALE) return "trop-long";
  if (/[\\/?*[\]:]/.test(nom)) return "caractere-interdit";
  if (nom.startsWith("'") || nom.endsWith("'")) return "apostrophe";
  return null;
}

/**
 * Le premier nom libre : « Article 2 », sinon « Article 2 (2) », « Article 2 (3) »…
 * Excel ne distingue pas les majuscules, et s'arrête à 31 caractères.
 */
export function nomLibre(souhaite: string, pris: readonly string[]): string {
  const occupes = new Set(pris.map((nom) => nom.toLowerCase()));
  let nom = souhaite.slice(0, LONGUEUR_MAXIMALE);
  for (let rang = 2; occupes.has(nom.toLowerCase()); rang++) {
    const suffixe = ` (${rang})`;
    nom = souhaite.slice(0, LONGUEUR_MAXIMALE - suffixe.length) + suffixe;
  }
  return nom;
}
