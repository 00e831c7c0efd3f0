/**
 * Le compresseur du système (Compression Streams : Node, Chromium 103, Safari 16.4, Firefox 113). Il va quatre à sept fois plus vite que
 * fflate, qui le remplace là où il manque, et travaille à côté de la page.
 */

/** Assez petit pour qu'un morceau piégé (1 octet en donne 1032 au plus) ne dépasse guère la taille annoncée. */
export const MORCEAU = 4096;

const FORMAT = "deflate-raw";

/** Un compresseur sans en-tête, tel que le veut un zip ; `undefined` si le système n'en a pas. */
export function compresseurNatif(): CompressionStream | undefined {
  try {
    return new CompressionStream(FORMAT);
  } catch {
    return undefined;
  }
}

/**
 * Le contenu décompressé ; `undefined` si le système n'a pas de décompresseur, si ces octets sont faux ou s'ils en donnent plus que
 * `taille` : fflate dira ce qu'il en est.
 */
export async function decompresserEnFlux(
  brut: Uint8Array,
  taille: number
): Promise<Uint8Array | undefined> {
  try {
    const { readable, writable } = new DecompressionStream(FORMAT);
    const contenu = new Uint8Array(taille);
    let rempli = 0;
    const lecture = recueillir(readable, (lot) => {
      contenu.set(lot, rempli);
      rempli += lot.length;
    });
    await Promise.all([lecture, ecrireParMorceaux(writable, brut)]);
    return contenu.subarray(0, rempli);
  } catch {
    return undefined;
  }
}

/** Remet, l'un après l'autre, les lots qui sortent d'un flux. */
export async function recueillir(
  flux: ReadableStream<Uint8Array>,
  recevoir: (lot: Uint8Array) => void
): Promise<void> {
  const lecteur = flux.getReader();
  for (;;) {
    const { done, value } = await lecteur.read();
    if (done) return;
    recevoir(value);
  }
}

async function ecrireParMorceaux(
  flux: WritableStream<BufferSource>,
  octets: Uint8Array
): Promise<void> {
  const ecrivain = flux.getWriter();
  for (let debut = 0; debut < octets.length; debut += MORCEAU) {
    await ecrivain.write(octets.slice(debut, debut + MORCEAU));
  }
  await ecrivain.close();
}
