import { copier, donnees, NATIF, natifXml, nombre, partiesStockees, VALEURS } from "./fabriques";

const FEUILLE = "xl/worksheets/sheet1.xml";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
/** Se convertit sans matrice de constantes, et court. */
const CONVERTIBLE = "_xldudf_CMS_TENSION(A1,B1)&gt;2";

function extensions(contenu: string): string {
  return `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}" xmlns:xm="${XM}">${contenu}</ext></extLst>`;
}

function mfc(formule: string): string {
  return `<conditionalFormatting sqref="A1:A9 C1"><cfRule type="expression" priority="1"><formula>${formule}</formula></cfRule></conditionalFormatting>`;
}

function validation(formule: string): string {
  return `<dataValidations count="1"><dataValidation type="custom" sqref="B2:B9"><formula1>${formule}</formula1></dataValidation></dataValidations>`;
}

test.each([
  ["mise en forme", mfc(CONVERTIBLE), "mise-en-forme", "A1:A9 C1"],
  ["validation", validation(CONVERTIBLE), "validation", "B2:B9"],
  [
    "mise en forme x14",
    extensions(
      `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>${CONVERTIBLE}</xm:f></x14:cfRule><xm:sqref>D1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`
    ),
    "mise-en-forme",
    "D1",
  ],
  [
    "validation x14",
    extensions(
      `<x14:dataValidations><x14:dataValidation type="custom"><x14:formula1><xm:f>${CONVERTIBLE}</xm:f></x14:formula1><xm:sqref>E1:E2</xm:sqref></x14:dataValidation></x14:dataValidations>`
    ),
    "validation",
    "E1:E2",
  ],
  [
    "seuil d'une échelle de couleurs",
    `<conditionalFormatting sqref="F1"><cfRule type="colorScale"><colorScale><cfvo type="formula" val="${CONVERTIBLE}"/></colorScale></cfRule></conditionalFormatting>`,
    "mise-en-forme",
    "F1",
  ],
])("%s : convertie, même dans une copie en valeurs", async (_, contenu, genre, plage) => {
  for (const demande of [NATIF, VALEURS]) {
    const { parties, changements, restes } = await copier(
      partiesStockees(donnees() + contenu),
      demande
    );
    expect(restes).toEqual([]);
    expect(changements).toEqual([
      {
        lieu: { genre, feuille: "Feuil1", plage },
        devient: "formule",
        fonctions: ["TENSION"],
        raisons: [],
      },
    ]);
    const natif = /IF\(.*\)&gt;2/.exec(parties[FEUILLE] ?? "")?.[0] ?? "";
    expect(parties[FEUILLE]).toContain(contenu.replace(CONVERTIBLE, natif));
    expect(natif).not.toContain("CMS");
  }
});

test.each([
  "OBJECTIF(A1,B1)",
  'OBJECTIF(A1,B1,"abaissant",C1)',
  'PLANCHER(A1,B1,"mutualisant")',
  'TAUX.PLANCHER(B1,"abaissant","loi")',
  "ECART(A1,B1)",
])("dans une mise en forme, une table de seuils se dit sans matrice : %s", async (appel) => {
  const contenu = mfc(`CMS.${appel.replaceAll('"', "&quot;")}&gt;2`);
  const { parties, restes } = await copier(partiesStockees(donnees() + contenu), NATIF);
  expect(restes).toEqual([]);
  expect(parties[FEUILLE]).toContain(`<formula>${natifXml(`CMS.${appel}`)}&gt;2</formula>`);
});

test.each([
  ["une matrice de constantes", mfc("_xldudf_CMS_OBJECTIF(A1,B1-C1)&gt;2"), "matrice-interdite"],
  [
    "une formule de validation trop longue",
    validation("_xldudf_CMS_TENSION(A1,B1)+_xldudf_CMS_TENSION(A2,B2)&gt;2"),
    "trop-longue",
  ],
  ["une phrase", validation("_xldudf_CMS_EXPLIQUER(A1)=1"), "valeurs-seulement"],
])("ce qu'une règle n'admet pas est laissé, et dit : %s", async (_, contenu, code) => {
  const avant = partiesStockees(donnees() + contenu);
  const { parties, changements, restes } = await copier(avant, NATIF);
  expect(parties).toEqual(avant);
  expect(changements).toEqual([]);
  expect(restes).toMatchObject([{ raisons: [{ code }] }]);
});

