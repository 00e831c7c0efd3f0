/**
 * Le gabarit d'une formule : un repère d'un signe à la place de chaque référence. Une colonne de formules recopiées n'en a qu'un, qu'il
 * suffit de convertir une fois.
 */
import type { Jeton } from "./jetons";
import { tailleDePlage } from "./plages";

export interface Gabarit {
  texte: string;
  /** Les jetons de la formule, à leur place dans le gabarit. */
  jetons: readonly Jeton[];
  /** Par repère, la référence dont il tient la place. */
  references: readonly string[];
  /** Deux formules de même clé se convertissent pareil, à leurs références près. */
  cle: string;
}

const REPERES = /[\uE000-\uF8FF]/g;
const PREMIER_REPERE = 0xe000;
const REPERES_POSSIBLES = 0xf8ff - PREMIER_REPERE + 1;

export function gabaritDe(formule: string, jetons: readonly Jeton[]): Gabarit {
  const rangs = new Map<string, number>();
  // Les repères sont des signes d'usage privé : une formule qui en porte déjà reste son propre gabarit.
  const substituer = formule.search(REPERES) < 0;
  let texte = "";
  const places = jetons.map((jeton) => {
    const debut = texte.length;
    texte += substituer && estPlage(jeton) ? repereDe(jeton.texte, rangs) : jeton.texte;
    return { ...jeton, debut, fin: texte.length };
  });
  const references = [...rangs.keys()];
  const tailles = references.map(
    (reference) => `${tailleDePlage(reference) ?? ""}${reference.includes("!") ? "!" : ""}`
  );
  return { texte, jetons: places, references, cle: [texte, ...tailles].join("\n") };
}

/** Le texte d'un gabarit, ou d'une formule qui en vient, avec ses vraies références. */
export function remplirGabarit(texte: string, references: readonly string[]): string {
  if (references.length === 0) return texte;
  return texte.replace(
    REPERES,
    (repere) => references[repere.charCodeAt(0) - PREMIER_REPERE] ?? ""
  );
}

function estPlage({ type }: Jeton): boolean {
  return type === "range" || type === "range_beam";
}

function repereDe(reference: string, rangs: Map<string, number>): string {
  const rang = rangs.get(reference) ?? rangs.size;
  if (rang >= REPERES_POSSIBLES) return reference;
  rangs.set(reference, rang);
  return String.fromCharCode(PREMIER_REPERE + rang);
}
