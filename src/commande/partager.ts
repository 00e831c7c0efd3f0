import { realpath, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { preparerCopie } from "../fichier";
import { enUneLigne, phraserFichier, typographier } from "../redaction";
import type { CodeDeSortie, Terminal } from "./commander";
import { direPartage, ecrirePartage, type RapportDePartage } from "./dire-partage";
import { encre } from "./encre";
import { CommandeIncorrecte } from "./lire-arguments";
import { AIDE_DU_PARTAGE, lireOptionsDePartage, type OptionsDePartage } from "./options-de-partage";
import { ouvrir } from "./ouvrir";

/** Écrit la copie partageable que demande la ligne de commande, et dit ce qu'elle change. */
export async function partager(args: readonly string[], terminal: Terminal): Promise<CodeDeSortie> {
  try {
    const options = lireOptionsDePartage(args);
    if (options === "aide") {
      terminal.ecrire(AIDE_DU_PARTAGE);
      return 0;
    }
    const rapport = await copier(options, terminal.dossier);
    const page = { largeur: terminal.largeur, encre: encre(terminal.couleurs) };
    terminal.ecrire(options.json ? JSON.stringify(rapport, null, 2) : ecrirePartage(rapport, page));
    if (rapport.copie === null) return 2;
    return rapport.restees > 0 ? 1 : 0;
  } catch (erreur) {
    if (!(erreur instanceof CommandeIncorrecte)) throw erreur;
    terminal.ecrireErreur(erreur.message);
    return 2;
  }
}

async function copier(options: OptionsDePartage, dossier: string): Promise<RapportDePartage> {
  const { fichier, sortie, mode, ecraser } = options;
  if (formatDe(fichier) !== formatDe(sortie)) {
    return sansCopie(options, "sortie-extension", typographier(REFUS.extension));
  }
  const source = resolve(dossier, fichier);
  const cible = resolve(dossier, sortie);
  const copie = await ouvrir(source, async (octets) => {
    const { rapport, ecrire } = await preparerCopie(octets, { mode });
    return { rapport, octets: ecrire() };
  });
  if (typeof copie === "string") {
    return sansCopie(options, `fichier-${copie}`, enUneLigne(phraserFichier(copie)));
  }
  const refus = (await estLeMeme(source, cible))
    ? "original"
    : await ecrireFichier(cible, copie.octets, ecraser);
  if (refus) return sansCopie(options, `sortie-${refus}`, typographier(REFUS[refus]));
  return direPartage(fichier, sortie, mode, copie.rapport);
}

type RefusDEcrire = "extension" | "original" | "existe" | "impossible";

const REFUS: Readonly<Record<RefusDEcrire, string>> = {
  extension:
    "La copie n'est pas écrite. Excel n'ouvre un classeur à macros ou un modèle que sous son extension (.xlsm, .xltx…), et un autre que sous .xlsx. Donnez à la copie l'extension du fichier d'origine.",
  original:
    "La copie n'est pas écrite. Elle prendrait la place du fichier d'origine. Donnez-lui un autre nom.",
  existe:
    "La copie n'est pas écrite. Un fichier porte déjà ce nom. Donnez-en un autre, ou ajoutez --ecraser.",
  impossible:
    "La copie n'est pas écrite. Le dossier n'existe pas, ou le système refuse d'y écrire. Choisissez un autre endroit, ou fermez le fichier.",
};

/** Ce que le contenu dit aussi : un classeur, ou un modèle, à macros ou non. */
function formatDe(fichier: string): string {
  return /\.(?:xlsm|xltx|xltm|xlam)$/i.exec(fichier)?.[0].toLowerCase() ?? ".xlsx";
}

/** Deux chemins mènent-ils au même fichier, liens compris ? */
async function estLeMeme(source: string, cible: string): Promise<boolean> {
  const [vraie, autre] = await Promise.all([realpath(source), realpath(cible).catch(() => cible)]);
  return vraie === autre;
}

async function ecrireFichier(
  chemin: string,
  octets: Uint8Array,
  ecraser: boolean
): Promise<RefusDEcrire | undefined> {
  try {
    await writeFile(chemin, octets, { flag: ecraser ? "w" : "wx" });
    return undefined;
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === "EEXIST" ? "existe" : "impossible";
  }
}

function sansCopie(
  { fichier, mode }: OptionsDePartage,
  code: string,
  message: string
): RapportDePartage {
  return {
    fichier,
    copie: null,
    mode,
    converties: 0,
    figees: 0,
    restees: 0,
    changements: [],
    restes: [],
    signature: null,
    erreur: { code, message },
  };
}
