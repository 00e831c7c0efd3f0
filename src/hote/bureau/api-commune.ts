import type { Scalaire } from "../cellules";

/** Ce que l'API commune d'Office (hors Excel) sait du document. */
export interface Document {
  selection: () => Scalaire[][];
  /** Le classeur en .xlsx, pour `getFileAsync`. */
  octets: () => Promise<Uint8Array>;
}

/** Numéros d'appel de l'API commune que nous servons. */
const APPELS = {
  lireSelection: 64,
  ouvrirFichier: 77,
  lireTranche: 80,
  fermerFichier: 81,
  proprietes: 86,
};

/** Excel ne prête pas plus de fichiers à la fois. */
const FICHIERS_MAX = 2;

const MATRICE = 1;
const COMPRESSE = 5;

type Reponse = unknown[];

/** `getSelectedDataAsync`, `getFileAsync` et `getFilePropertiesAsync` ; le reste est refusé. */
export class ApiCommune {
  private readonly fichiers = new Map<number, Uint8Array>();
  private dernierFichier = 0;

  constructor(
    private readonly document: Document,
    private readonly nomDeFichier: () => string
  ) {}

  /** Ce qui suit le statut dans la réponse ; `null` si l'appel n'est pas servi. */
  async repondre(numero: number, parametres: unknown[]): Promise<Reponse | null> {
    switch (numero) {
      case APPELS.lireSelection:
        return [this.selection(parametres[0])];
      case APPELS.ouvrirFichier:
        return this.ouvrir(parametres[0]);
      case APPELS.lireTranche:
        return this.tranche(parametres as number[]);
      case APPELS.fermerFichier:
        this.fichiers.delete(Number(parametres[0]));
        return [];
      case APPELS.proprietes:
        return [[this.nomDeFichier()]];
      default:
        return null;
    }
  }

  private selection(forme: unknown): unknown {
    const table = this.document.selection();
    if (forme !== MATRICE) return table.map((ligne) => ligne.join("\t")).join("\n");
    const plate = table.flat();
    const bornes = [table.length, table[0]?.length ?? 0];
    // Le client lit une matrice comme un SAFEARRAY à deux dimensions.
    return Object.assign(plate, {
      toArray: () => plate,
      dimensions: () => 2,
      ubound: (dimension: number) => bornes[dimension - 1],
    });
  }

  /** Seul le fichier compressé (.xlsx) est servi : ni texte ni PDF. */
  private async ouvrir(type: unknown): Promise<Reponse | null> {
    if (type !== COMPRESSE || this.fichiers.size >= FICHIERS_MAX) return null;
    const octets = await this.document.octets();
    const numero = ++this.dernierFichier;
    this.fichiers.set(numero, octets);
    return [[numero, octets.length]];
  }

  private tranche([numero = 0, debut = 0, taille = 0]: number[]): Reponse | null {
    const octets = this.fichiers.get(numero);
    if (!octets) return null;
    const tranche = octets.subarray(debut, debut + taille);
    return [[Array.from(tranche), tranche.length]];
  }
}
