type Teinte = (texte: string) => string;

/** De quoi colorer le texte d'un terminal. */
export interface Encre {
  gras: Teinte;
  rouge: Teinte;
  jaune: Teinte;
  vert: Teinte;
  bleu: Teinte;
}

const CODES = { gras: 1, rouge: 31, jaune: 33, vert: 32, bleu: 36 } as const;

/** @param couleurs Faux : le texte reste tel quel (fichier, tube, NO_COLOR). */
export function encre(couleurs: boolean): Encre {
  const teinte =
    (code: number): Teinte =>
    (texte) =>
      couleurs ? `\u001b[${code}m${texte}\u001b[0m` : texte;
  return {
    gras: teinte(CODES.gras),
    rouge: teinte(CODES.rouge),
    jaune: teinte(CODES.jaune),
    vert: teinte(CODES.vert),
    bleu: teinte(CODES.bleu),
  };
}
