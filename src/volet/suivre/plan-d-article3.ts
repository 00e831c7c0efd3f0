import { contexteDe } from "../../contrat";
import { FEUILLES_DU_DOSSIER, rassembler, type PlanDeFeuille } from "../../feuilles";
import type { Sujet } from "./sujet";

/** La feuille « Article 3 » à créer ; `null` sans tableau contrôlé : elle en reprend les communes et les objectifs. */
export function planDArticle3({ tableau, signe, periode }: Sujet): PlanDeFeuille | null {
  const feuille = FEUILLES_DU_DOSSIER.find(({ cle }) => cle === "article-3");
  if (!tableau || !feuille) return null;
  const { controle, contrat } = tableau;
  const plh = contexteDe(contrat, controle.epci).plh ?? null;
  return feuille.planifier(rassembler(controle, "complement", plh, signe), feuille.nom(periode));
}
