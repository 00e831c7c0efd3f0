import type { Controle } from "../../controle";
import type { Scalaire, Style } from "../plan";
import { FORMAT_ENTIER } from "../page";

/** Au-delà, un texte de la feuille est coupé. */
export const SIGNES = 200;

export const NOMBRE: Style = { format: FORMAT_ENTIER, horizontal: "droite" };
export const DIFFERENCE: Style = { format: "+#,##0_m;-#,##0_m;0_m", horizontal: "droite" };
export const RANG: Style = { horizontal: "centre" };

/** « EPCI A-B, contrat mutualisant, 2026-2028 ». */
export function intitule({ epci, type, bareme }: Controle): string {
  const contrat = type === "arrondissements" ? "répartition par arrondissement" : `contrat ${type}`;
  return `${borner(epci ?? "EPCI non nommé")}, ${contrat}, ${bareme.periode}`;
}

export function ouTiret(nombre: number | null): Scalaire {
  return nombre ?? "–";
}

/** Un texte de la feuille peut être de n'importe quelle longueur. */
export function borner(texte: string, signes = SIGNES): string {
  return texte.length <= signes ? texte : `${texte.slice(0, signes - 1)}…`;
}
