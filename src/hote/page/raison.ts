import { FichierIllisible } from "../../fichier";

const RAISONS: Record<FichierIllisible["code"], string> = {
  vide: "Il est vide.",
  chiffre: "Il est protégé par un mot de passe : retirez-le dans Excel.",
  "xls-ancien": "C’est un ancien .xls : enregistrez-le en .xlsx.",
  "pas-un-xlsx": "Ce n’est pas un classeur .xlsx.",
  "trop-gros": "Il est trop gros pour le classeur d’essai.",
  suspect: "Il contient ce qu’aucun tableur n’écrit.",
  abime: "Il est abîmé ou incomplet.",
};

/** Pourquoi quelque chose a échoué, en une phrase. */
export function raison(erreur: unknown): string {
  if (erreur instanceof FichierIllisible) return RAISONS[erreur.code];
  return erreur instanceof Error ? erreur.message : String(erreur);
}
