import type { ContexteDeControle, VersionSignee } from "../controle";
import { normaliserMot } from "../regles";
import type { ColonnesDonnees, Rubrique } from "../tableau";

/** La feuille où vivent les réponses de l'agent : visible, pour que ses collègues, la ligne de commande et une copie y lisent les mêmes. */
export const NOM_DE_LA_FEUILLE = "CMS – Contrat";

/** Ce que l'agent a répondu et désigné, tel que la feuille « CMS – Contrat » le garde. */
export interface Contrat {
  /** Une entrée par EPCI ; `epci: null`, en tête, vaut pour tout le classeur. */
  reponses: { epci: string | null; contexte: ContexteDeControle }[];
  /** Colonnes désignées à la main, par feuille : rubrique → lettres, ou `null` si la feuille ne l'a pas. */
  colonnes: { feuille: string; colonnes: ColonnesDonnees }[];
  /** Ce qui a été signé ; aucune : un projet. */
  versions: VersionSignee[];
}

export const CONTRAT_VIDE: Contrat = { reponses: [], colonnes: [], versions: [] };

/**
 * Ce qui vaut pour un EPCI : ses réponses, complétées par celles de tout le classeur.
 * @param epci Son nom, casse et accents indifférents ; `null` : les réponses de tout le classeur seules.
 */
export function contexteDe({ reponses }: Contrat, epci: string | null): ContexteDeControle {
  const communes = reponses.find((entree) => entree.epci === null)?.contexte;
  const propres = reponses.find((entree) => estLeMeme(entree.epci, epci))?.contexte;
  return { ...communes, ...propres };
}

/** Les colonnes désignées sur une feuille ; vide si l'agent n'en a désigné aucune. */
export function colonnesDe({ colonnes }: Contrat, feuille: string): ColonnesDonnees {
  return colonnes.find((entree) => estLaMemeFeuille(entree.feuille, feuille))?.colonnes ?? {};
}

/**
 * Le contrat avec d'autres réponses ; `contrat` ne change pas.
 * @param reponses `null` efface la réponse ; une clé absente la laisse.
 */
export function repondre(
  contrat: Contrat,
  epci: string | null,
  reponses: Partial<ContexteDeControle>
): Contrat {
  const ancien = contrat.reponses.find((entree) => estLeMeme(entree.epci, epci));
  const contexte = sansVides({ ...ancien?.contexte, ...reponses });
  const autres = contrat.reponses.filter((entree) => entree !== ancien);
  if (epci === null) {
    const vide = Object.keys(contexte).length === 0;
    return { ...contrat, reponses: vide ? autres : [{ epci, contexte }, ...autres] };
  }
  const entree = { epci: ancien?.epci ?? epci, contexte };
  return {
    ...contrat,
    reponses: ancien
      ? contrat.reponses.map((connue) => (connue === ancien ? entree : connue))
      : [...contrat.reponses, entree],
  };
}

/**
 * Le contrat avec une colonne désignée ; `contrat` ne change pas.
 * @param colonne Ses lettres (« C ») ; `null` : la feuille ne l'a pas ; `undefined` : retour à la lecture automatique.
 */
export function designer(
  contrat: Contrat,
  feuille: string,
  rubrique: Rubrique,
  colonne: string | null | undefined
): Contrat {
  const ancienne = contrat.colonnes.find((entree) => estLaMemeFeuille(entree.feuille, feuille));
  const colonnes = { ...ancienne?.colonnes };
  if (colonne === undefined) delete colonnes[rubrique];
  else colonnes[rubrique] = colonne?.toUpperCase() ?? null;
  const entree = { feuille: ancienne?.feuille ?? feuille, colonnes };
  const entrees = ancienne
    ? contrat.colonnes.map((connue) => (connue === ancienne ? entree : connue))
    : [...contrat.colonnes, entree];
  return {
    ...contrat,
    colonnes: entrees.filter((connue) => Object.keys(connue.colonnes).length > 0),
  };
}

/** Deux écritures du même EPCI ; `null`, tout le classeur, n'est que lui-même. */
export function estLeMeme(un: string | null, autre: string | null): boolean {
  if (un === null || autre === null) return un === autre;
  return normaliserMot(un) === normaliserMot(autre);
}

/** Excel ne distingue pas les majuscules dans un nom de feuille. */
export function estLaMemeFeuille(une: string, autre: string): boolean {
  return une.toLowerCase() === autre.toLowerCase();
}

function sansVides(contexte: Partial<ContexteDeControle>): ContexteDeControle {
  const remplies = Object.entries(contexte).filter(
    ([, valeur]) => valeur !== null && valeur !== undefined
  );
  return Object.fromEntries(remplies);
}
