import { Deflate } from "fflate";
import { crc32 } from "./crc32";

/** Le contenu compressé d'une entrée d'archive. */
export interface Compresse {
  methode: typeof COMPRESSE;
  somme: number;
  /** Une fois décompressé, en octets. */
  taille: number;
  donnees: Uint8Array;
}

const COMPRESSE = 8;
/** Des formules répétées se compressent aussi bien qu'au niveau 6, trois fois plus vite. */
const NIVEAU = 3;
const LOT = 1 << 16;

/** Compresse un texte donné en morceaux, sans jamais l'assembler : une feuille convertie pèse plusieurs fois l'originale. */
export class Compresseur {
  private readonly sortie: Uint8Array[] = [];
  private readonly flux = new Deflate({ level: NIVEAU }, (lot) => this.sortie.push(lot));
  private readonly encodeur = new TextEncoder();
  private lot = "";
  private somme = 0;
  private taille = 0;

  get entame(): boolean {
    return this.taille > 0 || this.lot !== "";
  }

  ajouter(morceaux: Iterable<string>): void {
    for (const morceau of morceaux) {
      this.lot += morceau;
      if (this.lot.length >= LOT) this.pousser(false);
    }
  }

  terminer(): Compresse {
    this.pousser(true);
    const { somme, taille, sortie } = this;
    return { methode: COMPRESSE, somme, taille, donnees: assembler(sortie) };
  }

  private pousser(dernier: boolean): void {
    const octets = this.encodeur.encode(this.lot);
    this.lot = "";
    this.somme = crc32(octets, this.somme);
    this.taille += octets.length;
    this.flux.push(octets, dernier);
  }
}

export function compresser(texte: string): Compresse {
  const compresseur = new Compresseur();
  compresseur.ajouter([texte]);
  return compresseur.terminer();
}

function assembler(lots: readonly Uint8Array[]): Uint8Array {
  const octets = new Uint8Array(lots.reduce((total, { length }) => total + length, 0));
  let position = 0;
  for (const lot of lots) {
    octets.set(lot, position);
    position += lot.length;
  }
  return octets;
}
