import type { Page } from "playwright-core";
import {
  Atelier,
  DELAI_MS,
  allerA,
  decrireAvecChromium,
  taper,
  type Essai,
  violationsDuVolet,
} from "./page";

/** Ce que voit une personne qui surligne les cellules en cause, et choisit ce qui est lu. */

jest.setTimeout(DELAI_MS);

/** Fond et encre des erreurs, tels que dessinés. */
const ROSE = "255,199,206";
const ROUGE = "156,0,6";

decrireAvecChromium("surligner, dans le navigateur", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  beforeEach(async () => {
    essai = await atelier.essayer({ viewport: { width: 1400, height: 1100 } });
    const { page, volet } = essai;
    await volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
    await allerA(page, "G8");
    await taper(page, "178");
    await volet.getByText("Il manque 1 logement", { exact: true }).waitFor();
  });

  afterEach(async () => {
    const { plaintes, dehors, page } = essai;
    await page.context().close();
    // Chromium le dit de nos relevés de couleur, pas de la page.
    const siennes = plaintes.filter((plainte) => !plainte.includes("willReadFrequently"));
    expect({ plaintes: siennes, dehors }).toEqual({ plaintes: [], dehors: [] });
  });

  test("les cellules en cause se voient, le surlignage suit la correction, puis se retire", async () => {
    const { page, volet } = essai;
    expect(await estDessinee(page, ROSE)).toBe(false);
    const interrupteur = volet.getByRole("switch", { name: "Surligner dans la feuille" });
    await interrupteur.click();
    await volet.getByText("Les cellules en cause sont surlignées.").waitFor();
    await dessinee(page, ROSE, true);
    await dessinee(page, ROUGE, true);

    // Le total corrigé, plus rien n'est en cause.
    await allerA(page, "G8");
    await taper(page, "179");
    await volet.getByText(/^Aucune cellule à surligner/).waitFor();
    await dessinee(page, ROSE, false);

    await allerA(page, "G8");
    await taper(page, "178");
    await dessinee(page, ROSE, true);
    await interrupteur.click();
    await volet.getByText("La feuille ne porte plus de surlignage du complément.").waitFor();
    await dessinee(page, ROSE, false);
    expect(await estDessinee(page, ROUGE)).toBe(false);
  });

  test("lire une autre feuille, puis la sélection ; axe ne trouve rien à redire", async () => {
    const { page, volet } = essai;
    const choix = volet.getByRole("combobox", { name: "Lire" });
    await choix.click();
    await volet.getByRole("option", { name: /Feuil1/ }).click();
    await volet.getByText("Aucun tableau reconnu").first().waitFor();
    await allerA(page, "A6:G8");
    await choix.click();
    await volet.getByRole("option", { name: "La sélection" }).click();
    // Sans sa ligne de total, le tableau s'arrête à la sélection.
    await volet.getByRole("button", { name: /A6:G8.*2 communes ·/ }).waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
  });
});

/** Attend qu'une couleur soit dessinée dans la grille, ou ne le soit plus. */
async function dessinee(page: Page, couleur: string, attendue: boolean): Promise<void> {
  while ((await estDessinee(page, couleur)) !== attendue) {
    await page.evaluate(() => new Promise((resoudre) => requestAnimationFrame(resoudre)));
  }
}

function estDessinee(page: Page, couleur: string): Promise<boolean> {
  return page.evaluate((voulue) => {
    const [rouge, vert, bleu] = voulue.split(",").map(Number);
    return [...document.querySelectorAll("canvas")].some((toile) => {
      const pixels = toile.getContext("2d")?.getImageData(0, 0, toile.width, toile.height).data;
      if (!pixels) return false;
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i] === rouge && pixels[i + 1] === vert && pixels[i + 2] === bleu) return true;
      }
      return false;
    });
  }, couleur);
}
