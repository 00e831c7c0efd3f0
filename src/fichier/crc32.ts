const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let reste = octet;
  for (let bit = 0; bit < 8; bit++) reste = reste & 1 ? (reste >>> 1) ^ 0xedb88320 : reste >>> 1;
  return reste;
});

/** Somme de contrôle CRC-32, celle du format zip. */
export function crc32(octets: Uint8Array): number {
  let somme = 0xffffffff;
  for (const octet of octets) somme = (TABLE[(somme ^ octet) & 0xff] ?? 0) ^ (somme >>> 8);
  return (somme ^ 0xffffffff) >>> 0;
}
