import { sommer } from "./nombre";

/**
 * Partage une quantité entière en proportion de poids entiers, au plus fort reste ; à égalité de restes, dans l'ordre des poids.
 *
 * La somme des parts fait exactement la quantité ; un poids nul ne reçoit rien ; si la quantité ne dépasse pas la somme des poids,
 * aucune part ne dépasse son poids. `quantite` et `poids` : entiers ≥ 0, chaque produit < 2^53.
 * Source : aucune, la loi ne dit pas comment arrondir un partage.
 *
 * @throws {Error} Si la quantité n'est pas nulle et que tous les poids le sont : à l'appelant de le refuser avant.
 */
export function partagerAuProrata(quantite: number, poids: readonly number[]): number[] {
  const somme = sommer(poids);
  if (quantite === 0) return poids.map(() => 0);
  if (somme === 0) throw new Error("partagerAuProrata : aucun poids pour partager la quantité");
  const lignes = poids.map((part, rang) => {
    const reste = (quantite * part) % somme;
    return { rang, reste, part: (quantite * part - reste) / somme };
  });
  const parts = lignes.map(({ part }) => part);
  const aServir = quantite - sommer(parts);
  // Le tri est stable : à restes égaux, l'ordre du tableau décide.
  for (const { rang, part } of lignes.sort((a, b) => b.reste - a.reste).slice(0, aServir)) {
    parts[rang] = part + 1;
  }
  return parts;
}
