import { abime, FichierIllisible } from "./illisible";

/** Ce que le répertoire d'une archive annonce d'une entrée. */
export interface EntreeDeZip {
  nom: string;
  /** Le nom tel que l'archive l'écrit. */
  nomBrut: Uint8Array;
  drapeaux: number;
  methode: number;
  /** Date et heure, au format de MS-DOS. */
  date: number;
  somme: number;
  tailleCompressee: number;
  taille: number;
  /** Position de son en-tête local. */
  position: number;
}

const FIN_DU_REPERTOIRE = 0x06054b50;
const LONGUEUR_DE_FIN = 22;
const COMMENTAIRE_MAXIMAL = 0xffff;
const ENTREE = 0x02014b50;
const REPERTOIRE_ZIP64 = 0x06064b50;
const LOCALISATEUR_ZIP64 = 0x07064b50;
const COMPLEMENT_ZIP64 = 1;
const DANS_LE_COMPLEMENT = 0xffffffff;

/**
 * Lit le répertoire d'une archive zip : noms vérifiés, rien n'est décompressé.
 * @throws FichierIllisible ; RangeError si une position mène hors des octets.
 */
export function lireRepertoire(octets: Uint8Array, maximum: number): Map<string, EntreeDeZip> {
  return new LecteurDeRepertoire(octets).lire(maximum);
}

/** Les noms d'entrées d'un classeur ne distinguent pas les majuscules (ECMA-376, partie 2). */
export function cleDEntree(nom: string): string {
  return nom.toLowerCase();
}

class LecteurDeRepertoire {
  private readonly vue: DataView;

  constructor(private readonly octets: Uint8Array) {
    this.vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  }

  lire(maximum: number): Map<string, EntreeDeZip> {
    const { debut, nombre } = this.trouver();
    if (nombre > maximum) {
      throw new FichierIllisible({ code: "trop-gros", quoi: "entrees", limite: maximum });
    }
    const entrees = new Map<string, EntreeDeZip>();
    let position = debut;
    for (let rang = 0; rang < nombre; rang++) {
      const { entree, suivante } = this.lireEntree(position);
      const cle = cleDEntree(entree.nom);
      if (nomSuspect(entree.nom) || entrees.has(cle)) {
        throw new FichierIllisible({ code: "suspect", partie: entree.nom });
      }
      entrees.set(cle, entree);
      position = suivante;
    }
    return entrees;
  }

  /** Le répertoire est à la fin, devant un commentaire de longueur libre. */
  private trouver(): { debut: number; nombre: number } {
    const derniere = this.octets.length - LONGUEUR_DE_FIN;
    const premiere = Math.max(0, derniere - COMMENTAIRE_MAXIMAL);
    for (let fin = derniere; fin >= premiere; fin--) {
      if (this.entier(fin) !== FIN_DU_REPERTOIRE) continue;
      const nombre = this.vue.getUint16(fin + 10, true);
      return this.zip64(fin) ?? { nombre, debut: this.entier(fin + 16) };
    }
    throw abime("zip");
  }

  /** Certains logiciels écrivent positions et tailles sur 64 bits, même pour un petit classeur. */
  private zip64(fin: number): { debut: number; nombre: number } | undefined {
    const localisateur = fin - 20;
    if (localisateur < 0 || this.entier(localisateur) !== LOCALISATEUR_ZIP64) return undefined;
    const repertoire = this.entierLong(localisateur + 8);
    if (this.entier(repertoire) !== REPERTOIRE_ZIP64) throw abime("zip");
    return {
      nombre: this.entierLong(repertoire + 32),
      debut: this.entierLong(repertoire + 48),
    };
  }

  private lireEntree(position: number): { entree: EntreeDeZip; suivante: number } {
    if (this.entier(position) !== ENTREE) throw abime("zip");
    const longueurDuNom = this.vue.getUint16(position + 28, true);
    const longueurDuComplement = this.vue.getUint16(position + 30, true);
    const longueurDuCommentaire = this.vue.getUint16(position + 32, true);
    const finDuNom = position + 46 + longueurDuNom;
    const finDuComplement = finDuNom + longueurDuComplement;
    const nomBrut = this.octets.subarray(position + 46, finDuNom);
    const entree = {
      nom: new TextDecoder().decode(nomBrut),
      nomBrut,
      drapeaux: this.vue.getUint16(position + 8, true),
      methode: this.vue.getUint16(position + 10, true),
      date: this.entier(position + 12),
      somme: this.entier(position + 16),
      tailleCompressee: this.entier(position + 20),
      taille: this.entier(position + 24),
      position: this.entier(position + 42),
    };
    this.completer(entree, finDuNom, finDuComplement);
    return { entree, suivante: finDuComplement + longueurDuCommentaire };
  }

  /** Remplace par leur valeur sur 64 bits les mesures que le répertoire renvoie à son complément. */
  private completer(entree: EntreeDeZip, debut: number, fin: number): void {
    for (let champ = debut; champ + 4 <= fin; champ += 4 + this.vue.getUint16(champ + 2, true)) {
      if (this.vue.getUint16(champ, true) !== COMPLEMENT_ZIP64) continue;
      let valeur = champ + 4;
      for (const mesure of ["taille", "tailleCompressee", "position"] as const) {
        if (entree[mesure] !== DANS_LE_COMPLEMENT) continue;
        entree[mesure] = this.entierLong(valeur);
        valeur += 8;
      }
    }
  }

  private entier(position: number): number {
    return this.vue.getUint32(position, true);
  }

  private entierLong(position: number): number {
    return Number(this.vue.getBigUint64(position, true));
  }
}

function nomSuspect(nom: string): boolean {
  const sort = nom.startsWith("/") || nom.split("/").includes("..");
  return sort || nom.includes("\\") || nom.includes("\0");
}
