import { demarrerBanc, type Banc } from "../integration/banc";

let banc: Banc;
beforeEach(async () => {
  banc = await demarrerBanc();
});
afterEach(() => banc.fermer());

test("une forme par ligne, une par colonne, et rien au-delà", async () => {
  const lu = await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.getItem("Feuil1");
    feuille.getRange("A1:B2").setRowProperties([
      {
        format: {
          font: { bold: true },
          rowHeight: 30,
          borders: {
            bottom: { style: "Continuous", weight: "Medium" },
            right: { style: "Double" },
          },
        },
      },
      { format: { fill: { color: "#EDEDED" } } },
    ]);
    feuille
      .getRange("A1:B1")
      .setColumnProperties([{ format: { columnWidth: 120 } }, { format: { columnWidth: 60 } }]);
    const lire = (adresse: string): Excel.Range => {
      const plage = feuille.getRange(adresse);
      plage.load("format/rowHeight,format/columnWidth,format/font/bold,format/fill/color");
      return plage;
    };
    const plages = [lire("A1"), lire("B2"), lire("C1")];
    const bord = (adresse: string, cote: "EdgeBottom" | "EdgeRight"): Excel.RangeBorder => {
      const trait = feuille.getRange(adresse).format.borders.getItem(cote);
      trait.load("style,weight");
      return trait;
    };
    const bords = [bord("A1", "EdgeBottom"), bord("B1", "EdgeRight"), bord("A1", "EdgeRight")];
    await context.sync();
    return { plages: plages.map((p) => p.toJSON().format), bords: bords.map((b) => b.toJSON()) };
  });
  expect(lu.plages).toMatchObject([
    { rowHeight: 30, columnWidth: 120, font: { bold: true }, fill: { color: "#FFFFFF" } },
    { columnWidth: 60, font: { bold: false }, fill: { color: "#EDEDED" } },
    { font: { bold: false }, fill: { color: "#FFFFFF" } },
  ]);
  expect(lu.bords).toMatchObject([
    { style: "Continuous", weight: "Medium" },
    { style: "Double" },
    { style: "None" },
  ]);
});

test("une liste qui n'a pas une forme par ligne est refusée", async () => {
  const essai = Excel.run(async (context) => {
    const plage = context.workbook.worksheets.getItem("Feuil1").getRange("A1:B3");
    plage.setRowProperties([{ format: { wrapText: true } }]);
    await context.sync();
  });
  await expect(essai).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("une propriété que l'hôte ne sert pas répond ApiNotFound", async () => {
  const essai = Excel.run(async (context) => {
    const plage = context.workbook.worksheets.getItem("Feuil1").getRange("A1:B1");
    plage.setRowProperties([{ format: { indentLevel: 2 } }]);
    await context.sync();
  });
  await expect(essai).rejects.toMatchObject({ code: "ApiNotFound" });
});
