import {
  MOTS_DE_LA_LECTURE,
  MOTS_DE_L_ARRONDI,
  MOTS_DU_OUI_NON,
  MOTS_DU_TYPE,
  PERIODES,
  estRefus,
  lireOuiNon,
  normaliserMot,
  quelArrondi,
  quelTypeDeSituation,
  quelleLecture,
  quellePeriode,
  type Arrondi,
  type Bareme,
  type Lecture,
  type Refus,
  type Saisie,
  type TypeDeSituation,
} from "../regles";
import { REFUS, lireLitteral, si, table } from "./ecrire-formule";

/** Un argument de texte : comment il se lit, et tous les mots qu'il admet. */
interface Vocabulaire<V> {
  lire: (saisie: Saisie) => V | Refus;
  mots: readonly string[];
}

export const TYPES: Vocabulaire<TypeDeSituation> = {
  lire: quelTypeDeSituation,
  // « 0 » : une cellule vide, passée en texte à la fonction.
  mots: [...Object.values(MOTS_DU_TYPE).flat(), "0"],
};
export const ARRONDIS: Vocabulaire<Arrondi> = { lire: quelArrondi, mots: MOTS_DE_L_ARRONDI };
export const LECTURES: Vocabulaire<Lecture> = { lire: quelleLecture, mots: MOTS_DE_LA_LECTURE };
export const PERIODES_DU_BAREME: Vocabulaire<Bareme> = { lire: quellePeriode, mots: PERIODES };
export const OUI_NON: Vocabulaire<boolean | null> = {
  lire: (saisie) => lireOuiNon(saisie, "plh"),
  mots: MOTS_DU_OUI_NON,
};

/**
 * La formule d'un mot. Omis ou écrit dans la formule, il se résout tout de suite ; dans une cellule ou calculé, la formule porte
 * toutes les réponses possibles et choisit. Un mot inconnu est une erreur.
 */
export function selonLeMot<V>(
  argument: string,
  { lire, mots }: Vocabulaire<V>,
  formuleDe: (valeur: V) => string
): string {
  const traduire = (saisie: Saisie): string => {
    const valeur = lire(saisie);
    return estRefus(valeur) ? REFUS : formuleDe(valeur);
  };
  const litteral = lireLitteral(argument);
  if (litteral !== undefined) return traduire(litteral);

  const reponses = new Map([["", traduire(null)]]);
  for (const mot of mots) reponses.set(normaliserMot(mot), traduire(mot));
  const formules = [...new Set(reponses.values())];
  const liste = `|${[...reponses.keys()].map((cle) => `${cle}|`).join("")}`;
  const rangs = [...reponses].map(([cle, formule]): [number, string] => [
    liste.indexOf(`|${cle}|`) + 1,
    String(formules.indexOf(formule) + 1),
  ]);
  const position = `FIND("|"&${motNormalise(argument)}&"|","${liste}")`;
  return `CHOOSE(${table(position, rangs)},${formules.join(",")})`;
}

/**
 * Comme `normaliserMot`, pour ce qu'on rencontre : casse, « é », espaces, tirets. Une autre fioriture (« mütualisant ») est un refus
 * là où la fonction la lit. « | » sépare les mots de la liste : il ne peut venir de la cellule.
 */
const REMPLACEMENTS = [
  ["é", "e"],
  [" ", ""],
  ["\u00A0", ""],
  ["-", ""],
  ["|", ""],
] as const;

function motNormalise(x: string): string {
  const logique = si(`ISLOGICAL(${x})`, si(x, '"vrai"', '"faux"'), si(`${x}=0`, '""', '"?"'));
  return REMPLACEMENTS.reduce(
    (texte, [de, par]) => `SUBSTITUTE(${texte},"${de}","${par}")`,
    `LOWER(${si(`ISTEXT(${x})`, x, logique)})`
  );
}
