import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Atelier, DELAI_MS, allerA, decrireAvecChromium, lireCellule, type Essai } from "./page";

/** Ce que la saisie d'une formule propose : chaque fonction du complément, puis l'aide de ses arguments. */

jest.setTimeout(DELAI_MS);

interface Fonction {
  name: string;
  description: string;
  parameters?: { name: string; description: string }[];
}

const { functions } = JSON.parse(
  readFileSync(join(__dirname, "../fonctions/functions.json"), "utf8")
) as { functions: Fonction[] };

decrireAvecChromium("la saisie d'une formule", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
    essai = await atelier.essayer();
  });

  afterAll(() => atelier.fermer());

  test(`les ${functions.length} fonctions se proposent, chacune avec l'aide de ses arguments`, async () => {
    const { page } = essai;
    const proposees = page.locator("[data-u-comp='sheets-formula-editor'] li");
    await allerA(page, "B2");
    for (const { name, description, parameters = [] } of functions) {
      const nom = `CMS.${name}`;
      await page.keyboard.type("=CMS.");
      // D'un coup : signe à signe, la liste se referait à chacun.
      await page.keyboard.insertText(name);
      await proposees
        .filter({ has: page.getByText(nom, { exact: true }) })
        .first()
        .click();
      // L'aide de la fonction : son appel, puis ce qu'elle donne et chaque argument.
      const aide = page
        .locator("div.univer-select-none")
        .filter({ has: page.getByText(`${nom}(`, { exact: true }) });
      await aide.waitFor();
      const texte = await aide.textContent();
      expect([nom, texte]).toEqual([nom, expect.stringContaining(description)]);
      for (const parametre of parameters) {
        expect([nom, texte]).toEqual([nom, expect.stringContaining(parametre.name)]);
        expect([nom, texte]).toEqual([nom, expect.stringContaining(parametre.description)]);
      }
      await page.keyboard.press("Escape");
      await aide.waitFor({ state: "hidden" });
    }
    // Échap a tout annulé : chaque nom a bien été tapé dans une cellule vide.
    expect(await lireCellule(page, "B2")).toMatchObject({ texte: "" });
    expect({ plaintes: essai.plaintes, dehors: essai.dehors }).toEqual({
      plaintes: [],
      dehors: [],
    });
  });
});
