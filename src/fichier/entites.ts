import { abime } from "./illisible";

/**
 * Texte XML → texte : les cinq entités de XML et les caractères numériques.
 * @param partie Nom de l'entrée de l'archive, pour dire où est le défaut.
 * @throws FichierIllisible devant toute autre entité.
 */
export function decoder(brut: string, partie: string): string {
  if (!brut.includes("&")) return brut;
  return brut.replace(/&(?:([a-z]+|#\d{1,7}|#x[0-9a-f]{1,6});)?/gi, (_, nom: string = "") => {
    const lettre = ENTITES.get(nom) ?? caractereNumerique(nom);
    if (lettre === undefined) throw abime(partie);
    return lettre;
  });
}

const ENTITES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function caractereNumerique(nom: string): string | undefined {
  if (!nom.startsWith("#")) return undefined;
  const code = Number(nom.slice(1).replace(/^x/i, "0x"));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
