import { lireArguments, refuserLaCommande } from "./lire-arguments";

export const AIDE = `Usage : npm run -s controler -- <fichier.xlsx>… [options]

Contrôle les tableaux d'article 2 d'un ou de plusieurs classeurs, sans Excel et sans les modifier.

  --contexte <fichier.json>  ce que les tableaux ne disent pas, pour tous les fichiers ; l'emporte, réponse par réponse, sur la
                             feuille « CMS – Contrat » de chaque classeur ; clés, toutes facultatives :
                               plh                    true ou false : le PLH est exécutoire
                               avisCnsru              "favorable", "défavorable", "rendu", "non rendu", true ou false
                               accords                "tous", ou la liste des communes qui ont donné leur accord
                               refus                  la liste de celles qui l'ont refusé ; les autres n'ont pas répondu
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

const OPTIONS = {
  contexte: { type: "string" },
  json: { type: "boolean" },
  aide: { type: "boolean" },
} as const;

/**
 * Lit les arguments de la ligne de commande.
 * @throws CommandeIncorrecte Option inconnue ou mal employée, ou aucun fichier.
 */
export function lireOptions(args: readonly string[]): Options {
  const { values, positionals } = lireArguments(args, OPTIONS, AIDE);
  const { contexte, json = false, aide = false } = values;
  if (!aide && positionals.length === 0) refuserLaCommande("Aucun fichier à contrôler.", AIDE);
  return { fichiers: positionals, contexte, json, aide };
}
