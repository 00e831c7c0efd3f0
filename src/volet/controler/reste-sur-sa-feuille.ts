import type { FeuilleLue } from "../../tableau";
import type { Resultat } from "./controler-feuille";

/** Ce que portent, au bas de la page, les feuilles que le complément écrit. */
const MENTION = "Établi avec Complément CMS";

/**
 * L'agent ouvre une feuille sans tableau, ou une feuille que le complément a tirée du tableau contrôlé : le volet reste sur celui-ci. Demandé par
 * lui (« Contrôler cette feuille »), ou sans tableau contrôlé avant, le contrôle porte sur la feuille ouverte.
 * @param avant Le dernier contrôle ; `null` : aucun.
 */
export function resteSurSaFeuille(
  avant: Resultat | null,
  apres: Resultat,
  lue: FeuilleLue
): avant is Resultat {
  if (!avant?.reconnu || avant.feuille === apres.feuille) return false;
  return !apres.reconnu || porteLaMention(lue);
}

function porteLaMention({ cellules }: FeuilleLue): boolean {
  return cellules.some((ligne) =>
    ligne.some(({ valeur }) => typeof valeur === "string" && valeur.includes(MENTION))
  );
}
