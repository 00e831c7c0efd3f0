import { strToU8 } from "fflate";
import { compresser, type Compresse } from "./compresser";
import { cleDEntree, type EntreeDeZip } from "./repertoire-zip";
import type { Zip } from "./zip";

/** Ce qu'une copie change d'une archive : par nom d'entrée, son nouveau contenu, ou `null` pour la retirer. */
export type ChangementsDeZip = ReadonlyMap<string, string | Compresse | null>;

type Entree = Pick<EntreeDeZip, "nomBrut" | "drapeaux" | "methode" | "date" | "somme" | "taille"> &
  Pick<Compresse, "donnees">;

const NOM_EN_UTF8 = 0x0800;
/** Le 1er janvier 2020 : le même fichier donne toujours la même copie. */
const DATE = ((2020 - 1980) << 25) | (1 << 21) | (1 << 16);

/**
 * Recompose une archive : les entrées inchangées y gardent leurs octets compressés, leur ordre et leur date ; les nouvelles viennent à la
 * fin.
 * @throws FichierIllisible si une entrée recopiée est chiffrée ou sort de l'archive.
 */
export function recomposerZip(archive: Zip, changements: ChangementsDeZip): Uint8Array {
  const neufs = new Map(
    [...changements].map(([nom, contenu]) => [cleDEntree(nom), { nom, contenu }])
  );
  const gardees = archive.entreesBrutes().flatMap(({ entree, donnees }): Entree[] => {
    const neuf = neufs.get(cleDEntree(entree.nom));
    if (!neuf) return [{ ...entree, donnees }];
    neufs.delete(cleDEntree(entree.nom));
    return neuf.contenu === null ? [] : [{ ...entree, ...compresse(neuf.contenu) }];
  });
  const ajoutees = [...neufs.values()].flatMap(({ nom, contenu }): Entree[] =>
    contenu === null
      ? []
      : [{ nomBrut: strToU8(nom), drapeaux: NOM_EN_UTF8, date: DATE, ...compresse(contenu) }]
  );
  return assembler([...gardees, ...ajoutees]);
}

function compresse(contenu: string | Compresse): Compresse {
  return typeof contenu === "string" ? compresser(contenu) : contenu;
}

const EN_TETE = 30;
const AU_REPERTOIRE = 46;
const FIN = 22;

function assembler(entrees: readonly Entree[]): Uint8Array {
  const longueur = entrees.reduce(
    (total, { nomBrut, donnees }) =>
      total + EN_TETE + AU_REPERTOIRE + 2 * nomBrut.length + donnees.length,
    FIN
  );
  const octets = new Uint8Array(longueur);
  const vue = new DataView(octets.buffer);
  let fin = 0;
  const poser = (contenu: Uint8Array) => {
    octets.set(contenu, fin);
    fin += contenu.length;
  };

  const positions = entrees.map((entree) => {
    const debut = fin;
    vue.setUint32(debut, 0x04034b50, true);
    vue.setUint16(debut + 4, VERSION, true);
    decrire(vue, debut + 6, entree);
    fin += EN_TETE;
    poser(entree.nomBrut);
    poser(entree.donnees);
    return debut;
  });

  const repertoire = fin;
  entrees.forEach((entree, rang) => {
    vue.setUint32(fin, 0x02014b50, true);
    vue.setUint16(fin + 4, VERSION, true);
    vue.setUint16(fin + 6, VERSION, true);
    decrire(vue, fin + 8, entree);
    vue.setUint32(fin + 42, positions[rang] ?? 0, true);
    fin += AU_REPERTOIRE;
    poser(entree.nomBrut);
  });

  vue.setUint32(fin, 0x06054b50, true);
  vue.setUint16(fin + 8, entrees.length, true);
  vue.setUint16(fin + 10, entrees.length, true);
  vue.setUint32(fin + 12, fin - repertoire, true);
  vue.setUint32(fin + 16, repertoire, true);
  return octets;
}

/** Version 2.0 du format : la première qui connaît « deflate ». */
const VERSION = 20;
/** Tailles et somme sont dans l'en-tête : rien ne suit les données. */
const DESCRIPTEUR_APRES = 0x0008;

/** Les champs communs à l'en-tête d'une entrée et au répertoire. */
function decrire(vue: DataView, position: number, entree: Entree): void {
  vue.setUint16(position, entree.drapeaux & ~DESCRIPTEUR_APRES, true);
  vue.setUint16(position + 2, entree.methode, true);
  vue.setUint32(position + 4, entree.date, true);
  vue.setUint32(position + 8, entree.somme, true);
  vue.setUint32(position + 12, entree.donnees.length, true);
  vue.setUint32(position + 16, entree.taille, true);
  vue.setUint16(position + 20, entree.nomBrut.length, true);
}
