import type { Saisie } from "../regles";
import type { Champ, Donnee, LigneLue } from "../tableau";

/** La valeur d'une cellule pour les règles ; `null` si la colonne manque ou si la cellule est vide. */
export function saisieDe(donnee: Donnee | undefined): Saisie {
  const valeur = donnee?.valeur ?? null;
  return valeur === "" ? null : valeur;
}

/** Où se trouve ce dont parle un constat. */
export function reperer(ligne: LigneLue, champ: Champ): { commune: string; adresse?: string } {
  const adresse = ligne.donnees[champ]?.adresse ?? ligne.donnees.commune?.adresse;
  return { commune: ligne.nom, adresse };
}
