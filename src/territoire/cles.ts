import { normaliserMot } from "../regles";

const ENTRE_PARENTHESES = /\(.*?\)/g;
const ARTICLE_A_LA_FIN = /^(.+)\s\((le|la|les|l['’])\)$/i;

/** Ce que deux façons d'écrire la même commune ont en commun : « St-Lô », « SAINT LO » et « Saint-Lô (50) » ; « Havre (Le) » et « Le Havre ». */
export function cleDeCommune(nom: string): string {
  const remis = nom.trim().replace(ARTICLE_A_LA_FIN, "$2 $1").replace(ENTRE_PARENTHESES, "");
  const mots = enMots(remis).map((mot) => ABREGES[mot] ?? mot);
  return mots.join("");
}

/** Ce qui nomme une intercommunalité, sans sa nature ni ses articles : « CA du Grand Dax », « Communauté d'agglomération Grand Dax », « Grand Dax Agglo ». */
export function cleDIntercommunalite(nom: string): string {
  return enMots(nom.replace(ENTRE_PARENTHESES, ""))
    .filter((mot) => !MOTS_VIDES.has(mot))
    .map((mot) => ABREGES[mot] ?? mot)
    .join("");
}

const ABREGES: Readonly<Record<string, string>> = { st: "saint", ste: "sainte" };

const MOTS_VIDES: ReadonlySet<string> = new Set(
  (
    "ca cc cu cap ept epci metropole metro eurometropole communaute communautes commune communes " +
    "agglomeration agglo urbaine intercommunalite etablissement public territorial de du des d le la les l et"
  ).split(" ")
);

/** Les mots, sans accents ni majuscules. « œ » n'est pas une lettre accentuée : il se récrit. */
function enMots(texte: string): string[] {
  return texte
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(normaliserMot)
    .filter((mot) => mot !== "");
}
