import { lireFeuilleActive } from "../../src/classeur";
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
  const lue = await lireFeuilleActive();
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
  await lireFeuilleActive();
  await lireFeuilleActive();
  expect(banc.fil.nombre).toBe(2);
});

test("un texte qui ressemble à une formule n'en est pas une", async () => {
  await ecrire("Données", "B3", "'=1+1");
  const { cellules } = await lireFeuilleActive();
  expect(cellules[1]?.[0]).toEqual({ valeur: "=1+1", texte: "=1+1", format: "General" });
});

test("une feuille vide donne une lecture vide", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Vide, elle").activate();
    await context.sync();
  });
  expect(await lireFeuilleActive()).toMatchObject({
    nom: "Vide, elle",
    cellules: [],
    deborde: null,
  });
});

test("une feuille trop grande est lue jusqu'à la borne, et le dit", async () => {
  await ecrire("Données", "B2500", "au loin");
  const { cellules, deborde } = await lireFeuilleActive();
  expect(cellules).toHaveLength(1999);
  expect(deborde).toContain("B2:C2500");
});
