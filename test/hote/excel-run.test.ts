import { demarrerBanc, type Banc } from "../integration/banc";

let banc: Banc;
beforeEach(async () => {
  banc = await demarrerBanc({
    feuilles: {
      Données: [
        ["Commune", "Manquants", "Taux"],
        ["Ambérieu", 1250, "20,5 %"],
        ["Bellegarde", 300, "=B3/B2"],
      ],
      Autre: [],
    },
  });
});
afterEach(() => banc.fermer());

describe("lire", () => {
  test("une feuille entière en un aller-retour, textes affichés à la française", async () => {
    const lu = await Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.getActiveWorksheet();
      const plage = feuille.getUsedRange(true);
      feuille.load("name,id,position,visibility");
      plage.load("values,text,formulas,formulasLocal,numberFormat,valueTypes,address,rowHidden");
      await context.sync();
      return { feuille: feuille.toJSON(), plage: plage.toJSON() };
    });
    expect(banc.fil.nombre).toBe(1);
    expect(lu.feuille).toMatchObject({ name: "Données", position: 0, visibility: "Visible" });
    expect(lu.plage).toMatchObject({
      address: "Données!A1:C3",
      values: [
        ["Commune", "Manquants", "Taux"],
        ["Ambérieu", 1250, 0.205],
        ["Bellegarde", 300, 0.24],
      ],
      text: [
        ["Commune", "Manquants", "Taux"],
        ["Ambérieu", "1250", "20,50%"],
        ["Bellegarde", "300", "0,24"],
      ],
      rowHidden: false,
    });
    expect(lu.plage.formulas?.[2]?.[2]).toBe("=B3/B2");
    expect(lu.plage.valueTypes?.[1]).toEqual(["String", "Double", "Double"]);
    expect(lu.plage.numberFormat?.[1]).toEqual(["General", "General", "0.00%"]);
  });

  test("ce qui n'existe pas est nul, ou ItemNotFound", async () => {
    await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const vide = worksheets.getItem("Autre").getUsedRangeOrNullObject(true);
      const absente = worksheets.getItemOrNullObject("Absente");
      const nom = names.getItemOrNullObject("RIEN");
      await context.sync();
      expect([vide.isNullObject, absente.isNullObject, nom.isNullObject]).toEqual([
        true,
        true,
        true,
      ]);
    });
    const fautif = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Absente").getRange("A1").values = [[1]];
      await context.sync();
    });
    await expect(fautif).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("un nom que l'hôte ne sert pas répond ApiNotFound", async () => {
    const lecture = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.load("items/name");
      await context.sync();
    });
    await expect(lecture).rejects.toMatchObject({ code: "ApiNotFound" });
    const ecriture = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").insert("Down");
      await context.sync();
    });
    await expect(ecriture).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("une valeur écrite puis relue dans le même lot est calculée", async () => {
    const valeurs = await Excel.run(async (context) => {
      const plage = context.workbook.worksheets.getItem("Autre").getRange("A1:B1");
      plage.formulas = [["=SUM(1,2)", "=A1*2"]];
      plage.load("values");
      await context.sync();
      return plage.values;
    });
    expect(JSON.parse(JSON.stringify(valeurs))).toEqual([[3, 6]]);
  });

  test("la sélection et la cellule active", async () => {
    const adresses = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Autre").getRange("B2:C4").select();
      const choisie = context.workbook.getSelectedRange();
      const cellule = context.workbook.getActiveCell();
      choisie.load("address");
      cellule.load("address");
      await context.sync();
      return [choisie.address, cellule.address];
    });
    expect(adresses).toEqual(["Autre!B2:C4", "Autre!B2"]);
  });
});

