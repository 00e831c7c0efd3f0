import { strFromU8, unzipSync } from "fflate";
import { preparerCopie, type DemandeDeCopie } from "../../../src/fichier";
import { convertirFormule } from "../../../src/natif";
import { zipDe } from "../fabriques";

export const PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAQUET = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument";

export interface Autres {
  /** Feuilles de plus, par nom : le contenu de `worksheet`. */
  feuilles?: Record<string, string>;
  /** Dans `workbook`, après les feuilles. */
  apres?: string;
  /** Parties de plus. */
  parties?: Record<string, string>;
  /** Type de contenu de ces parties. */
  types?: Record<string, string>;
  /** Relations du classeur : genre → cible. */
  relations?: Record<string, string>;
  /** Relations du paquet : type complet → cible. */
  duPaquet?: Record<string, string>;
}

/** Les parties d'un classeur tel qu'Excel l'enregistre. `feuille` : le contenu de `worksheet` de « Feuil1 ». */
export function partiesStockees(feuille: string, autres: Autres = {}): Record<string, string> {
  const { feuilles = {}, apres = "", parties = {}, types = {}, relations = {} } = autres;
  const toutes = Object.entries({ Feuil1: feuille, ...feuilles });
  const parties_ = toutes.map(([, contenu], rang) => [
    `xl/worksheets/sheet${rang + 1}.xml`,
    `<worksheet xmlns="${PRINCIPAL}" xmlns:r="${OFFICE}">${contenu}</worksheet>`,
  ]);
  const onglets = toutes.map(
    ([nom], rang) => `<sheet name="${nom}" sheetId="${rang + 1}" r:id="rId${rang + 1}"/>`
  );
  return {
    "[Content_Types].xml": typesXml({
      "xl/workbook.xml": `${TYPE}.spreadsheetml.sheet.main+xml`,
      "xl/calcChain.xml": `${TYPE}.spreadsheetml.calcChain+xml`,
      "xl/metadata.xml": `${TYPE}.spreadsheetml.sheetMetadata+xml`,
      "docProps/app.xml": `${TYPE}.extended-properties+xml`,
      ...Object.fromEntries(
        parties_.map(([nom = ""]) => [nom, `${TYPE}.spreadsheetml.worksheet+xml`])
      ),
      ...types,
    }),
    "_rels/.rels": relationsXml({
      [`${OFFICE}/officeDocument`]: "xl/workbook.xml",
      [`${OFFICE}/extended-properties`]: "docProps/app.xml",
      ...autres.duPaquet,
    }),
    // LibreOffice ne garde les résultats enregistrés que d'un fichier d'Excel.
    "docProps/app.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
    "xl/workbook.xml": `<workbook xmlns="${PRINCIPAL}" xmlns:r="${OFFICE}"><sheets>${onglets.join("")}</sheets>${apres}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationsXml({
      ...Object.fromEntries(
        toutes.map((_, rang) => [`${OFFICE}/worksheet#${rang}`, `worksheets/sheet${rang + 1}.xml`])
      ),
      [`${OFFICE}/calcChain`]: "calcChain.xml",
      [`${OFFICE}/sheetMetadata`]: "metadata.xml",
      ...Object.fromEntries(Object.entries(relations).map(([g, c]) => [`${OFFICE}/${g}`, c])),
    }),
    "xl/calcChain.xml": `<calcChain xmlns="${PRINCIPAL}"><c r="C1" i="1"/></calcChain>`,
    "xl/metadata.xml": `<metadata xmlns="${PRINCIPAL}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
    ...(Object.fromEntries(parties_) as Record<string, string>),
    ...parties,
  };
}

/** Des relations ; « #1 » à la fin d'un type en distingue deux du même. */
export function relationsXml(relations: Record<string, string>): string {
  const liens = Object.entries(relations).map(
    ([type, cible], rang) =>
      `<Relationship Id="rId${rang + 1}" Type="${type.replace(/#\d+$/, "")}" Target="${cible}"/>`
  );
  return `<Relationships xmlns="${PAQUET}/relationships">${liens.join("")}</Relationships>`;
}

function typesXml(types: Record<string, string>): string {
  const declarations = Object.entries(types).map(
    ([partie, type]) => `<Override PartName="/${partie}" ContentType="${type}"/>`
  );
  return `<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${declarations.join("")}</Types>`;
}

/** `sheetData`, une ligne par liste de cellules déjà écrites. */
export function donnees(...lignes: string[][]): string {
  const rangees = lignes.map((cellules, rang) => `<row r="${rang + 1}">${cellules.join("")}</row>`);
  return `<sheetData>${rangees.join("")}</sheetData>`;
}

export function nombre(adresse: string, valeur: number): string {
  return `<c r="${adresse}"><v>${valeur}</v></c>`;
}

/** La formule ordinaire que devient celle-ci, telle que le XML l'écrit. */
export function natifXml(formule: string, matricielle = true): string {
  const convertie = convertirFormule(formule, matricielle);
  if (convertie.convertis.length === 0) throw new Error(JSON.stringify(convertie.restants));
  return convertie.formule
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Prépare et écrit une copie, et en rend les parties. */
export async function copier(
  parties: Record<string, string> | Uint8Array,
  demande: DemandeDeCopie
) {
  const original = parties instanceof Uint8Array ? parties : zipDe(parties);
  const { rapport, ecrire } = await preparerCopie(original, demande);
  const octets = ecrire();
  return { ...rapport, octets, parties: textesDe(octets) };
}

export function textesDe(octets: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, strFromU8(contenu)])
  );
}

/** Une archive dont on change, dans le répertoire, ce qui est annoncé des entrées. */
export function archiveTruquee(
  parties: Record<string, string>,
  truquer: (vue: DataView, places: ReadonlyMap<string, number>) => void
): Uint8Array {
  const octets = zipDe(parties);
  const vue = new DataView(octets.buffer);
  const places = new Map<string, number>();
  let place = vue.getUint32(octets.length - 6, true);
  for (const nom of Object.keys(parties)) {
    places.set(nom, place);
    place += 46 + vue.getUint16(place + 28, true) + vue.getUint16(place + 30, true);
  }
  truquer(vue, places);
  return octets;
}

/** Où sont, dans une entrée du répertoire, les champs qu'on y change. */
export const CHAMPS = { somme: 16, tailleCompressee: 20, taille: 24, position: 42 };

export const NATIF: DemandeDeCopie = { mode: "natif" };
export const VALEURS: DemandeDeCopie = { mode: "valeurs" };
