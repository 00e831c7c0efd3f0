import { ErrorType } from "@univerjs/engine-formula";

/** Erreur reconnue à son code : elle vient d'une autre fenêtre, `instanceof` n'y verrait rien. */
export interface ErreurDeFonction {
  code: ErrorType;
  message: string;
}

const CODES: ReadonlySet<string> = new Set(Object.values(ErrorType));

export function estCode(valeur: unknown): valeur is ErrorType {
  return typeof valeur === "string" && CODES.has(valeur);
}

/** Une `CustomFunctions.Error`, rendue ou levée, ou une erreur de cellule rendue telle que reçue. */
export function lireErreur(valeur: unknown): ErreurDeFonction | null {
  if (typeof valeur !== "object" || valeur === null) return null;
  const { code, basicValue, type, message } = valeur as Record<string, unknown>;
  const texte = typeof message === "string" ? message : "";
  if (estCode(code)) return { code, message: texte };
  return type === "Error" && estCode(basicValue) ? { code: basicValue, message: texte } : null;
}

/** Ce qu'une exception donne dans la cellule : son code si elle en a un, #VALUE! sinon. */
export function depuisException(exception: unknown): ErreurDeFonction {
  const lue = lireErreur(exception);
  if (!lue) {
    const message = exception instanceof Error ? exception.message : String(exception);
    return { code: ErrorType.VALUE, message };
  }
  // Le client d'Office ne laisse pas lever #NAME? ni #REF! : elles arrivent en #VALUE!.
  const interdite = lue.code === ErrorType.NAME || lue.code === ErrorType.REF;
  return interdite ? { ...lue, code: ErrorType.VALUE } : lue;
}

/** `errorType` des `ErrorCellValue` d'Office.js. */
const TYPES: Partial<Record<ErrorType, string>> = {
  [ErrorType.DIV_BY_ZERO]: "Div0",
  [ErrorType.NA]: "NotAvailable",
  [ErrorType.NAME]: "Name",
  [ErrorType.NULL]: "Null",
  [ErrorType.NUM]: "Num",
  [ErrorType.REF]: "Ref",
  [ErrorType.VALUE]: "Value",
};

/**
 * L'erreur d'une cellule, telle qu'une fonction la reçoit quand `allowErrorForDataTypeAny` est vrai.
 * Lu dans le client de Microsoft (`CustomFunctionProxy`) : avec `allowCustomDataForDataTypeAny`,
 * c'est l'objet simple `ErrorCellValue` ; sans, une `CustomFunctions.Error` de la fenêtre du complément.
 * Les deux portent `type: "Error"` et `basicValue: "#N/A"` ; seule la seconde porte `code`.
 */
export function erreurTransmise(
  code: ErrorType,
  creer: ((code: string) => unknown) | null
): unknown {
  if (creer) return creer(code);
  return { type: "Error", basicType: "Error", basicValue: code, errorType: TYPES[code] };
}
