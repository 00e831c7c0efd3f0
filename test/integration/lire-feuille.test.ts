import { lireFeuille } from "../../src/classeur";
import { demarrerBanc, type Banc } from "./banc";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({
    feuilles: {
      Données: [
        [null, null, null],
        [null, "Commune", "Manquants"],
        [null, "Ambérieu", 1250],
        [null, "Bellegarde", "=1/0"],
        [null, "33 %", "=C3*2"],
      ],
      "Vide, elle": [],
    },
  });
});

afterEach(() => banc.fermer());

async function ecrire(feuille: string, adresse: string, valeur: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(feuille).getRange(adresse).values = [[valeur]];
    await context.sync();
  });
}

test("la feuille active en un aller-retour : valeurs, formules, formats, erreurs, noms des feuilles", async () => {
  const lue = await lireFeuille();
  expect(banc.fil.nombre).toBe(1);
  expect(lue).toMatchObject({
    nom: "Données",
    feuilles: ["Données", "Vide, elle"],
    ligne: 1,
    colonne: 1,
    deborde: null,
  });
  expect(lue.cellules[0]).toMatchObject([{ valeur: "Commune" }, { valeur: "Manquants" }]);
  expect(lue.cellules[1]?.[1]).toMatchObject({ valeur: 1250, format: "General" });
  expect(lue.cellules[2]?.[1]).toMatchObject({
    valeur: { erreur: "#DIV/0!" },
    formule: "=1/0",
  });
  expect(lue.cellules[3]).toMatchObject([{ valeur: 0.33 }, { valeur: 2500, formule: "=C3*2" }]);
});

test("aucun aller-retour ne suit la lecture", async () => {
  await lireFeuille();
  await lireFeuille();
  expect(banc.fil.nombre).toBe(2);
});

test("un texte qui ressemble à une formule n'en est pas une", async () => {
  await ecrire("Données", "B3", "'=1+1");
  const { cellules } = await lireFeuille();
  expect(cellules[1]?.[0]).toEqual({ valeur: "=1+1", texte: "=1+1", format: "General" });
});

test("une feuille vide donne une lecture vide", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Vide, elle").activate();
    await context.sync();
  });
  expect(await lireFeuille()).toMatchObject({
    nom: "Vide, elle",
    cellules: [],
    deborde: null,
  });
});

test("lignes et colonnes masquées, fusions : dites dans le même aller-retour, avec les rangs de la feuille", async () => {
  const feuille = banc.hote.classeur.feuille("Données");
  feuille?.hideRows(3, 1);
  feuille?.hideColumns(0, 1);
  feuille?.getRange("B2:C2").merge({ isForceMerge: true });
  feuille?.getRange("B7:B8").merge({ isForceMerge: true });
  feuille?.getRange("B8").setValue("sous le tableau");
  banc.fil.vider();
  const lue = await lireFeuille();
  expect(banc.fil.nombre).toBe(1);
  expect(lue.lignesMasquees).toEqual(new Set([3]));
  expect(lue.colonnesMasquees).toEqual(new Set([0]));
  expect(lue.fusions).toEqual(["B2:C2", "B7:B8"]);
});

test("rien de masqué ni de fusionné : c'est dit aussi", async () => {
  const { lignesMasquees, colonnesMasquees, fusions } = await lireFeuille();
  expect([lignesMasquees, colonnesMasquees, fusions]).toEqual([new Set(), new Set(), []]);
});

test("un nom de feuille plein de signes ne trouble pas les fusions", async () => {
  const feuille = banc.hote.classeur.feuille("Vide, elle");
  feuille?.setName("l'an 1 !A1,B2");
  feuille?.getRange("A1").setValue("Titre");
  feuille?.getRange("A1:C1").merge({ isForceMerge: true });
  const lue = await lireFeuille({ aLire: { feuille: "l'an 1 !A1,B2" } });
  expect(lue).toMatchObject({ nom: "l'an 1 !A1,B2", fusions: ["A1:C1"] });
});

