import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { MotifDeFichier } from "../redaction";

const PAR_CODE: Readonly<Record<string, MotifDeFichier>> = {
  ENOENT: "absent",
  ENOTDIR: "absent",
  EACCES: "interdit",
  EPERM: "interdit",
  EBUSY: "interdit",
  EISDIR: "dossier",
  ERR_FS_FILE_TOO_LARGE: "trop-gros",
};

/** Les octets d'un fichier, ou pourquoi le système ne les donne pas. */
export async function lireOctets(chemin: string): Promise<Uint8Array | MotifDeFichier> {
  try {
    const etat = await stat(chemin);
    if (etat.isDirectory()) return "dossier";
    // Un tube ou un périphérique pourrait ne jamais finir.
    if (!etat.isFile()) return "inaccessible";
    return basename(chemin).startsWith("~$") ? "verrou" : await readFile(chemin);
  } catch (erreur) {
    const { code = "" } = erreur as NodeJS.ErrnoException;
    return PAR_CODE[code] ?? "inaccessible";
  }
}
