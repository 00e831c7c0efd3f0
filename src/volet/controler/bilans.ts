import type { Controle, Verdict } from "../../controle";
import { normaliserMot } from "../../regles";

/** Du plus bloquant au moins bloquant. */
const DU_PIRE: readonly Verdict[] = [
  "non conforme",
  "avertissements seulement",
  "à confirmer",
  "conforme",
];

export function nombreDErreurs({ constats }: Controle): number {
  return constats.filter(({ gravite }) => gravite === "erreur").length;
}

/** Comment un bilan se nomme : son EPCI, sinon la plage de son tableau. */
export function nomDuBilan({ epci, tableau }: Controle): string {
  return epci ?? tableau.plage;
}

/** Les bilans du plus bloquant au moins bloquant : le verdict, les erreurs, ce qui manque, puis l'ordre de la feuille. */
export function trierDuPire(controles: readonly Controle[]): Controle[] {
  const manque = ({ totaux: { marge } }: Controle): number => Math.max(0, -(marge ?? 0));
  return [...controles].sort(
    (un, autre) =>
      DU_PIRE.indexOf(un.verdict) - DU_PIRE.indexOf(autre.verdict) ||
      nombreDErreurs(autre) - nombreDErreurs(un) ||
      manque(autre) - manque(un)
  );
}

/** Ceux dont le nom contient ce texte, casse et accents indifférents. */
export function chercherBilans(controles: readonly Controle[], texte: string): readonly Controle[] {
  const cherche = normaliserMot(texte);
  return controles.filter((controle) => normaliserMot(nomDuBilan(controle)).includes(cherche));
}

/** Combien de bilans par verdict, du pire au meilleur ; sans les verdicts absents. */
export function compterParVerdict(
  controles: readonly Controle[]
): { verdict: Verdict; nombre: number }[] {
  return DU_PIRE.map((verdict) => ({
    verdict,
    nombre: controles.filter((controle) => controle.verdict === verdict).length,
  })).filter(({ nombre }) => nombre > 0);
}
