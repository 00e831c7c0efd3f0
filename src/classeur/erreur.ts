/** Ce que porte une erreur d'Office.js. Lu par sa forme : d'une fenêtre à l'autre, `instanceof` ne vaut rien. */
interface ErreurOffice {
  code?: unknown;
  traceMessages?: unknown;
}

/** Code d'une erreur d'Office.js (« AccessDenied »…) ; `undefined` si l'erreur vient d'ailleurs. */
export function codeDErreur(erreur: unknown): string | undefined {
  const code = enErreurOffice(erreur).code;
  return typeof code === "string" ? code : undefined;
}

/** Le lot a-t-il dépassé ce repère (`context.trace`) avant de tomber en panne ? */
export function aDepasse(erreur: unknown, repere: string): boolean {
  const atteints = enErreurOffice(erreur).traceMessages;
  return Array.isArray(atteints) && atteints.includes(repere);
}

function enErreurOffice(erreur: unknown): ErreurOffice {
  return typeof erreur === "object" && erreur !== null ? erreur : {};
}