describe("écrire", () => {
  test("un texte reste un texte s'il est précédé d'une apostrophe, sinon Excel l'interprète", async () => {
    const types = await Excel.run(async (context) => {
      const plage = context.workbook.worksheets.getItem("Autre").getRange("A1:E1");
      plage.values = [["'=1+1", "=1+1", "12/05/2025", "33,3 %", "Saint-Denis"]];
      plage.load("values,valueTypes,formulas");
      await context.sync();
      return plage.toJSON();
    });
    expect(types.values?.[0]).toEqual(["=1+1", 2, 45789, 0.333, "Saint-Denis"]);
    expect(types.valueTypes?.[0]).toEqual(["String", "Double", "Double", "Double", "String"]);
  });

  test("une feuille mise en forme en un aller-retour, et ce qui est relu est ce qui est écrit", async () => {
    await Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.add("Article 2");
      const titre = feuille.getRange("A1:C1");
      titre.merge();
      titre.format.font.bold = true;
      titre.format.font.size = 14;
      titre.format.fill.color = "#0f6cbd";
      titre.format.horizontalAlignment = "Center";
      const tableau = feuille.getRange("A2:C4");
      tableau.formulas = [
        ["Commune", "Manquants", "Part"],
        ["A", 500, "=B3/SUM(B3:B4)"],
        ["B", 300, "=B4/SUM(B3:B4)"],
      ];
      feuille.getRange("C3:C4").numberFormat = [["0.0 %"]];
      for (const cote of ["EdgeTop", "EdgeBottom", "InsideHorizontal"] as const) {
        const bordure = tableau.format.borders.getItem(cote);
        bordure.style = "Continuous";
        bordure.weight = "Medium";
        bordure.color = "#a6a6a6";
      }
      tableau.format.wrapText = true;
      tableau.format.verticalAlignment = "Center";
      feuille.getRange("A:A").format.columnWidth = 120;
      feuille.getRange("2:2").format.rowHeight = 30;
      feuille.freezePanes.freezeRows(2);
      feuille.showGridlines = false;
      const page = feuille.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1 };
      page.setPrintMargins("Centimeters", { left: 1, right: 1 });
      page.setPrintTitleRows("$2:$2");
      page.headersFooters.defaultForAllPages.centerFooter = "Page &P sur &N";
      feuille.horizontalPageBreaks.add("A4");
      feuille.activate();
      await context.sync();
    });
    expect(banc.fil.nombre).toBe(1);

    const relu = await Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.getItem("Article 2");
      feuille.load("showGridlines,position");
      const titre = feuille.getRange("A1");
      titre.load("format/fill/color,format/font/bold,format/font/size,format/horizontalAlignment");
      const tableau = feuille.getRange("A2:C4");
      tableau.load("text,format/wrapText,format/verticalAlignment");
      const bordure = tableau.format.borders.getItem("EdgeTop");
      bordure.load("style,weight,color");
      const colonne = feuille.getRange("A5");
      colonne.load("format/columnWidth");
      const ligne = feuille.getRange("B2");
      ligne.load("format/rowHeight");
      const figees = feuille.freezePanes.getLocationOrNullObject();
      figees.load("address");
      const page = feuille.pageLayout;
      page.load("orientation,zoom,leftMargin,headersFooters/defaultForAllPages/centerFooter");
      const repetees = page.getPrintTitleRowsOrNullObject();
      repetees.load("address");
      const sauts = feuille.horizontalPageBreaks;
      sauts.load("items/rowIndex");
      await context.sync();
      return {
        quadrillage: feuille.showGridlines,
        titre: titre.toJSON().format,
        tableau: tableau.toJSON(),
        bordure: [bordure.style, bordure.weight, bordure.color],
        largeur: colonne.format.columnWidth,
        hauteur: ligne.format.rowHeight,
        figees: figees.address,
        page: page.toJSON(),
        repetees: repetees.address,
      };
    });
    expect(relu).toMatchObject({
      quadrillage: false,
      titre: {
        fill: { color: "#0F6CBD" },
        font: { bold: true, size: 14 },
        horizontalAlignment: "Center",
      },
      tableau: {
        format: { wrapText: true, verticalAlignment: "Center" },
        text: [
          ["Commune", "Manquants", "Part"],
          ["A", "500", "62,5 %"],
          ["B", "300", "37,5 %"],
        ],
      },
      bordure: ["Continuous", "Medium", "#A6A6A6"],
      largeur: 120,
      hauteur: 30,
      figees: "'Article 2'!1:2",
      repetees: "'Article 2'!2:2",
    });
    expect(relu.page).toMatchObject({
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1 },
    });
    expect(relu.page.leftMargin).toBeCloseTo(28.35, 2);
  });

  test("un nom défini désigne sa plage", async () => {
    const adresse = await Excel.run(async (context) => {
      const plage = context.workbook.worksheets.getItem("Données").getRange("B2:B3");
      context.workbook.names.add("MANQUANTS", plage);
      await context.sync();
      const nommee = context.workbook.names.getItem("MANQUANTS").getRange();
      nommee.load("address");
      await context.sync();
      return nommee.address;
    });
    expect(adresse).toBe("Données!B2:B3");
    banc.saisir("E1", "=SOMME(MANQUANTS)");
    expect(await banc.lire("E1")).toBe(1550);
  });

  test("s'annule d'un coup, dans l'ordre inverse", async () => {
    const avant = banc.nomsDesFeuilles();
    await Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.add("Neuve");
      feuille.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      feuille.getRange("A1").format.fill.color = "#FF0000";
      await context.sync();
    });
    expect(banc.nomsDesFeuilles()).toContain("Neuve");
    banc.annuler();
    expect(banc.nomsDesFeuilles()).toEqual(avant);
  });
});

describe("prévenir", () => {
  test("des changements, des sélections et des feuilles, avec leur auteur", async () => {
    const recus: string[] = [];
    const noter = (e: { type?: string; address?: string; triggerSource?: string }) => {
      recus.push([e.type, e.address, e.triggerSource].filter(Boolean).join(" "));
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(noter);
      worksheets.onAdded.add(noter);
      worksheets.onDeleted.add(noter);
      worksheets.onActivated.add(noter);
      worksheets.getItem("Données").onSelectionChanged.add(noter);
      await context.sync();
    });
    banc.saisir("B2", "40");
    await banc.calcule();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Données").getRange("A2:B3").select();
      const neuve = worksheets.add("Neuve");
      neuve.getRange("A1").values = [["x"]];
      neuve.activate();
      await context.sync();
      neuve.delete();
      await context.sync();
    });
    expect(recus).toEqual(
      expect.arrayContaining([
        "WorksheetChanged B2 Unknown",
        "WorksheetSelectionChanged A2:B3",
        "WorksheetAdded",
        "WorksheetChanged A1 ThisLocalAddin",
        "WorksheetActivated",
        "WorksheetDeleted",
      ])
    );
    expect(recus).not.toContain("WorksheetChanged C3 Unknown");
  });
});

describe("tomber en panne", () => {
  test("à l'opération demandée, avec le code demandé ; ce qui précède reste fait", async () => {
    const panne = banc.panne(3, "GeneralException");
    const ecriture = Excel.run(async (context) => {
      const feuille = context.workbook.worksheets.add("Cassée");
      feuille.getRange("A1").values = [[1]];
      feuille.getRange("A2").values = [[2]];
      await context.sync();
    });
    await expect(ecriture).rejects.toMatchObject({ code: "GeneralException" });
    expect(panne.declenchee).toBe(true);
    expect(banc.nomsDesFeuilles()).toContain("Cassée");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Cassée").delete();
      await context.sync();
    });
    expect(banc.nomsDesFeuilles()).not.toContain("Cassée");
  });
});
