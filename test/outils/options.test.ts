import { choisirHote } from "../../outils/choisir-hote.cjs";
import { ErreurAttendue } from "../../outils/erreur-attendue.cjs";
import { lireOptions } from "../../outils/options.cjs";

function erreurDe(action: () => unknown): unknown {
  try {
    action();
  } catch (erreur) {
    return erreur;
  }
  return undefined;
}

describe("les options de npm start", () => {
  test("sans option : port 3000, navigateur ouvert, hôte au choix", () => {
    expect(lireOptions([])).toEqual({
      classeur: undefined,
      port: 3000,
      sansNavigateur: false,
      aide: false,
      embarque: false,
    });
  });

  test.each([
    [["--classeur", "a b.xlsx"], { classeur: "a b.xlsx", embarque: true }],
    [["--port", "3100"], { port: 3100, embarque: true }],
    [["--port=0"], { port: 0, embarque: true }],
    [["--sans-navigateur"], { sansNavigateur: true, embarque: true }],
    [["--aide"], { aide: true, embarque: false }],
  ])("%j", (arguments_, attendu) => {
    expect(lireOptions(arguments_)).toMatchObject(attendu);
  });

  test.each([
    [["--prot", "3000"], "« --prot » n'existe pas"],
    [["--port"], "« --port » est mal employée"],
    [["--port", "abc"], "« abc » n'est pas un nombre entier"],
    [["--port", "-1"], "« --port » est mal employée"],
    [["--port", "65536"], "« 65536 » n'est pas un nombre entier"],
    [["--sans-navigateur=oui"], "« --sans-navigateur » est mal employée"],
    [["tableau.xlsx"], "--classeur fichier.xlsx"],
  ])("%j est refusé en français, code de sortie 2", (arguments_, message) => {
    const refus = erreurDe(() => lireOptions(arguments_));
    expect(refus).toBeInstanceOf(ErreurAttendue);
    expect(refus).toHaveProperty("codeDeSortie", 2);
    expect(refus).toHaveProperty("message", expect.stringContaining(message));
  });
});

describe("le choix de l'hôte", () => {
  test.each([
    ["win32", true, false, "excel"],
    ["darwin", true, false, "excel"],
    ["win32", false, false, "embarque"],
    ["darwin", false, false, "embarque"],
    ["linux", false, false, "embarque"],
    ["win32", true, true, "embarque"],
  ])(
    "%s, Excel présent : %s, classeur embarqué demandé : %s → %s",
    (plateforme, excelPresent, embarqueDemande, hote) => {
      expect(choisirHote({ plateforme, excelPresent, embarqueDemande }).hote).toBe(hote);
    }
  );
});
