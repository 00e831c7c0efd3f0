import { Inflate } from "fflate";
import { crc32 } from "./crc32";
import { decompresserEnFlux, MORCEAU } from "./flux-natif";
import { abime, FichierIllisible } from "./illisible";
import type { Limites } from "./limites";
import { cleDEntree, lireRepertoire, type EntreeDeZip } from "./repertoire-zip";

const ENTETE_LOCAL = 0x04034b50;
const STOCKE = 0;
const COMPRESSE = 8;

/**
 * Une archive zip dont chaque entrée n'est décompressée que lorsqu'on la lit. Tailles annoncées et réelles sont bornées,
 * sommes de contrôle vérifiées : un bit altéré pourrait changer un nombre sans que rien ne se voie.
 */
export class Zip {
  private readonly entrees: ReadonlyMap<string, EntreeDeZip>;
  private decompresse = 0;

  /** @throws FichierIllisible */
  constructor(
    private readonly octets: Uint8Array,
    private readonly limites: Limites
  ) {
    this.entrees = sansAutreErreur("zip", () => lireRepertoire(octets, limites.entrees));
  }

  contient(nom: string): boolean {
    return this.entrees.has(cleDEntree(nom));
  }

  /**
   * Texte UTF-8 d'une entrée.
   * @throws FichierIllisible si elle manque, déborde ou ne correspond pas à sa somme de contrôle.
   */
  texte(nom: string): string {
    const entree = this.aLire(nom);
    return sansAutreErreur(entree.nom, () =>
      decoder(entree, decompresser(entree, this.brut(entree)))
    );
  }

  /** Comme `texte`, plus vite et sans bloquer la page là où le système sait décompresser : pour une feuille. */
  async texteEnFlux(nom: string): Promise<string> {
    const entree = this.aLire(nom);
    const brut = sansAutreErreur(entree.nom, () => this.brut(entree));
    const lu =
      entree.methode === COMPRESSE ? await decompresserEnFlux(brut, entree.taille) : undefined;
    return sansAutreErreur(entree.nom, () => decoder(entree, lu ?? decompresser(entree, brut)));
  }

  private aLire(nom: string): EntreeDeZip {
    const entree = this.entrees.get(cleDEntree(nom));
    if (!entree) throw abime(nom);
    if (estChiffree(entree)) throw new FichierIllisible({ code: "chiffre" });
    this.compter(entree.taille);
    return entree;
  }

  /** Toutes les entrées, dans l'ordre de l'archive, avec leurs octets compressés. */
  entreesBrutes(): { entree: EntreeDeZip; donnees: Uint8Array }[] {
    let total = 0;
    return [...this.entrees.values()].map((entree) => {
      if (estChiffree(entree)) throw new FichierIllisible({ code: "chiffre" });
      // Des entrées qui se chevauchent feraient d'une petite archive une copie énorme.
      total += entree.tailleCompressee;
      const donnees = sansAutreErreur(entree.nom, () => this.brut(entree));
      const entiere = donnees.length === entree.tailleCompressee;
      if (!entiere || total > this.octets.length) throw abime(entree.nom);
      return { entree, donnees };
    });
  }

  /** Octets d'une entrée tels que l'archive les porte, après son en-tête local. */
  private brut({ nom, position, tailleCompressee }: EntreeDeZip): Uint8Array {
    const vue = new DataView(this.octets.buffer, this.octets.byteOffset, this.octets.byteLength);
    if (vue.getUint32(position, true) !== ENTETE_LOCAL) throw abime(nom);
    const variables = vue.getUint16(position + 26, true) + vue.getUint16(position + 28, true);
    const debut = position + 30 + variables;
    return this.octets.subarray(debut, debut + tailleCompressee);
  }

  private compter(taille: number): void {
    this.decompresse += taille;
    const { contenuParEntree, contenuTotal } = this.limites;
    if (taille <= contenuParEntree && this.decompresse <= contenuTotal) return;
    const limite = taille > contenuParEntree ? contenuParEntree : contenuTotal;
    throw new FichierIllisible({ code: "trop-gros", quoi: "contenu", limite });
  }
}

const CHIFFREE = 1;

function estChiffree({ drapeaux }: EntreeDeZip): boolean {
  return (drapeaux & CHIFFREE) !== 0;
}

/** Le texte d'un contenu, s'il est bien celui que le répertoire annonce. */
function decoder({ nom, taille, somme }: EntreeDeZip, contenu: Uint8Array): string {
  if (contenu.length !== taille || crc32(contenu) !== somme) throw abime(nom);
  return new TextDecoder("utf-8", { fatal: true }).decode(contenu);
}

function decompresser({ nom, methode, taille }: EntreeDeZip, brut: Uint8Array): Uint8Array {
  if (methode === STOCKE) return brut;
  if (methode !== COMPRESSE) throw abime(nom);
  const contenu = new Uint8Array(taille);
  let rempli = 0;
  const flux = new Inflate((morceau) => {
    // La taille annoncée ment : on s'arrête sans décompresser le reste.
    if (rempli + morceau.length > taille) throw abime(nom);
    contenu.set(morceau, rempli);
    rempli += morceau.length;
  });
  for (let debut = 0; debut < brut.length; debut += MORCEAU) {
    flux.push(brut.subarray(debut, debut + MORCEAU), debut + MORCEAU >= brut.length);
  }
  return contenu.subarray(0, rempli);
}

/** fflate, DataView et TextDecoder lèvent chacun leurs erreurs devant des octets faux : toutes disent « abîmé ». */
function sansAutreErreur<Resultat>(partie: string, lire: () => Resultat): Resultat {
  try {
    return lire();
  } catch (erreur) {
    throw erreur instanceof FichierIllisible ? erreur : abime(partie);
  }
}
