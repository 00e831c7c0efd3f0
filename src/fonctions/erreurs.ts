/* global CustomFunctions */
import { texteDesRefus } from "../redaction";
import type { Refus } from "../regles";

/**
 * L'erreur de cellule d'un refus : `#N/A` quand la réponse dépend d'une donnée elle-même en erreur ou d'une période (ou
 * d'un inventaire) absente du barème, `#VALEUR!` sinon. Ce sont les deux seules erreurs auxquelles Excel laisse un texte.
 */
export function erreurDeRefus(refus: readonly Refus[]): CustomFunctions.Error {
  const code = refus.every(estIndisponible)
    ? CustomFunctions.ErrorCode.notAvailable
    : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, texteDesRefus(refus));
}

function estIndisponible(refus: Refus): boolean {
  if (refus.code === "lignes-illisibles") {
    return refus.lignes.every((ligne) => ligne.refus.every(estIndisponible));
  }
  return (
    refus.code === "erreur-de-cellule" ||
    refus.code === "periode-hors-bareme" ||
    refus.code === "inventaire-non-verifie"
  );
}
