import { argumentInvalide } from "./protocole";

/** Lecture vérifiée des arguments du fil : un type inattendu répond InvalidArgument, comme Excel. */

export function texte(valeur: unknown): string {
  if (typeof valeur === "string") return valeur;
  throw argumentInvalide();
}

export function texteOuVide(valeur: unknown): string {
  return valeur === undefined || valeur === null ? "" : texte(valeur);
}

export function nombre(valeur: unknown): number {
  if (typeof valeur === "number" && Number.isFinite(valeur)) return valeur;
  throw argumentInvalide();
}

export function entier(valeur: unknown, defaut: number): number {
  return valeur === undefined || valeur === null ? defaut : Math.trunc(nombre(valeur));
}

export function booleen(valeur: unknown): boolean {
  if (typeof valeur === "boolean") return valeur;
  throw argumentInvalide();
}

export function parmi<T>(choix: Record<string, T>, valeur: unknown): T {
  const trouve = choix[texte(valeur)];
  if (trouve === undefined) throw argumentInvalide();
  return trouve;
}

export function objetSimple(valeur: unknown): Record<string, unknown> {
  if (typeof valeur !== "object" || valeur === null || Array.isArray(valeur)) {
    throw argumentInvalide();
  }
  return valeur as Record<string, unknown>;
}
