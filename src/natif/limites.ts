/** Ce qu'Excel admet dans une formule (« Spécifications et limites relatives à Excel ») : au-delà, il dirait le fichier abîmé. */
import { tokenize } from "@borgar/fx/xlsx";
import { bornerLongueur, type RaisonDuRefus } from "./formule-native";
import type { Element, Partie } from "./lire-formule";

const NIVEAUX_MAXIMUM = 64;
const OCTETS_MAXIMUM = 16_384;

/** Les niveaux qu'une formule native ajoute, au plus, autour de ses arguments. */
const NIVEAUX_NATIFS = 16;

/** Les octets de la forme interne d'un jeton, au plus ([MS-XLSB], 2.5.97). IF et CHOOSE ont aussi des sauts. */
const OCTETS: Readonly<Record<string, (texte: string) => number>> = {
  func: (texte) => ({ IF: 16, CHOOSE: 64 })[texte] ?? 4,
  number: (texte) => (/^\d{1,4}$/.test(texte) ? 3 : 9),
  range: (texte) => (texte.includes("!") ? 15 : texte.includes(":") ? 13 : 7),
  range_beam: () => 15,
  range_named: () => 7,
  structured: () => 18,
  string: (texte) => 3 + 2 * texte.length,
  error: () => 2,
  bool: () => 2,
  operator: (texte) => (texte === "{" ? 15 : texte === "," ? 0 : 1),
};

/**
 * Ce qui empêche Excel d'admettre `convertie`, ou `undefined`. `origine` : la formule avant sa conversion. Les niveaux et les octets sont estimés par
 * excès : une formule trop près d'une limite est refusée.
 */
export function depassement(origine: Partie, convertie: string): RaisonDuRefus | undefined {
  const bornee = bornerLongueur(convertie);
  if (!bornee.ok) return bornee.raison;
  const niveaux = niveauxDe(origine);
  if (niveaux > NIVEAUX_MAXIMUM) return { code: "trop-imbriquee", niveaux };
  const octets = octetsDe(convertie);
  return octets > OCTETS_MAXIMUM ? { code: "trop-lourde", octets } : undefined;
}

function niveauxDe({ elements }: Partie): number {
  return Math.max(0, ...elements.map(niveauxDElement));
}

function niveauxDElement(element: Element): number {
  if (element.genre === "jeton") return 0;
  const propres = element.genre !== "appel" ? 0 : element.cms === undefined ? 1 : NIVEAUX_NATIFS;
  return propres + Math.max(0, ...element.parties.map(niveauxDe));
}

function octetsDe(formule: string): number {
  return tokenize(formule, { mergeRefs: true, negativeNumbers: true }).reduce(
    (total, { type, value }) => total + (OCTETS[type]?.(value) ?? 1),
    0
  );
}
