import type { Controle } from "../../controle";
import type { Resultat } from "./controler-feuille";

/** Ce qui distingue un contrôle des autres de la feuille, et le retrouve après un nouveau contrôle. */
export function cleDuControle({ tableau, epci }: Controle): string {
  return `${tableau.plage} ${epci ?? ""}`;
}

/** Le même résultat, où c'est le contrôle désigné qui est montré, s'il y est encore. */
export function montrer(resultat: Resultat, cle: string | null): Resultat {
  if (!resultat.reconnu) return resultat;
  const controle = resultat.controles.find((candidat) => cleDuControle(candidat) === cle);
  return controle ? { ...resultat, controle, tableau: controle.tableau } : resultat;
}
