import { parseArgs, type ParseArgsConfig } from "node:util";
import { typographier } from "../redaction";

/** La commande est à corriger ; le message dit comment. */
export class CommandeIncorrecte extends Error {
  override readonly name = "CommandeIncorrecte";
}

/**
 * Les options d'une ligne de commande, et les noms de fichiers.
 * @param aide Ce que la commande montre à qui la tape mal.
 * @throws CommandeIncorrecte Option inconnue ou mal employée.
 */
export function lireArguments<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
  aide: string
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (erreur) {
    return refuserLaCommande(expliquer(erreur), aide);
  }
}

/** Met en français les refus de `parseArgs`. */
function expliquer(erreur: unknown): string {
  const { code, message } = erreur as NodeJS.ErrnoException;
  const option = /'(-[^' ,]*)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `L'option « ${option} » n'existe pas.`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return `L'option « ${option} » est mal employée : il lui manque une valeur, ou elle n'en prend pas.`;
    default:
      throw erreur;
  }
}

/** @throws CommandeIncorrecte Toujours. */
export function refuserLaCommande(raison: string, aide: string): never {
  throw new CommandeIncorrecte(`${typographier(raison)}\n\n${aide}`);
}
