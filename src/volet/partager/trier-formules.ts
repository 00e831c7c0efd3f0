import type { FormuleLue, Remplacement } from "../../classeur";
import type { RapportDeCopie, Reste } from "../../fichier";
import {
  FONCTIONS_NATIVES,
  VALEURS_SEULEMENT,
  convertirFormule,
  ranimerFormule,
} from "../../natif";

/** Ce qui peut se récrire, et ce qui reste tel quel. */
export interface Tri {
  remplacements: Remplacement[];
  laissees: Reste[];
}

/** Les formules du complément qui deviennent des formules ordinaires. */
export function aConvertir(formules: readonly FormuleLue[]): Tri {
  const tri: Tri = { remplacements: [], laissees: [] };
  for (const lue of formules) {
    const { formule, convertis, restants } = convertirFormule(lue.formule, true);
    if (convertis.length > 0) tri.remplacements.push(remplacer(lue, formule));
    else if (restants.length > 0) {
      const fonctions = restants.map(({ fonction }) => fonction);
      tri.laissees.push({ lieu: lieuDe(lue), fonctions, raisons: restants.map((r) => r.raison) });
    }
  }
  return tri;
}

/** Ce que montre une cellule dont la fonction n'a pas été appelée. */
const ERREURS_MORTES: ReadonlySet<string> = new Set(["#NAME?", "#BUSY!", "#CONNECT!"]);

/** Les formules du complément qui ne se calculent plus : à récrire telles quelles, sous leur nom d'usage. */
export function aRanimer(formules: readonly FormuleLue[]): Tri {
  const tri: Tri = { remplacements: [], laissees: [] };
  for (const lue of formules) {
    const { formule, fonctions } = ranimerFormule(lue.formule);
    const morte =
      formule !== lue.formule || (lue.erreur !== null && ERREURS_MORTES.has(lue.erreur));
    if (fonctions.length === 0 || !morte) continue;
    const inconnues = fonctions.filter((fonction) => !estConnue(fonction));
    if (inconnues.length === 0) tri.remplacements.push(remplacer(lue, formule));
    else {
      const raisons = [{ code: "fonction-inconnue" } as const];
      tri.laissees.push({ lieu: lieuDe(lue), fonctions: inconnues, raisons });
    }
  }
  return tri;
}

/** Ce qu'une copie pour tous changerait, lu dans les cellules là où Excel ne donne pas son fichier : ni noms, ni règles, ni valeurs. */
export function rapportDesCellules(formules: readonly FormuleLue[]): RapportDeCopie {
  const { remplacements, laissees } = aConvertir(formules);
  return {
    changements: remplacements.map((remplacement) => ({
      lieu: lieuDe(remplacement),
      devient: "formule",
      fonctions: ranimerFormule(remplacement.avant).fonctions,
      raisons: [],
    })),
    restes: laissees,
    signatureRetiree: false,
  };
}

function estConnue(fonction: string): boolean {
  return FONCTIONS_NATIVES.includes(fonction) || VALEURS_SEULEMENT.has(fonction);
}

function remplacer({ feuille, adresse, formule }: FormuleLue, apres: string): Remplacement {
  return { feuille, adresse, avant: formule, apres };
}

function lieuDe({ feuille, adresse }: { feuille: string; adresse: string }) {
  return { genre: "cellule", feuille, adresse } as const;
}
