import { convertirFormule } from "../../natif";
import type { FormeDesFormules } from "../formes";
import type { Formule, Scalaire } from "../plan";

/** Ce qu'affiche un repère dont les données se contredisent : plus de logements sociaux que de résidences, par exemple. */
export const A_REVOIR = "à revoir";

/** Une formule d'une cellule, et ce qu'elle affiche avant que l'agent ait rien rempli. */
export interface Case {
  /** Sans « = ». */
  formule: string;
  valeur: Scalaire;
}

/** Une case qui ne dit rien tant que l'agent n'a rien rempli. */
export function vide(formule: string): Case {
  return { formule, valeur: "" };
}

/**
 * La cellule d'une case. Les repères suivent la commune choisie et ce que l'agent remplit : ils restent des formules même en « valeurs », mais alors
 * sans le complément.
 */
export function ecrireCase(forme: FormeDesFormules, { formule, valeur }: Case): Formule {
  const ecrite = `=${formule}`;
  const texte = forme === "complement" ? ecrite : convertirFormule(ecrite, false).formule;
  return { formule: texte, valeurs: [[valeur]] };
}

/** Le calcul, si toutes ces cellules ont un nombre ; sinon rien. Ce qu'il refuse est à revoir. */
export function siConnus(cellules: readonly string[], calcul: string): string {
  return `IF(COUNT(${cellules.join()})<${cellules.length},"",IFERROR(${calcul},"${A_REVOIR}"))`;
}

/** Le contenu d'une case de la grille : une case vide se lirait 0. */
export function siRempli(reference: string, sinon = '""'): string {
  return `IF(${reference}="",${sinon},${reference})`;
}
