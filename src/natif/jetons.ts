/** Les mots d'une formule. */
import { tokenize } from "@borgar/fx/xlsx";

export interface Jeton {
  genre: "jeton";
  /** Au sens de `@borgar/fx` : « range », « range_named », « operator »… */
  type: string;
  texte: string;
  /** Sa place dans la formule, ou dans son gabarit. */
  debut: number;
  fin: number;
}

/** Les formes que prend un nom de fonction dans un fichier : LibreOffice les récrit en minuscules, d'autres y mettent un préfixe. */
const NOM_CMS = /^(?:\[\d+\]!)?(?:_xl(?:fn|udf)\.)?(?:CMS\.|_xldudf_CMS_)([A-Z][A-Z0-9._]*)$/i;

/** « PART.SOCIALE », de « CMS.PART.SOCIALE » ou « [2]!_xldudf_cms_part_sociale » ; `undefined` pour un autre nom. */
export function nomCms(nom: string): string | undefined {
  return NOM_CMS.exec(nom)?.[1]?.toUpperCase().replaceAll("_", ".");
}

/** Les jetons d'une formule, bout à bout. Un texte jamais fermé est « unknown ». */
export function lireJetons(formule: string): Jeton[] {
  let fin = 0;
  return tokenize(formule, { mergeRefs: true, negativeNumbers: true }).map((jeton) => {
    const debut = fin;
    fin += jeton.value.length;
    const type = jeton.unterminated ? "unknown" : jeton.type;
    return { genre: "jeton", type, texte: jeton.value, debut, fin };
  });
}
