import type { AideDeFonction } from "../../fonctions";

/** Les fonctions dont l'aide contient tous les mots cherchés, sans égard aux accents ni à la casse. */
export function chercher(fonctions: readonly AideDeFonction[], demande: string): AideDeFonction[] {
  const mots = simplifier(demande).split(" ").filter(Boolean);
  return fonctions.filter((fonction) => {
    const texte = simplifier(texteDe(fonction));
    return mots.every((mot) => texte.includes(mot));
  });
}

/** Ce qu'on y cherche : nom, description, arguments et leurs mots, articles, exemples. */
function texteDe({ nom, description, arguments: arguments_, articles, exemples }: AideDeFonction) {
  return [
    nom,
    description,
    ...arguments_.flatMap((argument) => [
      argument.nom,
      argument.description,
      ...argument.valeurs.map(({ mot }) => mot),
    ]),
    ...articles,
    ...exemples.map(({ fr }) => fr),
  ].join(" ");
}

function simplifier(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[\u00A0\u202F]/g, " ")
    .replace(/’/g, "'")
    .toLowerCase();
}
