import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Les fichiers que désigne un nom : « epci/*.xlsx » en nomme plusieurs, ce que la console de Windows laisse à faire aux programmes. Un motif qui ne
 * désigne rien reste tel quel : le fichier sera dit absent.
 */
export async function developper(nom: string, dossier: string): Promise<string[]> {
  const motif = basename(nom);
  if (!/[*?]/.test(motif)) return [nom];
  const echappe = motif.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const modele = new RegExp(`^${echappe.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  const presents = await readdir(resolve(dossier, dirname(nom))).catch(() => []);
  const designes = presents.filter((present) => modele.test(present) && !present.startsWith("~$"));
  return designes.length > 0
    ? designes.sort().map((present) => join(dirname(nom), present))
    : [nom];
}
