import type { Metadonnees } from "../../src/hote";
import { demarrerBanc, type Banc } from "../integration/banc";

const METADONNEES: Metadonnees = {
  allowErrorForDataTypeAny: true,
  functions: [
    {
      id: "DOUBLE",
      name: "DOUBLE.DE",
      parameters: [{ name: "valeurs", type: "any", dimensionality: "matrix" }],
    },
    {
      id: "RECU",
      name: "RECU",
      parameters: [
        { name: "plage", type: "any", dimensionality: "matrix" },
        { name: "option", type: "any", dimensionality: "matrix", optional: true },
      ],
    },
    { id: "DIFFERE", name: "DIFFERE", parameters: [{ name: "x", type: "number" }] },
    { id: "ADRESSE", name: "ADRESSE", options: { requiresAddress: true } },
  ],
};

function associer() {
  const { Error: Erreur, ErrorCode } = CustomFunctions;
  const doubler = (valeur: unknown) => {
    if (typeof valeur === "number") return valeur * 2;
    return new Erreur(ErrorCode.invalidValue, `« ${String(valeur)} » n'est pas un nombre.`);
  };
  CustomFunctions.associate("DOUBLE", (valeurs: unknown[][]) =>
    valeurs.map((ligne) => ligne.map(doubler))
  );
  CustomFunctions.associate("RECU", (plage: unknown, option: unknown) =>
    JSON.stringify([plage, option])
  );
  const refus: unknown = new Erreur(ErrorCode.notAvailable, "Un nombre positif est attendu.");
  CustomFunctions.associate("DIFFERE", (x: number) =>
    Promise.resolve(x).then((nombre) => {
      if (nombre < 0) throw refus;
      return nombre + 1;
    })
  );
  CustomFunctions.associate("ADRESSE", (appel: { address: string }) => appel.address);
}

describe("les fonctions du complément dans les cellules", () => {
  let banc: Banc;
  beforeEach(async () => {
    banc = await demarrerBanc({ metadonnees: METADONNEES, fonctions: associer });
  });
  afterEach(() => banc.fermer());

  test("se tapent à la française, avec leur nom à points", async () => {
    banc.saisir("A1", "=CMS.DOUBLE.DE(1,5)+SOMME(1;2,5)");
    expect(await banc.lire("A1")).toBe(6.5);
    expect(await banc.lireTexte("A1")).toBe("6,5");
  });

  test("s'étalent, une erreur à la fois, chacune avec son texte", async () => {
    banc.saisir("A1", "10");
    banc.saisir("A2", "dix");
    banc.saisir("A3", "30");
    banc.saisir("C1", "=CMS.DOUBLE.DE(A1:A3)");
    expect(await banc.lire("C1")).toBe(20);
    expect(await banc.lire("C2")).toBe("#VALUE!");
    expect(await banc.lireTexte("C2")).toBe("#VALEUR!");
    expect(await banc.lire("C3")).toBe(60);
    expect(await banc.texteErreur("C2")).toBe("« dix » n'est pas un nombre.");
    expect(await banc.texteErreur("C1")).toBeUndefined();
    banc.saisir("A2", "20");
    expect(await banc.lire("C2")).toBe(40);
    expect(await banc.texteErreur("C2")).toBeUndefined();
  });

  test("reçoivent leurs arguments comme d'Excel : omis null, cellule vide 0, texte intact", async () => {
    banc.saisir("A1", "=CMS.RECU(B1:C2)");
    banc.saisir("B1", "'012");
    banc.saisir("C2", "VRAI");
    expect(JSON.parse(String(await banc.lire("A1")))).toEqual([
      [
        ["012", 0],
        [0, true],
      ],
      null,
    ]);
  });

  test("reçoivent l'erreur d'une cellule au lieu d'être refusées", async () => {
    banc.saisir("B1", "=NA()");
    banc.saisir("A1", "=CMS.RECU(B1;2)");
    const recu = JSON.parse(String(await banc.lire("A1"))) as [[[unknown]], unknown];
    const [[[erreur]], option] = recu;
    expect(erreur).toMatchObject({ type: "Error", basicValue: "#N/A", code: "#N/A" });
    expect(option).toEqual([[2]]);
  });

  test("peuvent être différées et refuser avec un texte", async () => {
    banc.saisir("A1", "=CMS.DIFFERE(A2)");
    banc.saisir("A2", "41");
    expect(await banc.lire("A1")).toBe(42);
    banc.saisir("A2", "-1");
    expect(await banc.lire("A1")).toBe("#N/A");
    expect(await banc.texteErreur("A1")).toBe("Un nombre positif est attendu.");
    banc.saisir("A2", "mot");
    expect(await banc.lire("A1")).toBe("#VALUE!");
  });

  test("connaissent l'adresse de leur cellule si elles la demandent", async () => {
    banc.saisir("B7", "=CMS.ADRESSE()");
    expect(await banc.lire("B7")).toBe("Feuil1!B7");
  });
});

test("une formule calculée avant le complément est recalculée quand il arrive", async () => {
  const banc = await demarrerBanc({
    feuilles: { Feuil1: [["=CMS.DOUBLE.DE(21)", "=A1+1"]] },
    metadonnees: METADONNEES,
    fonctions: associer,
  });
  expect(await banc.lire("A1")).toBe(42);
  expect(await banc.lire("B1")).toBe(43);
  banc.fermer();
});
