/** Par octet, la somme de cet octet suivi de 0, 1, 2 ou 3 octets nuls : quatre octets se lisent ainsi d'un coup. */
const TABLES = [0, 1, 2, 3].map((suivants) =>
  Int32Array.from({ length: 256 }, (_, octet) => avancer(octet, 8 * (suivants + 1)))
);

/** Somme de contrôle CRC-32, celle du format zip. `precedente` : celle de ce qui vient avant ces octets. */
export function crc32(octets: Uint8Array, precedente = 0): number {
  const [t0, t1, t2, t3] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];
  const parQuatre = octets.length - (octets.length % 4);
  let somme = ~precedente;
  let rang = 0;
  for (; rang < parQuatre; rang += 4) {
    somme ^= lireQuatre(octets, rang);
    somme =
      Number(t3[somme & 0xff]) ^
      Number(t2[(somme >>> 8) & 0xff]) ^
      Number(t1[(somme >>> 16) & 0xff]) ^
      Number(t0[somme >>> 24]);
  }
  for (; rang < octets.length; rang++) {
    somme = Number(t0[(somme ^ Number(octets[rang])) & 0xff]) ^ (somme >>> 8);
  }
  return ~somme >>> 0;
}

function lireQuatre(octets: Uint8Array, rang: number): number {
  return (
    Number(octets[rang]) |
    (Number(octets[rang + 1]) << 8) |
    (Number(octets[rang + 2]) << 16) |
    (Number(octets[rang + 3]) << 24)
  );
}

function avancer(somme: number, bits: number): number {
  let reste = somme;
  for (let bit = 0; bit < bits; bit++) reste = reste & 1 ? (reste >>> 1) ^ 0xedb88320 : reste >>> 1;
  return reste;
}
