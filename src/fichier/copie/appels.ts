import type { FormuleConvertie } from "../../natif";
import type { Raison } from "./rapport";

/** Un texte de formule peut-il appeler le complément ? */
export function appelleLeComplement(texte: string): boolean {
  return /cms[._]/i.test(texte);
}

/** Les fonctions du complément que nomme une formule. */
export function fonctionsDe({ convertis, restants }: FormuleConvertie): readonly string[] {
  return convertis.length > 0 ? convertis : restants.map(({ fonction }) => fonction);
}

export function raisonsDe({ restants }: FormuleConvertie): Raison[] {
  return restants.map(({ raison }) => raison);
}
