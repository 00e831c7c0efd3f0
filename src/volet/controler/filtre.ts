import type { Constat, Gravite } from "../../controle";
import { normaliserMot } from "../../regles";

/** Ce que l'agent veut voir : une gravité, ou toutes ; et les communes dont le nom contient ce texte. */
export interface Filtre {
  gravite: Gravite | "toutes";
  commune: string;
}

export const SANS_FILTRE: Filtre = { gravite: "toutes", commune: "" };

/** Les constats que le filtre garde, dans leur ordre. Une gravité qui n'a plus de constat ne filtre plus. */
export function filtrer(
  constats: readonly Constat[],
  { gravite, commune }: Filtre
): readonly Constat[] {
  const cherche = normaliserMot(commune);
  const nommees = constats.filter(
    (constat) => cherche === "" || normaliserMot(constat.commune ?? "").includes(cherche)
  );
  return constats.some((constat) => constat.gravite === gravite)
    ? nommees.filter((constat) => constat.gravite === gravite)
    : nommees;
}
