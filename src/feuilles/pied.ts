import { nommerVersion } from "../redaction";
import type { Matiere } from "./matiere";

/** Au-delà, la gauche du pied de page passe sur son milieu. */
const SIGNES = 42;

/** L'EPCI et l'état du contrat, à gauche du pied de page : un nom très long s'y abrège, l'état jamais. */
export function epciEtEtat({ controle, etat }: Matiere): string {
  const version = etat?.version ?? controle.signe?.version;
  const dit = version ? nommerVersion(version) : "projet";
  const epci = controle.epci ?? "[nom de l’EPCI]";
  const place = SIGNES - dit.length;
  const abrege = epci.length <= place ? epci : `${epci.slice(0, place - 1)}…`;
  return `${abrege} – ${dit.charAt(0).toLowerCase()}${dit.slice(1)}`;
}
