import { FichierIllisible } from "./illisible";
import type { Limites } from "./limites";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Refuse d'emblée ce qui n'est pas une archive zip de taille raisonnable.
 * @throws FichierIllisible
 */
export function verifierConteneur(octets: Uint8Array, limites: Limites): void {
  if (octets.length === 0) throw new FichierIllisible({ code: "vide" });
  if (octets.length > limites.fichier) {
    throw new FichierIllisible({ code: "trop-gros", quoi: "fichier", limite: limites.fichier });
  }
  if (commencePar(octets, OLE)) throw refusOle(octets);
  if (!commencePar(octets, ZIP)) {
    throw new FichierIllisible({ code: "pas-un-xlsx", format: "autre" });
  }
}

/** Un conteneur OLE est un .xlsx chiffré, un .xls, ou autre chose (un .doc) : les noms de ses flux le disent. */
function refusOle(octets: Uint8Array): FichierIllisible {
  if (contientFlux(octets, "EncryptedPackage")) return new FichierIllisible({ code: "chiffre" });
  if (contientFlux(octets, "Workbook") || contientFlux(octets, "Book")) {
    return new FichierIllisible({ code: "xls-ancien" });
  }
  return new FichierIllisible({ code: "pas-un-xlsx", format: "autre" });
}

function commencePar(octets: Uint8Array, signature: number[]): boolean {
  return signature.every((octet, rang) => octets[rang] === octet);
}

/** Une entrée du répertoire OLE fait 128 octets et commence par le nom du flux, en UTF-16. */
function contientFlux(octets: Uint8Array, nom: string): boolean {
  const attendu = [...`${nom}\0`].flatMap((lettre) => [lettre.charCodeAt(0), 0]);
  for (let debut = 512; debut + 128 <= octets.length; debut += 128) {
    if (attendu.every((octet, rang) => octets[debut + rang] === octet)) return true;
  }
  return false;
}
