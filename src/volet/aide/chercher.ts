/** Les fonctions dont le nom, la description ou un exemple contient tous les mots cherchés, sans égard aux accents. */
export function chercher<F extends FonctionDAide>(fonctions: readonly F[], demande: string): F[] {
  const mots = simplifier(demande).split(" ").filter(Boolean);
  return fonctions.filter((fonction) => {
    const texte = simplifier(texteDe(fonction));
    return mots.every((mot) => texte.includes(mot));
  });
}

interface FonctionDAide {
  nom: string;
  description: string;
  exemples: readonly { fr: string }[];
}

function texteDe({ nom, description, exemples }: FonctionDAide): string {
  return [nom, description, ...exemples.map(({ fr }) => fr)].join(" ");
}

function simplifier(texte: string): string {
  return texte
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
