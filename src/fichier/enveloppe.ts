/** Ce qui entoure les feuilles dans l'archive : types de contenu, relations, métadonnées. */

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FEUILLES = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PAQUET = "http://schemas.openxmlformats.org/package/2006";
const MATRICES = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

const OFFICE_OUVERT = "application/vnd.openxmlformats-officedocument";
const TYPE = `${OFFICE_OUVERT}.spreadsheetml`;
const TYPE_DES_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml";

/** Parties uniques du classeur : leur relation, leur nom dans « xl/ » et leur type. */
const PARTIES = [
  ["styles", "styles.xml", "styles"],
  ["sharedStrings", "sharedStrings.xml", "sharedStrings"],
  ["sheetMetadata", "metadata.xml", "sheetMetadata"],
] as const;

/** Un document du vocabulaire des classeurs. */
export function documentXml(racine: string, contenu: string): string {
  return xml(`<${racine} xmlns="${FEUILLES}" xmlns:r="${OFFICE}">${contenu}</${racine}>`);
}

/**
 * Toutes les parties de l'archive qui ne dépendent que du nombre de feuilles. `dessins` : les parties des graphiques, et leur type (« drawing »).
 */
export function enveloppe(
  nombreDeFeuilles: number,
  dessins: readonly (readonly [partie: string, type: string])[]
): Record<string, string> {
  const feuilles = Array.from({ length: nombreDeFeuilles }, (_, rang) => partieDeFeuille(rang));
  return {
    "[Content_Types].xml": typesXml(feuilles, dessins),
    "_rels/.rels": relationsXml([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ...feuilles.map((feuille) => ["worksheet", feuille] as const),
      ...PARTIES,
    ]),
    "xl/metadata.xml": metadonneesXml(),
  };
}

/** Nom d'une feuille dans « xl/ ». Sa relation porte le même rang : « rId1 » pour la première. */
export function partieDeFeuille(rang: number): string {
  return `worksheets/sheet${rang + 1}.xml`;
}

function typesXml(
  feuilles: readonly string[],
  dessins: readonly (readonly [string, string])[]
): string {
  const parties = [
    ["workbook.xml", `${TYPE}.sheet.main`],
    ...feuilles.map((feuille) => [feuille, `${TYPE}.worksheet`]),
    ...PARTIES.map(([, partie, type]) => [partie, `${TYPE}.${type}`]),
    ...dessins.map(([partie, type]) => [partie, `${OFFICE_OUVERT}.${type}`]),
  ];
  const types = parties.map(
    ([partie, type]) => `<Override PartName="/xl/${partie}" ContentType="${type}+xml"/>`
  );
  return xml(
    [
      `<Types xmlns="${PAQUET}/content-types">`,
      `<Default Extension="rels" ContentType="${TYPE_DES_RELATIONS}"/>`,
      '<Default Extension="xml" ContentType="application/xml"/>',
      ...types,
      "</Types>",
    ].join("")
  );
}

export function relationsXml(
  relations: readonly (readonly [genre: string, cible: string, ...unknown[]])[]
): string {
  const liens = relations.map(
    ([genre, cible], rang) =>
      `<Relationship Id="rId${rang + 1}" Type="${OFFICE}/${genre}" Target="${cible}"/>`
  );
  return xml(`<Relationships xmlns="${PAQUET}/relationships">${liens.join("")}</Relationships>`);
}

/** Décrit la seule métadonnée de nos cellules (cm="1") : une formule qui s'étale d'elle-même. */
function metadonneesXml(): string {
  return documentXml(
    "metadata",
    [
      '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1"',
      ' pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1"',
      ' coerce="1" cellMeta="1"/></metadataTypes>',
      '<futureMetadata name="XLDAPR" count="1"><bk><extLst>',
      '<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">',
      `<xda:dynamicArrayProperties xmlns:xda="${MATRICES}" fDynamic="1" fCollapsed="0"/>`,
      "</ext></extLst></bk></futureMetadata>",
      '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>',
    ].join("")
  );
}

/** Un document XML complet. */
export function xml(contenu: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${contenu}`;
}
