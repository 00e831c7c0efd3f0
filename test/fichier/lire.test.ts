import type { ClasseurXlsx, FeuilleXlsx } from "../../src/fichier";
import { lireXlsx } from "../../src/fichier";
import { partiesDe, zipDe } from "./fabriques";

/** Lit un classeur d'une feuille, telle qu'un autre logiciel l'aurait écrite. */
async function lire(feuille: string, autres?: Record<string, string>): Promise<FeuilleXlsx> {
  const { feuilles } = await lireClasseur(feuille, autres);
  if (!feuilles[0]) throw new Error("Aucune feuille lue");
  return feuilles[0];
}

function lireClasseur(feuille: string, autres?: Record<string, string>): Promise<ClasseurXlsx> {
  return lireXlsx(zipDe(partiesDe(feuille, autres)));
}

async function lireCellules(lignes: string, autres?: Record<string, string>) {
  const { cellules } = await lire(
    `<worksheet><sheetData>${lignes}</sheetData></worksheet>`,
    autres
  );
  return cellules;
}

async function formules(lignes: string): Promise<(string | undefined)[]> {
  return (await lireCellules(lignes)).map(({ formule }) => formule);
}

test("textes partagés, enrichis, en ligne ; nombres, booléens, erreurs, dates", async () => {
  const textes = `<sst>
    <si><t xml:space="preserve"> Poitiers </t></si>
    <si><r><rPr><b/></rPr><t>Saint-</t></r><r><t>Benoît</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>
  </sst>`;
  const cellules = await lireCellules(
    `<row r="2">
      <c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>
      <c r="D2" t="inlineStr"><is><t>a &amp; b&#x20;_x0041_</t></is></c>
      <c r="E2"><v>1.5E3</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#N/A</v></c>
      <c r="H2" t="d"><v>2025-01-01</v></c><c r="I2" t="d"><v>2025-01-01T12:00:00</v></c>
      <c r="J2"/>
    </row>`,
    { "xl/sharedStrings.xml": textes }
  );
  expect(cellules.map(({ valeur }) => valeur)).toEqual([
    " Poitiers ",
    "Saint-Benoît",
    "a & b A",
    1500,
    true,
    { erreur: "#N/A" },
    45658,
    45658.5,
  ]);
  expect(cellules[0]).toMatchObject({ ligne: 1, colonne: 1 });
});

test("sans adresses, lignes et cellules se suivent", async () => {
  const cellules = await lireCellules(
    "<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c><v>3</v></c></row><row><c r='C5'><v>4</v></c></row>"
  );
  expect(cellules.map(({ ligne, colonne }) => [ligne, colonne])).toEqual([
    [0, 0],
    [0, 1],
    [3, 0],
    [4, 2],
  ]);
});

test("un préfixe d'espace de noms, une CDATA et un commentaire ne gênent pas", async () => {
  const { cellules } = await lire(
    `<?xml version="1.0"?><!-- <c> --><x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1">
      <x:c r="A1" t="str"><x:f>"a"</x:f><x:v><![CDATA[a<b]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`
  );
  expect(cellules).toEqual([{ ligne: 0, colonne: 0, valeur: "a<b", formule: '="a"' }]);
});

test.each(["", ' t="n"', ' t="b"', ' t="s"', ' t="e"'])(
  "un résultat vide n'est ni 0, ni FAUX, ni un texte : %s",
  async (type) => {
    const { cellules } = await lire(
      `<worksheet><sheetData><row r="1"><c r="A1"${type}><f>1+1</f><v></v></c></row></sheetData></worksheet>`
    );
    expect(cellules).toEqual([{ ligne: 0, colonne: 0, valeur: null, formule: "=1+1" }]);
  }
);

test("une formule partagée suit chaque cellule", async () => {
  const modele =
    "A1*$B$1+SUM(A$1:$C3,D:E,$D:E,2:3)+Feuil2!A1+'A1'!A1+LOG10(A1)+Ventes[[#This Row],[A1]]&quot;A1&quot;";
  const lues = await formules(
    `<row r="1"><c r="E1"><f t="shared" ref="E1:F2" si="0">${modele}</f><v>1</v></c>
      <c r="F1"><f t="shared" si="0"/><v>1</v></c></row>
     <row r="2"><c r="E2"><f t="shared" si="0"/><v>1</v></c></row>`
  );
  const attendue = (a1: string, plage: string, colonnes: string, lignes: string) =>
    `=${a1}*$B$1+SUM(${plage},${colonnes},${lignes})+Feuil2!${a1}+'A1'!${a1}+LOG10(${a1})` +
    '+Ventes[[#This Row],[A1]]"A1"';
  expect(lues).toEqual([
    attendue("A1", "A$1:$C3", "D:E,$D:E", "2:3"),
    attendue("B1", "B$1:$C3", "E:F,$D:F", "2:3"),
    attendue("A2", "A$1:$C4", "D:E,$D:E", "3:4"),
  ]);
});

test("une référence partagée qui sort de la feuille devient #REF!", async () => {
  const lues = await formules(
    `<row r="2"><c r="B2"><f t="shared" si="0" ref="A1:B2">A1</f></c></row>
     <row r="3"><c r="A3"><f t="shared" si="0"/></c></row>`
  );
  expect(lues).toEqual(["=A1", "=#REF!"]);
});

