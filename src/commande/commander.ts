import type { ContexteDeControle } from "../controle";
import { resolve } from "node:path";
import { enUneLigne, etatDeLaVerification, phraserFichier } from "../redaction";
import { lireContexte } from "./contexte";
import { controlerFichier } from "./controler-fichier";
import { developper } from "./developper";
import { ecrireRapport, ecrireResume, enLignes, type Page } from "./ecrire-texte";
import { encre } from "./encre";
import { CommandeIncorrecte } from "./lire-arguments";
import { lireOctets } from "./lire-octets";
import { AIDE, lireOptions, type Options } from "./options";
import type { RapportDeFichier } from "./rapport";

/** Ce que la commande sait de l'endroit d'où on l'appelle. */
export interface Terminal {
  /** Dossier depuis lequel se lisent les noms de fichiers. */
  dossier: string;
  /** Largeur en caractères. */
  largeur: number;
  couleurs: boolean;
  ecrire: (texte: string) => void;
  ecrireErreur: (texte: string) => void;
}

/** 0 : conforme, avertissements ou à confirmer ; 1 : au moins un non conforme ; 2 : au moins un illisible, ou commande à corriger. */
export type CodeDeSortie = 0 | 1 | 2;

/** Contrôle les fichiers que nomme la ligne de commande, et dit le résultat. */
export async function commander(
  args: readonly string[],
  terminal: Terminal
): Promise<CodeDeSortie> {
  try {
    const options = lireOptions(args);
    if (options.aide) {
      terminal.ecrire(AIDE);
      return 0;
    }
    const contexte = await chargerContexte(options, terminal);
    return await controlerTous(options, contexte, terminal);
  } catch (erreur) {
    if (!(erreur instanceof CommandeIncorrecte)) throw erreur;
    terminal.ecrireErreur(erreur.message);
    return 2;
  }
}

async function chargerContexte(
  { contexte }: Options,
  { dossier }: Terminal
): Promise<ContexteDeControle> {
  if (contexte === undefined) return {};
  const octets = await lireOctets(resolve(dossier, contexte));
  if (typeof octets === "string")
    throw new CommandeIncorrecte(`--contexte ${contexte} : ${enUneLigne(phraserFichier(octets))}`);
  return lireContexte(new TextDecoder().decode(octets), contexte);
}

async function controlerTous(
  { fichiers, json }: Options,
  contexte: ContexteDeControle,
  terminal: Terminal
): Promise<CodeDeSortie> {
  const page: Page = { largeur: terminal.largeur, encre: encre(terminal.couleurs) };
  const rapports: RapportDeFichier[] = [];
  const designes = fichiers.map((fichier) => developper(fichier, terminal.dossier));
  for (const fichier of (await Promise.all(designes)).flat()) {
    const rapport = await controlerFichier(fichier, resolve(terminal.dossier, fichier), contexte);
    rapports.push(rapport);
    if (!json) terminal.ecrire(`${ecrireRapport(rapport, page)}\n`);
  }
  if (json) terminal.ecrire(JSON.stringify(rapports, null, 2));
  else {
    if (rapports.length > 1) terminal.ecrire(`${ecrireResume(rapports, page)}\n`);
    terminal.ecrire(enLignes(etatDeLaVerification(), page, 0).join("\n"));
  }
  return codeDeSortie(rapports);
}

function codeDeSortie(rapports: readonly RapportDeFichier[]): CodeDeSortie {
  if (rapports.some(({ verdict }) => verdict === "illisible")) return 2;
  return rapports.some(({ verdict }) => verdict === "non conforme") ? 1 : 0;
}
