/* global CustomFunctions */
import { texteDesRefus } from "../redaction";
import type { Refus } from "../regles";

/**
 * L'erreur de cellule d'un refus : `#N/A` quand la réponse dépend d'une donnée elle-même en erreur ou d'une période absente du
 * barème, `#VALEUR!` sinon. Ce sont les deux seules erreurs auxquelles Excel laisse un texte.
 */
export function erreurDeRefus(refus: readonly Refus[]): CustomFunctions.Error {
  const indisponible = refus.every(
    ({ code }) => code === "erreur-de-cellule" || code === "periode-hors-bareme"
  );
  const code = indisponible
    ? CustomFunctions.ErrorCode.notAvailable
    : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, texteDesRefus(refus));
}
