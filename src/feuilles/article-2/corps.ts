import type { Composition } from "../composer";
import type { Matiere } from "../matiere";
import { colonnesDeLAvenant } from "./avenant";
import type { CleDeContrat } from "./colonnes";
import type { Calcul } from "../formes";
import { tientSurUnePage } from "./largeurs";
import { poserTableau, type Colonne, type TableauEcrit } from "./tableau";

/** Ce que les objectifs quantitatifs laissent à la suite de l'article. */
export interface Corps {
  /** Le tableau des objectifs, s'il y en a un. */
  ecrit: TableauEcrit | null;
  colonnes: Readonly<Record<CleDeContrat, Colonne>>;
  /** Les colonnes du tableau de détail ; vide : le premier tableau les porte, ou une phrase suffit. */
  detail: readonly Colonne[];
}

/** Celui de Paris, Lyon ou Marseille : ses objectifs qualitatifs sont ceux de la commune. */
export interface CorpsDeVille {
  ecrit: TableauEcrit;
  plai: Calcul;
  pls: Calcul;
}

/** Le tableau de la trame ; s'il passe la page, ce qui s'y ajoute devient des colonnes, pour que ses titres se répètent justes. */
export function poserLaTrame(
  page: Composition,
  matiere: Matiere,
  trame: readonly Colonne[],
  ajoutees: readonly Colonne[],
  total: string | undefined
): TableauEcrit {
  if (tientSurUnePage(matiere)) return poserTableau(page, matiere, trame, { hauteur: 40, total });
  const comparees = colonnesDeLAvenant(matiere);
  return poserTableau(page, matiere, [...trame, ...ajoutees, ...comparees], {
    // Plus de colonnes, plus étroites : leurs titres prennent plus de lignes.
    hauteur: comparees.length > 0 ? 76 : 62,
    total: total ?? "Total",
    ouvert: true,
  });
}
