import { Deflate, deflateSync } from "fflate";
import { crc32 } from "./crc32";
import { compresseurNatif, recueillir } from "./flux-natif";

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
  private readonly flux = ouvrirFlux((lot) => this.sortie.push(lot));
  private readonly encodeur = new TextEncoder();
  private lot = "";
  private somme = 0;
  private taille = 0;

  get entame(): boolean {
    return this.taille > 0 || this.lot !== "";
  }

  /** Rend la main quand ce qui avait été donné avant est compressé : la mémoire n'en garde pas plus. */
  async ajouter(morceaux: Iterable<string>): Promise<void> {
    await this.flux.ecoule();
    for (const morceau of morceaux) {
      this.lot += morceau;
      if (this.lot.length >= LOT) this.pousser();
    }
  }

  async terminer(): Promise<Compresse> {
    this.pousser();
    await this.flux.fermer();
    const { somme, taille, sortie } = this;
    return { methode: COMPRESSE, somme, taille, donnees: assembler(sortie) };
  }

  private pousser(): void {
    const octets = this.encodeur.encode(this.lot);
    this.lot = "";
    this.somme = crc32(octets, this.somme);
    this.taille += octets.length;
    this.flux.pousser(octets);
  }
}

/** Compresse un texte court. */
export function compresser(texte: string): Compresse {
  const octets = new TextEncoder().encode(texte);
  return {
    methode: COMPRESSE,
    somme: crc32(octets),
    taille: octets.length,
    donnees: deflateSync(octets, { level: NIVEAU }),
  };
}

interface Flux {
  pousser: (octets: Uint8Array<ArrayBuffer>) => void;
  /** Attend que tout ce qui est poussé soit compressé. */
  ecoule: () => Promise<void>;
  fermer: () => Promise<void>;
}

function ouvrirFlux(recevoir: (lot: Uint8Array) => void): Flux {
  const natif = compresseurNatif();
  if (!natif) {
    const flux = new Deflate({ level: NIVEAU }, recevoir);
    return {
      pousser: (octets) => flux.push(octets),
      ecoule: () => Promise.resolve(),
      fermer: () => {
        flux.push(new Uint8Array(), true);
        return Promise.resolve();
      },
    };
  }
  const ecrivain = natif.writable.getWriter();
  const lecture = recueillir(natif.readable, recevoir);
  let ecrit = Promise.resolve();
  return {
    pousser: (octets) => {
      ecrit = ecrivain.write(octets);
    },
    ecoule: () => ecrit,
    fermer: async () => {
      await Promise.all([ecrivain.close(), lecture]);
    },
  };
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