test.each([
  ["_xldudf_CMS_OBJECTIF(B2,C2)", "=CMS.OBJECTIF(B2,C2)"],
  ["1+_xldudf_cms_taux_ls(b2,c2)", "=1+CMS.TAUX.LS(b2,c2)"],
  ["[2]!_xldudf_CMS_PLAI_MIN(A1)", "=CMS.PLAI.MIN(A1)"],
  ["CMS.OBJECTIF(1,2)", "=CMS.OBJECTIF(1,2)"],
  ["_xldudf_AUTRE_FONCTION(1)", "=_xldudf_AUTRE_FONCTION(1)"],
  ["_xlfn.IFS(A1,_xlfn._xlws.FILTER(B:B,C:C))", "=IFS(A1,FILTER(B:B,C:C))"],
  ["_xlfn.LET(_xlpm.x,1,_xlpm.x)", "=_xlfn.LET(_xlpm.x,1,_xlpm.x)"],
  ["_xlfn.SINGLE(A1:A3)", "=_xlfn.SINGLE(A1:A3)"],
  ["&quot;_xlfn.IFS(&quot;", '="_xlfn.IFS("'],
])("la formule stockée %s se lit %s", async (stockee, attendue) => {
  expect(await formules(`<row><c><f>${stockee}</f><v>1</v></c></row>`)).toEqual([attendue]);
});

test("une formule étalée dit sa plage ; une formule CMS seule n'en a pas", async () => {
  const cellules = await lireCellules(
    `<row><c cm="1"><f t="array" ref="A1:A2">_xldudf_CMS_PLAI_MIN(C1:C2)</f><v>1</v></c></row>
     <row><c><v>2</v></c></row>
     <row><c cm="1"><f t="array" ref="A3">_xldudf_CMS_PLAI_MIN(C1)</f><v>1</v></c></row>
     <row><c><f t="array" ref="A4">SUM(A1:A2*2)</f><v>1</v></c></row>`
  );
  expect(cellules.map(({ etendue }) => etendue)).toEqual(["A1:A2", undefined, undefined, "A4"]);
});

test("styles : polices, fonds, couleurs du thème, bordures, formats, alignement", async () => {
  const theme = `<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme>
    <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
    <a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
    <a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
  const styles = `<styleSheet>
    <numFmts><numFmt numFmtId="164" formatCode="0.0&quot; pt&quot;"/></numFmts>
    <fonts><font><sz val="11"/><color theme="1"/></font>
      <font><b/><i val="0"/><sz val="14"/><color theme="0" tint="-0.5"/></font></fonts>
    <fills><fill/><fill><patternFill patternType="gray125"/></fill>
      <fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></fills>
    <borders><border/><border><left style="hair"/><top style="thick"/><bottom style="double"/></border></borders>
    <cellXfs><xf/>
      <xf numFmtId="164" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1"/></xf>
      <xf numFmtId="14" fontId="0" fillId="1" borderId="0"><alignment horizontal="general"/></xf></cellXfs></styleSheet>`;
  const cellules = await lireCellules(
    '<row><c s="0"><v>0</v></c><c s="1"><v>1</v></c><c s="2"><v>45658</v></c></row>',
    { "xl/styles.xml": styles, "xl/theme/theme1.xml": theme }
  );
  expect(cellules.map(({ style }) => style)).toEqual([
    undefined,
    {
      gras: true,
      taille: 14,
      couleur: "#808080",
      fond: "#4472C4",
      horizontal: "centre",
      vertical: "haut",
      renvoiALaLigne: true,
      format: '0.0" pt"',
      bordures: { haut: "moyen", gauche: "fin", bas: "double" },
    },
    { format: "m/d/yyyy" },
  ]);
});

test("seules les hauteurs choisies, ou calculées autres que celle par défaut, sont gardées", async () => {
  const { hauteurs } = await lire(
    `<worksheet><sheetFormatPr defaultRowHeight="15"/><sheetData>
      <row r="1" ht="15"/><row r="2" ht="30"/><row r="3" ht="15" customHeight="1"/></sheetData></worksheet>`
  );
  expect([...hauteurs]).toEqual([
    [1, 30],
    [2, 15],
  ]);
});

test.each([
  ["Calibri", 11, 5.25],
  ["Arial", 10, 5.25],
  ["Arial", 11, 6],
])("une largeur se compte en chiffres de %s %d : %d points", async (nom, taille, points) => {
  const styles = `<styleSheet><fonts><font><sz val="${taille}"/><name val="${nom}"/></font></fonts></styleSheet>`;
  const { largeurs } = await lire(
    '<worksheet><cols><col min="2" max="3" width="10" customWidth="1"/><col min="4" max="4" width="9"/></cols></worksheet>',
    { "xl/styles.xml": styles }
  );
  expect([...largeurs]).toEqual([
    [1, 10 * points],
    [2, 10 * points],
  ]);
});

test("les noms techniques et les feuilles graphiques sont écartés", async () => {
  const relations = partiesDe("")["xl/_rels/workbook.xml.rels"] ?? "";
  const { feuilles, noms, active } = await lireClasseur(
    "<worksheet><pageMargins/><sheetData/></worksheet>",
    {
      "xl/workbook.xml": `<workbook><bookViews><workbookView activeTab="1"/></bookViews><sheets>
        <sheet name="Graphique" r:id="rId9"/><sheet name="L&apos;été" r:id="rId1" state="veryHidden"/></sheets>
        <definedNames>
          <definedName name="_xlnm.Print_Titles" localSheetId="1">'L''été'!$A:$B,'L''été'!$3:$4</definedName>
          <definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">A1</definedName>
          <definedName name="Cible">_xlfn.IFS(1,0.25)</definedName>
          <definedName name="cible" localSheetId="1">2</definedName>
        </definedNames></workbook>`,
      "xl/_rels/workbook.xml.rels": relations.replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>'
      ),
    }
  );
  expect(feuilles).toMatchObject([
    { nom: "L'été", masquee: true, impression: { lignesRepetees: "3:4", pagesEnLargeur: 0 } },
  ]);
  expect(noms).toEqual([{ nom: "Cible", reference: "IFS(1,0.25)" }]);
  expect(active).toBe(0);
});
