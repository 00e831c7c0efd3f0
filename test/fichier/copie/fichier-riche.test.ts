import * as fc from "fast-check";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { lireXlsx, preparerCopie } from "../../../src/fichier";
import { LIMITES } from "../../../src/fichier/limites";
import { Zip } from "../../../src/fichier/zip";
import { convertir, DELAI_LIBREOFFICE_MS, testAvecLibreOffice } from "../../outils/libreoffice";
import {
  copier,
  donnees,
  NATIF,
  natifXml,
  partiesStockees,
  relationsXml,
  textesDe,
} from "./fabriques";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DESSIN = "http://schemas.openxmlformats.org/drawingml/2006";
const FEUILLE = "xl/worksheets/sheet1.xml";
const TYPE = "application/vnd.openxmlformats-officedocument";

const FORMULE = "_xldudf_CMS_OBJECTIF(A2,B2)";

/** Protection, figés, fusions, mise en forme, graphique, tableau croisé, commentaires, courbes sparkline : dans l'ordre du format. */
const RICHE = [
  '<sheetPr codeName="Feuil1"><tabColor rgb="FF0000FF"/></sheetPr><dimension ref="A1:C3"/>',
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>',
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="22.5" customWidth="1"/></cols>',
  donnees(
    ["A", "B", "C"].map((c) => `<c r="${c}1" t="inlineStr"><is><t>Titre ${c}</t></is></c>`),
    [
      '<c r="A2"><v>500</v></c><c r="B2"><v>5</v></c>',
      `<c r="C2" cm="1"><f t="array" ref="C2">${FORMULE}</f><v>165</v></c>`,
    ],
    ['<c r="A3"><v>240</v></c><c r="B3"><v>1.9</v></c><c r="C3"><f>SUM(C2)</f><v>165</v></c>']
  ),
  '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>',
  '<autoFilter ref="A1:C3"/><mergeCells count="1"><mergeCell ref="E1:F1"/></mergeCells>',
  '<conditionalFormatting sqref="A2:A3"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>300</formula></cfRule></conditionalFormatting>',
  '<hyperlinks><hyperlink ref="A1" location="Feuil1!C2"/></hyperlinks>',
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
  `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Feuil1!A2:A3</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
].join("");

const PARTIES = partiesStockees(RICHE, {
  apres: [
    '<definedNames><definedName name="Manquants">Feuil1!$A$2:$A$3</definedName>',
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Feuil1!$A$1:$C$3</definedName></definedNames>',
    '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId4"/></pivotCaches>',
  ].join(""),
  relations: { pivotCacheDefinition: "pivotCache/pivotCacheDefinition1.xml" },
  types: {
    "xl/drawings/drawing1.xml": `${TYPE}.drawing+xml`,
    "xl/charts/chart1.xml": `${TYPE}.drawingml.chart+xml`,
    "xl/comments1.xml": `${TYPE}.spreadsheetml.comments+xml`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `${TYPE}.spreadsheetml.pivotCacheDefinition+xml`,
    "xl/pivotCache/pivotCacheRecords1.xml": `${TYPE}.spreadsheetml.pivotCacheRecords+xml`,
    "xl/pivotTables/pivotTable1.xml": `${TYPE}.spreadsheetml.pivotTable+xml`,
  },
  parties: {
    "xl/worksheets/_rels/sheet1.xml.rels": relationsXml({
      [`${OFFICE}/drawing`]: "../drawings/drawing1.xml",
      [`${OFFICE}/vmlDrawing`]: "../drawings/vmlDrawing1.vml",
      [`${OFFICE}/comments`]: "../comments1.xml",
      [`${OFFICE}/pivotTable`]: "../pivotTables/pivotTable1.xml",
    }),
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="${DESSIN}/spreadsheetDrawing" xmlns:a="${DESSIN}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Graphique 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DESSIN}/chart"><c:chart xmlns:c="${DESSIN}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationsXml({
      [`${OFFICE}/chart`]: "../charts/chart1.xml",
    }),
    "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="${DESSIN}/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Feuil1!$C$2:$C$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
    "xl/comments1.xml": `<comments xmlns="${PRINCIPAL}"><authors><author>DDT</author></authors><commentList><comment ref="A2" authorId="0"><text><t>CMS.OBJECTIF(…) : à vérifier</t></text></comment></commentList></comments>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition xmlns="${PRINCIPAL}" xmlns:r="${OFFICE}" r:id="rId1" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:C3" sheet="Feuil1"/></cacheSource><cacheFields count="3"><cacheField name="Titre A"><sharedItems containsNumber="1"/></cacheField><cacheField name="Titre B"><sharedItems/></cacheField><cacheField name="Titre C"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationsXml({
      [`${OFFICE}/pivotCacheRecords`]: "pivotCacheRecords1.xml",
    }),
    "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords xmlns="${PRINCIPAL}" count="2"><r><n v="500"/><n v="5"/><n v="165"/></r><r><n v="240"/><n v="1.9"/><n v="165"/></r></pivotCacheRecords>`,
    "xl/pivotTables/pivotTable1.xml": `<pivotTableDefinition xmlns="${PRINCIPAL}" name="TCD" cacheId="1" dataCaption="Valeurs"><location ref="H20:I22" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3"><pivotField showAll="0"/><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields><dataFields count="1"><dataField name="Somme" fld="2"/></dataFields></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": relationsXml({
      [`${OFFICE}/pivotCacheDefinition`]: "../pivotCache/pivotCacheDefinition1.xml",
    }),
    "customXml/item1.xml": "<propre/>",
  },
});

/** L'archive, avec ce qu'un zip peut porter : parties stockées sans être compressées, dates, niveaux divers. */
function archive(): Uint8Array {
  const entrees: Zippable = Object.fromEntries(
    Object.entries(PARTIES).map(([nom, texte], rang) => [
      nom,
      [strToU8(texte), { level: rang % 3 === 0 ? 0 : 9, mtime: new Date(2021, rang % 12, 3) }],
    ])
  );
  entrees["xl/media/image1.png"] = [Uint8Array.of(0x89, 0x50, 0, 255, 7), { level: 0 }];
  entrees["docProps/été.txt"] = strToU8("été");
  return zipSync(entrees);
}

/** Les parties qu'une conversion change ; toutes les autres gardent leurs octets. */
const CHANGEES = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", FEUILLE];

test("rien n'est perdu : seules la formule, la chaîne de calcul et les réglages de calcul changent", async () => {
  const original = archive();
  const { octets, parties } = await copier(original, NATIF);
  const avant = textesDe(original);
  const attendu: Record<string, string | undefined> = {
    ...avant,
    [FEUILLE]: avant[FEUILLE]?.replace(
      `<c r="C2" cm="1"><f t="array" ref="C2">${FORMULE}</f>`,
      `<c r="C2"><f>${natifXml(FORMULE)}</f>`
    ),
    "xl/workbook.xml": avant["xl/workbook.xml"]?.replace(
      '<calcPr calcId="191029"/>',
      '<calcPr fullCalcOnLoad="1" calcId="191029"/>'
    ),
    "[Content_Types].xml": avant["[Content_Types].xml"]?.replace(
      /<Override[^>]*calcChain[^>]*>/,
      ""
    ),
    "xl/_rels/workbook.xml.rels": avant["xl/_rels/workbook.xml.rels"]?.replace(
      /<Relationship [^>]*calcChain[^>]*>/,
      ""
    ),
  };
  delete attendu["xl/calcChain.xml"];
  expect(parties).toEqual(attendu);
  expect(Object.keys(parties)).toEqual(Object.keys(attendu));
  expect(brutes(octets, CHANGEES)).toEqual(brutes(original, [...CHANGEES, "xl/calcChain.xml"]));
});

/** Ce que l'archive porte d'une entrée, octet pour octet, sauf de celles-ci. */
function brutes(octets: Uint8Array, sauf: readonly string[]) {
  return new Zip(octets, LIMITES)
    .entreesBrutes()
    .filter(({ entree }) => !sauf.includes(entree.nom))
    .map(({ entree: { nom, date, methode, somme, taille, drapeaux }, donnees }) => ({
      ...{ nom, date, methode, somme, taille, drapeaux },
      donnees: Buffer.from(donnees).toString("hex"),
    }));
}

test("l'archive se relit par un autre logiciel, sommes de contrôle comprises", async () => {
  const { octets } = await copier(archive(), NATIF);
  expect(Object.keys(unzipSync(octets))).toContain("docProps/été.txt");
  const { feuilles, noms } = await lireXlsx(octets);
  expect(feuilles[0]).toMatchObject({ nom: "Feuil1", lignesFigees: 1, fusions: ["E1:F1"] });
  expect(noms).toContainEqual({ nom: "Manquants", reference: "Feuil1!$A$2:$A$3" });
});

testAvecLibreOffice(
  "LibreOffice y retrouve le graphique et le commentaire",
  async () => {
    const { octets } = await copier(archive(), NATIF);
    const parties = textesDe(convertir(octets, "xlsx", "par défaut"));
    expect(Object.keys(parties).some((nom) => nom.startsWith("xl/charts/chart"))).toBe(true);
    expect(parties["xl/comments1.xml"]).toContain("à vérifier");
  },
  DELAI_LIBREOFFICE_MS
);

test("l'avancement va de 0 à 1 sans reculer, et l'arrêt est immédiat", async () => {
  const parts: number[] = [];
  await preparerCopie(archive(), NATIF, { avancer: (part) => parts.push(part) });
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
  expect([parts[0], parts.at(-1)]).toEqual([0, 1]);

  const arret = new AbortController();
  arret.abort();
  await expect(preparerCopie(archive(), NATIF, { signal: arret.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
});

const TEXTE = fc.string({ unit: fc.constantFrom(..."<>&\"'=+A1(), é🏘\n\t_x0041") });

test("quels que soient les textes d'une feuille, tout ce qui n'est pas une formule CMS y reste au signe près", async () => {
  const echapper = (texte: string) =>
    texte.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#62;");
  await fc.assert(
    fc.asyncProperty(TEXTE, TEXTE, TEXTE, async (avant, formule, apres) => {
      const feuille = donnees([
        `<c r="A1" t="str"><f>${echapper(formule)}</f><v>${echapper(avant)}</v></c>`,
        '<c r="B1"><f>_xldudf_CMS_TENSION(D1,E1)</f><v>2</v></c>',
        `<c r="C1" t="inlineStr"><is><t xml:space='preserve'>${echapper(apres)}</t></is></c>`,
      ]);
      const { parties } = await copier(partiesStockees(feuille), NATIF);
      const [debut, fin = ""] = feuille.split("_xldudf_CMS_TENSION(D1,E1)");
      expect(parties[FEUILLE]).toContain(`${debut}IF(`);
      expect(parties[FEUILLE]).toContain(fin);
    }),
    { numRuns: 60 }
  );
});
