import { parseArgs } from "node:util";
import { typographier } from "../redaction";

export const AIDE = `Usage : npm run -s controler -- <fichier.xlsx>… [options]

Contrôle les tableaux d'article 2 d'un ou de plusieurs classeurs, sans Excel et sans les modifier.

  --contexte <fichier.json>  ce que les tableaux ne disent pas, pour tous les fichiers ; clés, toutes facultatives :
                               plh                    true ou false : le PLH est exécutoire
                               avisCnsru              "favorable", "défavorable", "rendu", "non rendu", true ou false
                               accords                "tous", ou la liste des communes qui ont donné leur accord
                               entrantes              la liste des communes nouvelles entrantes
                               periodesConsecutives   1, 2, 3… : rang de la période dans la suite des contrats aménagés
                               periode                "2026-2028"
                               objectifCommunal       objectif de la ville à répartir entre ses arrondissements
                               toutesLesCommunes, signataires   true ou false
                               exemptees, carencees   listes de communes
  --json                     écrit un tableau JSON, un objet par fichier
  --aide                     affiche cette aide

Code de sortie : 0 conforme, avertissements seulement ou à confirmer ; 1 au moins un tableau non conforme ;
2 au moins un fichier illisible, ou commande à corriger.`;

export interface Options {
  fichiers: string[];
  contexte: string | undefined;
  json: boolean;
  aide: boolean;
}

/** La commande est à corriger ; le message dit comment. */
export class CommandeIncorrecte extends Error {
  override readonly name = "CommandeIncorrecte";
}

/**
 * Lit les arguments de la ligne de commande.
 * @throws CommandeIncorrecte Option inconnue ou mal employée, ou aucun fichier.
 */
export function lireOptions(args: readonly string[]): Options {
  const { values, positionals } = analyser(args);
  const { contexte, json = false, aide = false } = values;
  if (!aide && positionals.length === 0) refuser("Aucun fichier à contrôler.");
  return { fichiers: positionals, contexte, json, aide };
}

function analyser(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        contexte: { type: "string" },
        json: { type: "boolean" },
        aide: { type: "boolean" },
      },
      strict: true,
      allowPositionals: true,
    });
  } catch (erreur) {
    return refuser(expliquer(erreur));
  }
}

/** Met en français les refus de `parseArgs`. */
function expliquer(erreur: unknown): string {
  const { code, message } = erreur as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `L'option « ${option} » n'existe pas.`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return `L'option « ${option} » est mal employée : il lui manque une valeur, ou elle n'en prend pas.`;
    default:
      throw erreur;
  }
}

function refuser(raison: string): never {
  throw new CommandeIncorrecte(`${typographier(raison)}\n\n${AIDE}`);
}
