import type { EtatDuContrat } from "../controle";
import { nommerVersion } from "../redaction";
import type { Matiere } from "./matiere";

/** Au-delà, la gauche du pied de page passe sur son milieu. */
const SIGNES = 42;

/**
 * L'EPCI et l'état du contrat, à gauche du pied de page : un nom très long s'y abrège, l'état jamais.
 * @param etat `null` : un projet, même si une version est déjà signée.
 */
export function epciEtEtat(
  { controle, etat: demande }: Matiere,
  etat: EtatDuContrat | null = demande ?? controle.signe
): string {
  const dit = etat ? nommerVersion(etat.version) : "projet";
  const epci = controle.epci ?? "[nom de l’EPCI]";
  const place = SIGNES - dit.length;
  const abrege = epci.length <= place ? epci : `${epci.slice(0, place - 1)}…`;
  return `${abrege} – ${dit.charAt(0).toLowerCase()}${dit.slice(1)}`;
}
