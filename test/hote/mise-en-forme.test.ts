import { demarrerBanc, type Banc } from "../integration/banc";

/** Styles, traits, fusions et largeurs : l'hôte les garde et les pose à sa façon ; ce qui se lit et s'annule doit être ce que fait Excel. */

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Essai: [["a", "b", "c"]], Autre: [] } });
});

afterEach(() => banc.fermer());

function surLaFeuille<T>(
  faire: (feuille: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>
): Promise<T> {
  return Excel.run(async (context) => {
    const rendu = await faire(context.workbook.worksheets.getItem("Essai"), context);
    await context.sync();
    return rendu;
  });
}

type Cote = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

function traitsDe(...demandes: [adresse: string, cote: Cote][]): Promise<string[]> {
  return surLaFeuille(async (feuille, context) => {
    const bordures = demandes.map(([adresse, cote]) =>
      feuille.getRange(adresse).format.borders.getItem(cote)
    );
    for (const bordure of bordures) bordure.load("style,weight");
    await context.sync();
    return bordures.map(({ style, weight }) => (style === "Continuous" ? weight : style));
  });
}

/** Fusions, largeur de la première colonne, style et contenu d'une ligne, tels qu'Univer les garde. */
function etat() {
  const feuille = banc.hote.classeur.feuille("Essai")?.getSheet();
  if (!feuille) throw new Error("La feuille « Essai » a disparu.");
  return {
    fusions: feuille.getMergeData().length,
    largeur: feuille.getColumnWidth(0),
    cellules: [0, 1, 2].map((colonne) => [
      feuille.getCellRaw(0, colonne)?.v ?? "",
      feuille.getCellStyle(0, colonne) ?? null,
    ]),
  };
}

test("deux cellules voisines partagent un trait : le dernier posé vaut pour les deux", async () => {
  await surLaFeuille((feuille) => {
    feuille.getRange("B2:C2").format.borders.getItem("EdgeBottom").weight = "Medium";
    feuille.getRange("B3").format.borders.getItem("EdgeTop").style = "Double";
    feuille.getRange("B2:B3").format.borders.getItem("EdgeRight").weight = "Thick";
  });
  const traits = await traitsDe(
    ["B2", "EdgeBottom"],
    ["B3", "EdgeTop"],
    ["C2", "EdgeBottom"],
    ["C3", "EdgeTop"],
    ["C3", "EdgeLeft"],
    ["A2", "EdgeRight"]
  );
  expect(traits).toEqual(["Double", "Double", "Medium", "Medium", "Thick", "None"]);
});

test("un trait retiré d'un côté l'est aussi de la cellule voisine", async () => {
  await surLaFeuille((feuille) => {
    feuille.getRange("B2").format.borders.getItem("EdgeBottom").style = "Continuous";
  });
  await surLaFeuille((feuille) => {
    feuille.getRange("B3").format.borders.getItem("EdgeTop").style = "None";
  });
  expect(await traitsDe(["B2", "EdgeBottom"], ["B3", "EdgeTop"])).toEqual(["None", "None"]);
});

test("un style se relit dans le lot qui l'écrit, et un effacement vient après lui", async () => {
  const lu = await surLaFeuille(async (feuille, context) => {
    const plage = feuille.getRange("A1:B1");
    plage.format.font.bold = true;
    plage.format.fill.color = "#EDEDED";
    plage.load("format/font/bold,format/fill/color");
    feuille.getRange("B1").clear("Formats");
    const effacee = feuille.getRange("B1");
    effacee.load("format/font/bold");
    await context.sync();
    return [plage.format.font.bold, plage.format.fill.color, effacee.format.font.bold];
  });
  expect(lu).toEqual([true, "#EDEDED", false]);
});

test("une feuille mise en forme puis supprimée dans le même lot ne laisse rien", async () => {
  await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.add("Passagère");
    feuille.getRange("A1:C3").format.font.bold = true;
    feuille.delete();
    await context.sync();
  });
  expect(banc.nomsDesFeuilles()).toEqual(["Essai", "Autre"]);
});

test("ajouter une feuille et y fusionner ne change pas la feuille active", async () => {
  await Excel.run(async (context) => {
    const feuille = context.workbook.worksheets.add("Nouvelle");
    feuille.getRange("A1:C1").merge();
    feuille.getRange("A2:C3").merge(true);
    await context.sync();
  });
  expect(banc.hote.classeur.univer.getActiveSheet().getSheetName()).toBe("Essai");
  expect(banc.hote.classeur.feuille("Nouvelle")?.getSheet().getMergeData()).toHaveLength(3);
});

test("une fusion ne garde que la première valeur, et se refait sur une autre", async () => {
  await surLaFeuille((feuille) => {
    feuille.getRange("A1:B1").merge();
    feuille.getRange("A1:C1").merge();
  });
  expect(etat().cellules.map(([valeur]) => valeur)).toEqual(["a", "", ""]);
  expect(etat().fusions).toBe(1);
});

test("styles, traits, fusions et largeurs d'un lot s'annulent d'un coup", async () => {
  const avant = etat();
  await surLaFeuille((feuille) => {
    const plage = feuille.getRange("A1:C1");
    plage.format.font.size = 14;
    plage.format.borders.getItem("EdgeBottom").style = "Continuous";
    plage.format.columnWidth = 120;
    plage.merge();
  });
  expect(etat()).not.toEqual(avant);
  banc.annuler();
  expect(etat()).toEqual(avant);
});
