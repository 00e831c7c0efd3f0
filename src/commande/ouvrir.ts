import { FichierIllisible } from "../fichier";
import type { MotifDeFichier } from "../redaction";
import { lireOctets } from "./lire-octets";

/** Ce que `lire` fait des octets d'un fichier, ou pourquoi il ne s'ouvre pas. */
export async function ouvrir<Contenu extends object>(
  chemin: string,
  lire: (octets: Uint8Array) => Promise<Contenu>
): Promise<Contenu | MotifDeFichier> {
  const octets = await lireOctets(chemin);
  if (typeof octets === "string") return octets;
  try {
    return await lire(octets);
  } catch (erreur) {
    if (erreur instanceof FichierIllisible) return erreur.raison;
    throw erreur;
  }
}
