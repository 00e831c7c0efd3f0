import { lireArguments, refuserLaCommande } from "./lire-arguments";

export const AIDE_DU_PARTAGE = `Usage : npm run -s partager -- <fichier.xlsx> --natif|--valeurs -o <copie.xlsx> [options]

Prépare une copie qui marche chez ceux qui n'ont pas le complément, dans Excel ou LibreOffice. Le fichier d'origine ne change pas.

  --natif            les formules du complément deviennent des formules ordinaires, ou à défaut leurs valeurs
  --valeurs          toutes les formules deviennent leurs valeurs : la copie ne bouge plus
  -o, --sortie <f>   où écrire la copie
  --ecraser          remplace la copie si elle existe déjà
  --json             écrit le rapport en JSON
  --aide             affiche cette aide

Code de sortie : 0 copie complète ; 1 copie écrite, avec des formules laissées telles quelles ; 2 rien d'écrit.`;

export interface OptionsDePartage {
  fichier: string;
  sortie: string;
  mode: "natif" | "valeurs";
  ecraser: boolean;
  json: boolean;
}

const OPTIONS = {
  natif: { type: "boolean" },
  valeurs: { type: "boolean" },
  sortie: { type: "string", short: "o" },
  ecraser: { type: "boolean" },
  json: { type: "boolean" },
  aide: { type: "boolean" },
} as const;

/**
 * Lit les arguments de la ligne de commande ; « aide » si c'est elle qui est demandée.
 * @throws CommandeIncorrecte Option inconnue ou mal employée ; pas un fichier, pas un mode ou pas de sortie.
 */
export function lireOptionsDePartage(args: readonly string[]): OptionsDePartage | "aide" {
  const { values, positionals } = lireArguments(args, OPTIONS, AIDE_DU_PARTAGE);
  const { natif = false, valeurs = false, sortie, ecraser = false, json = false, aide } = values;
  if (aide) return "aide";
  const [fichier, ...autres] = positionals;
  if (fichier === undefined) return refuserLaCommande("Aucun fichier à copier.", AIDE_DU_PARTAGE);
  if (autres.length > 0) refuserLaCommande("Donnez un seul fichier à la fois.", AIDE_DU_PARTAGE);
  if (natif === valeurs) refuserLaCommande("Choisissez --natif ou --valeurs.", AIDE_DU_PARTAGE);
  if (sortie === undefined) {
    return refuserLaCommande("Dites où écrire la copie : -o copie.xlsx.", AIDE_DU_PARTAGE);
  }
  return { fichier, sortie, mode: natif ? "natif" : "valeurs", ecraser, json };
}
