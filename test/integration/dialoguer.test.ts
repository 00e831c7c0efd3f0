import { allerA, insererFormule, surChangement } from "../../src/classeur";
import { demarrerBanc, type Banc } from "./banc";

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Feuil1: [["Titre", "=1+1"]], "L'autre": [] } });
});

afterEach(() => banc.fermer());

test("aller à une cellule active sa feuille et la sélectionne, en un aller-retour", async () => {
  await allerA("L'autre", "C5");
  expect(banc.fil.nombre).toBe(1);
  const adresse = await Excel.run(async (context) => {
    const cellule = context.workbook.getActiveCell();
    cellule.load("address");
    await context.sync();
    return cellule.address;
  });
  expect(adresse).toBe("'L''autre'!C5");
});

describe("insérer une formule", () => {
  test("dans une cellule vide : elle est écrite et calculée", async () => {
    await allerA("Feuil1", "A3");
    expect(await insererFormule("=SUM(2,3)")).toEqual({ faite: true, adresse: "Feuil1!A3" });
    expect(await banc.lire("A3")).toBe(5);
  });

  test.each([
    ["A1", "Titre"],
    ["B1", "2"],
  ])("dans %s, occupée : rien n'est écrit, et la cellule est nommée", async (cellule, contenu) => {
    await allerA("Feuil1", cellule);
    const adresse = `Feuil1!${cellule}`;
    expect(await insererFormule("=SUM(2,3)")).toEqual({ faite: false, adresse, contenu });
    expect(await banc.lireTexte(cellule)).toBe(contenu);
  });

  test("la confirmation ne vaut que pour la cellule nommée", async () => {
    await allerA("Feuil1", "A1");
    expect(await insererFormule("=SUM(2,3)", "Feuil1!B1")).toMatchObject({ faite: false });
    expect(await insererFormule("=SUM(2,3)", "Feuil1!A1")).toMatchObject({ faite: true });
    expect(await banc.lire("A1")).toBe(5);
  });
});

describe("être prévenu", () => {
  /** Attend le prochain appel. */
  function attendre(): { rappel: jest.Mock; appel: Promise<void> } {
    const rappel = jest.fn();
    const appel = new Promise<void>((resoudre) => rappel.mockImplementation(() => resoudre()));
    return { rappel, appel };
  }

  test("d'une saisie, une fois pour plusieurs cellules rapprochées", async () => {
    const { rappel, appel } = attendre();
    const desabonner = await surChangement(rappel);
    for (const cellule of ["A5", "A6", "A7"]) banc.saisir(cellule, "1");
    await appel;
    expect(rappel).toHaveBeenCalledTimes(1);
    await desabonner();
  });

  test("d'un changement de feuille", async () => {
    const { rappel, appel } = attendre();
    const desabonner = await surChangement(rappel);
    await allerA("L'autre", "A1");
    await appel;
    expect(rappel).toHaveBeenCalledTimes(1);
    await desabonner();
  });

  test("pas de nos propres écritures, ni après s'être désabonné", async () => {
    const minuteries = jest.spyOn(globalThis, "setTimeout");
    const demandes = (): number =>
      minuteries.mock.calls.filter(([, delai]) => delai === 300).length;
    const desabonner = await surChangement(jest.fn());
    await allerA("Feuil1", "A9");
    await insererFormule("=SUM(2,3)");
    await banc.calcule();
    expect(demandes()).toBe(0);

    banc.saisir("A10", "1");
    await banc.calcule();
    expect(demandes()).toBe(1);

    await desabonner();
    banc.saisir("A11", "1");
    await banc.calcule();
    expect(demandes()).toBe(1);
    minuteries.mockRestore();
  });
});
