import { lireJetons, nomCms } from "./jetons";

interface FormuleRanimee {
  /** La formule où chaque fonction du complément porte le nom sous lequel Excel l'appelle. */
  formule: string;
  /** Les fonctions du complément qu'elle nomme, sans « CMS. ». */
  fonctions: readonly string[];
}

/**
 * Rend à chaque fonction du complément son nom d'usage : « _xldudf_CMS_PART_SOCIALE(A1,B1) » et « [2]!_xldudf_cms_part_sociale(A1,B1) »
 * deviennent « CMS.PART.SOCIALE(A1,B1) ». Le reste de la formule ne change pas d'un signe. Ne lève jamais d'exception.
 */
export function ranimerFormule(formule: string): FormuleRanimee {
  if (!/cms[._]/i.test(formule)) return { formule, fonctions: [] };
  const fonctions: string[] = [];
  const morceaux: string[] = [];
  for (const { type, texte } of lireJetons(formule)) {
    const nom = type === "func" || type === "range_named" ? nomCms(texte) : undefined;
    if (nom === undefined) {
      morceaux.push(texte);
      continue;
    }
    // Une liaison perdue précède le nom de « [2]! ».
    if (morceaux.at(-1) === "!" && /^\[\d+\]$/.test(morceaux.at(-2) ?? "")) morceaux.splice(-2);
    fonctions.push(nom);
    morceaux.push(`CMS.${nom}`);
  }
  return { formule: morceaux.join(""), fonctions };
}