test("noms définis, ceux du classeur et ceux d'une feuille", async () => {
  const noms =
    '<definedNames><definedName name="Obj">_xldudf_CMS_OBJECTIF(Feuil1!$A$1,Feuil1!$B$1)</definedName>' +
    '<definedName name="Phrase" localSheetId="0">CMS.EXPLIQUER(Feuil1!$A$1)</definedName>' +
    '<definedName name="Plage">Feuil1!$A$1:$A$9</definedName></definedNames>';
  const { parties, changements, restes } = await copier(
    partiesStockees(donnees(), { apres: noms }),
    VALEURS
  );
  expect(parties["xl/workbook.xml"]).toMatch(/<definedName name="Obj">IF\([^<]*<\/definedName>/);
  expect(changements).toMatchObject([{ lieu: { genre: "nom", nom: "Obj", feuille: null } }]);
  expect(restes).toMatchObject([{ lieu: { genre: "nom", nom: "Phrase", feuille: "Feuil1" } }]);
});

test("colonnes calculées et totaux d'un tableau", async () => {
  const tableau = (colonne: string, total: string) =>
    `<table displayName="Ventes" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="Écart"><calculatedColumnFormula${colonne}</calculatedColumnFormula></tableColumn><tableColumn id="2" name="Somme"><totalsRowFormula>${total}</totalsRowFormula></tableColumn></tableColumns></table>`;
  const avant = partiesStockees(`${donnees()}<tableParts><tablePart r:id="rId1"/></tableParts>`, {
    parties: {
      "xl/tables/table1.xml": tableau(
        ' array="1">_xldudf_CMS_ECART(Ventes[[#This Row],[a]],25)',
        "_xldudf_CMS_EXPLIQUER(A1)"
      ),
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
    },
  });
  const { parties, changements, restes } = await copier(avant, NATIF);
  const lieu = { genre: "colonne", tableau: "Ventes" };
  expect(changements).toMatchObject([{ lieu: { ...lieu, colonne: "Écart" } }]);
  expect(restes).toMatchObject([{ lieu: { ...lieu, colonne: "Somme" } }]);
  expect(parties["xl/tables/table1.xml"]).toMatch(
    /<calculatedColumnFormula>[A-Z]+\([^<]*Ventes\[\[#This Row\],\[a\]\]/
  );
});

describe("recalcul", () => {
  const vivante =
    '<c r="C1" cm="1"><f t="array" ref="C1">_xldudf_CMS_OBJECTIF(A1,B1)</f><v>165</v></c>';
  const morte = '<c r="C1" t="e"><f>CMS.OBJECTIF(A1,B1)</f><v>#NAME?</v></c>';
  const autre = {
    feuilles: { Suite: donnees(['<c r="A1"><f>IFERROR(Feuil1!C1,0)</f><v>0</v></c>']) },
  };
  const SUITE = "xl/worksheets/sheet2.xml";

  test("la chaîne de calcul part avec sa relation et son type ; Excel recalcule à l'ouverture", async () => {
    const { parties } = await copier(
      partiesStockees(donnees([vivante]), {
        apres: '<calcPr calcId="191029" fullCalcOnLoad="0"/>',
      }),
      NATIF
    );
    expect(parties["xl/calcChain.xml"]).toBeUndefined();
    expect(parties["[Content_Types].xml"]).not.toContain("calcChain");
    expect(parties["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
    expect(parties["xl/workbook.xml"]).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  test("sans réglages de calcul, ils se placent après les noms", async () => {
    const apres = '<definedNames><definedName name="a">1</definedName></definedNames><oleSize/>';
    const { parties } = await copier(partiesStockees(donnees([vivante]), { apres }), NATIF);
    expect(parties["xl/workbook.xml"]).toContain(
      '</definedNames><calcPr fullCalcOnLoad="1"/><oleSize/>'
    );
  });

  test("rien à demander à Excel quand tout est figé", async () => {
    const { parties } = await copier(partiesStockees(donnees([vivante])), VALEURS);
    expect(parties["xl/calcChain.xml"]).toBeUndefined();
    expect(parties["xl/workbook.xml"]).not.toContain("fullCalcOnLoad");
  });

  test("résultats vrais : ils restent, et les autres feuilles ne changent pas", async () => {
    const avant = partiesStockees(donnees([vivante]), autre);
    const { parties } = await copier(avant, NATIF);
    expect(parties[FEUILLE]).toContain("<v>165</v>");
    expect(parties[SUITE]).toBe(avant[SUITE]);
  });

  test("une formule morte fausse celles qui en dépendent, même absorbée : tous les résultats sont oubliés", async () => {
    const { parties } = await copier(
      partiesStockees(donnees([nombre("A1", 500), morte]), autre),
      NATIF
    );
    expect(parties[SUITE]).toContain('<c r="A1"><f>IFERROR(Feuil1!C1,0)</f></c>');
    expect(parties[FEUILLE]).toContain(nombre("A1", 500));
  });

  test("un nom converti aussi peut avoir faussé des cellules qui ne nomment pas le complément", async () => {
    const { parties } = await copier(
      partiesStockees(donnees(['<c r="A1" t="e"><f>Obj</f><v>#NAME?</v></c>']), {
        apres:
          '<definedNames><definedName name="Obj">CMS.OBJECTIF(500,5)</definedName></definedNames>',
      }),
      NATIF
    );
    expect(parties[FEUILLE]).toContain('<c r="A1"><f>Obj</f></c>');
  });
});