test("une version d'Excel qui ne dit pas les fusions : le reste est lu, d'un aller-retour", async () => {
  jest
    .spyOn(Office.context.requirements, "isSetSupported")
    .mockImplementation((_, version) => String(version) !== "1.13");
  const lue = await lireFeuille();
  expect(banc.fil.nombre).toBe(1);
  expect(lue).toMatchObject({ nom: "Données", lignesMasquees: new Set() });
  expect(lue).not.toHaveProperty("fusions");
});

test("Excel bute sur le détail : les cellules sont relues seules", async () => {
  const panne = banc.panne(24);
  const lue = await lireFeuille();
  expect(panne.declenchee).toBe(true);
  expect(banc.fil.nombre).toBe(2);
  expect(lue.cellules[1]?.[1]).toMatchObject({ valeur: 1250 });
  expect(lue).not.toHaveProperty("lignesMasquees");
});

test("une cellule en cours de saisie : l'échec se dit aussitôt", async () => {
  banc.panne(0, "InvalidOperationInCellEditMode");
  await expect(lireFeuille()).rejects.toMatchObject({
    code: "InvalidOperationInCellEditMode",
  });
  expect(banc.fil.nombre).toBe(1);
});

describe("choisir ce qui est lu", () => {
  test("une autre feuille, sans l'ouvrir, en un aller-retour", async () => {
    banc.hote.classeur.feuille("Vide, elle")?.getRange("D4").setValue("ici");
    const lue = await lireFeuille({ aLire: { feuille: "Vide, elle" } });
    expect(banc.fil.nombre).toBe(1);
    expect(lue).toMatchObject({ nom: "Vide, elle", ligne: 3, colonne: 3, plage: null });
    expect(banc.hote.classeur.univer.getActiveSheet().getSheetName()).toBe("Données");
  });

  test("une feuille qui n'existe plus : ItemNotFound", async () => {
    const lecture = lireFeuille({ aLire: { feuille: "Partie" } });
    await expect(lecture).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("la sélection, en un aller-retour : ses seules cellules, et sa plage", async () => {
    banc.hote.classeur.feuille("Données")?.getRange("C2:D3").activate();
    const lue = await lireFeuille({ aLire: "selection" });
    expect(banc.fil.nombre).toBe(1);
    expect(lue).toMatchObject({ nom: "Données", ligne: 1, colonne: 2, plage: "C2:D3" });
    expect(lue.cellules.map((rangee) => rangee.map(({ valeur }) => valeur))).toEqual([
      ["Manquants"],
      [1250],
    ]);
  });

  test("une seule cellule sélectionnée : toute la feuille", async () => {
    banc.hote.classeur.feuille("Données")?.getRange("C3").activate();
    const lue = await lireFeuille({ aLire: "selection" });
    expect(lue).toMatchObject({ ligne: 1, colonne: 1, plage: null });
    expect(lue.cellules).toHaveLength(4);
  });

  test("une plage vide, à côté du tableau : rien à lire", async () => {
    const lue = await lireFeuille({ aLire: { feuille: "Données", plage: "F1:G9" } });
    expect(lue).toMatchObject({ cellules: [], plage: "F1:G9" });
  });

  test("des colonnes entières : ce qui y est rempli", async () => {
    const lue = await lireFeuille({ aLire: { feuille: "Données", plage: "B:B" } });
    expect(lue.cellules.map((rangee) => rangee.length)).toEqual([1, 1, 1, 1]);
    expect(lue.deborde).toBeNull();
  });
});

test("une feuille trop grande est lue jusqu'à la borne, et le dit", async () => {
  await ecrire("Données", "B2500", "au loin");
  const { cellules, deborde } = await lireFeuille();
  expect(cellules).toHaveLength(1999);
  expect(deborde).toContain("B2:C2500");
});
