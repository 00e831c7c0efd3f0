import type { Paquet } from "./paquet";

/**
 * Retire les signatures numériques d'un classeur qu'une copie change : elles attestent les octets de l'original, et Excel les dirait non
 * valables. Celle des macros reste : les macros ne changent pas. Dit s'il y en avait.
 */
export function retirerLesSignatures(paquet: Paquet): boolean {
  const origine = paquet.relations("").find(({ genre }) => genre === "origin")?.cible;
  if (origine === undefined) return false;
  for (const { cible: signature } of paquet.relations(origine)) {
    for (const { cible: certificat } of paquet.relations(signature)) {
      paquet.retirer(certificat, signature);
    }
    paquet.retirer(signature, origine);
  }
  paquet.retirer(origine, "");
  return true;
}
