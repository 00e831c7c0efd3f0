import { planRapport, type PlanDeFeuille } from "../../feuilles";
import { VERSION } from "../../redaction";
import type { TableauControle } from "./controler-feuille";

/** Le rapport de tous les bilans de la feuille, à l'heure où elle a été lue, telle que l'horloge de l'agent la donne. */
export function rapportDe({ controle, controles, heure }: TableauControle): PlanDeFeuille {
  const deux = (nombre: number): string => String(nombre).padStart(2, "0");
  const [premier = controle, ...autres] = controles;
  return planRapport([premier, ...autres], {
    jour: [heure.getFullYear(), deux(heure.getMonth() + 1), deux(heure.getDate())].join("-"),
    heure: `${deux(heure.getHours())}:${deux(heure.getMinutes())}`,
    version: VERSION,
  });
}
