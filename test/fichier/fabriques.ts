import { strToU8, zipSync } from "fflate";
import {
  FichierIllisible,
  type ClasseurXlsx,
  type FeuilleXlsx,
  type MotifIllisible,
} from "../../src/fichier";

/** Feuille vide, avec ce qu'un test veut y changer. */
export function feuilleDe(changements: Partial<FeuilleXlsx> = {}): FeuilleXlsx {
  return {
    nom: "Feuil1",
    masquee: false,
    cellules: [],
    fusions: [],
    largeurs: new Map(),
    hauteurs: new Map(),
    lignesMasquees: new Set(),
    colonnesMasquees: new Set(),
    lignesFigees: 0,
    colonnesFigees: 0,
    quadrillage: true,
    ...changements,
  };
}

export function classeurDe(...feuilles: FeuilleXlsx[]): ClasseurXlsx {
  return { feuilles, noms: [], active: 0 };
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parties d'un .xlsx écrit par un autre logiciel que le nôtre : une feuille, dont on donne le XML. */
export function partiesDe(
  feuille: string,
  autres: Record<string, string> = {}
): Record<string, string> {
  return {
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>
      <Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/>
      <Relationship Id="rId4" Type="${RELATIONS}/theme" Target="theme/theme1.xml"/>
    </Relationships>`,
    "xl/worksheets/sheet1.xml": feuille,
    "xl/sharedStrings.xml": "<sst/>",
    "xl/styles.xml": "<styleSheet/>",
    "xl/theme/theme1.xml": "<theme/>",
    ...autres,
  };
}

/** Une archive zip de ces parties. */
export function zipDe(parties: Record<string, string>): Uint8Array {
  const octets = Object.entries(parties).map(([nom, texte]) => [nom, strToU8(texte)] as const);
  return zipSync(Object.fromEntries(octets));
}

/** Conteneur OLE dont le répertoire, au deuxième secteur, porte ce flux. */
export function ole(flux: string): Uint8Array {
  const octets = new Uint8Array(1536);
  octets.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...flux].forEach((lettre, rang) => (octets[1024 + 128 + 2 * rang] = lettre.charCodeAt(0)));
  return octets;
}

/** Pourquoi un fichier est refusé, ou `sinon` s'il ne l'est pas. Toute autre erreur passe. */
export async function motifDuRefus<Sinon extends string>(
  lecture: Promise<unknown>,
  sinon: Sinon
): Promise<MotifIllisible | Sinon> {
  try {
    await lecture;
    return sinon;
  } catch (erreur) {
    if (erreur instanceof FichierIllisible) return erreur.motif;
    throw erreur;
  }
}
