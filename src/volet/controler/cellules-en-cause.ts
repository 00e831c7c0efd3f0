import type { EnCause } from "../../classeur";
import type { Controle, Gravite } from "../../controle";

/** Les cellules à corriger et à vérifier, dans tous ces bilans. Une information ne demande rien. */
export function cellulesEnCause(bilans: readonly Pick<Controle, "constats">[]): EnCause {
  const constats = bilans.flatMap((bilan) => bilan.constats);
  const adresses = (gravite: Gravite): string[] => [
    ...new Set(
      constats.flatMap((constat) =>
        constat.gravite === gravite && constat.adresse !== undefined ? [constat.adresse] : []
      )
    ),
  ];
  return { erreur: adresses("erreur"), avertissement: adresses("avertissement") };
}
