import { lettresDeColonne } from "../../src/tableau";
import type { Page } from "playwright-core";
import {
  Atelier,
  DELAI_MS,
  allerA,
  conclure,
  decrireAvecChromium,
  lireCellule,
  violationsDuVolet,
  type Essai,
} from "./page";

/** Le dossier entier, coché puis créé dans le volet : chaque feuille s'ouvre, sans une cellule en erreur. */

jest.setTimeout(2 * DELAI_MS);

/** Ce qui est regardé de chaque feuille. */
const ETENDUE = { lignes: 60, colonnes: 20 };

decrireAvecChromium("le dossier, dans le navigateur", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  afterEach(() => conclure(essai));

  async function ouvrirLeDossier(): Promise<void> {
    const { volet } = essai;
    await volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
    await volet.getByRole("tab", { name: "Dossier" }).click();
    await volet.getByRole("heading", { name: "Feuilles du dossier" }).waitFor();
  }

  test("tout cocher, créer, ouvrir : aucune cellule en erreur", async () => {
    essai = await atelier.essayer();
    await ouvrirLeDossier();
    const { page, volet } = essai;
    await volet.getByRole("checkbox", { name: "Tout cocher" }).check();
    const noms = await volet
      .getByRole("textbox", { name: /^Nom de la feuille/ })
      .evaluateAll((champs) => champs.map((champ) => (champ as HTMLInputElement).value));
    await volet.getByRole("button", { name: "Créer les feuilles" }).click();
    await volet.getByText(/feuilles créées/).waitFor();
    expect(noms.length).toBeGreaterThan(1);

    const notifications = noms.find((nom) => nom.startsWith("Notifications")) ?? "";
    await volet.getByRole("button", { name: `Ouvrir «\u00a0${notifications}\u00a0»` }).click();
    // La feuille active est la sienne.
    while ((await lireCellule(page, "A1")).valeur !== "Commune");
    expect(await erreursDe(page, noms)).toEqual([]);
    // Ouverte, elle ne prend pas la place du tableau contrôlé.
    await volet.getByRole("heading", { name: "Feuilles du dossier" }).waitFor();
  });

  test("le dossier s'annule d'un Ctrl+Z, se refait d'un Ctrl+Y, et s'annule encore depuis une de ses feuilles", async () => {
    essai = await atelier.essayer();
    await ouvrirLeDossier();
    const { page, volet } = essai;
    await volet.getByRole("checkbox", { name: "Tout cocher" }).check();
    await volet.getByRole("button", { name: "Créer les feuilles" }).click();
    await volet.getByText(/feuilles créées/).waitFor();
    const onglet = page.getByText("Préambule 2023-2025", { exact: true });
    const titre = await lireCellule(page, "'Préambule 2023-2025'!A1");

    await allerA(page, "A1");
    await page.keyboard.press("Control+z");
    await onglet.waitFor({ state: "detached" });
    await page.keyboard.press("Control+y");
    await onglet.waitFor();
    expect(await lireCellule(page, "'Préambule 2023-2025'!A1")).toEqual(titre);

    await onglet.click();
    await allerA(page, "A3");
    await page.keyboard.press("Control+z");
    await onglet.waitFor({ state: "detached" });
  });

  test("au clavier : la case, l'aperçu, puis le nom", async () => {
    essai = await atelier.essayer();
    await ouvrirLeDossier();
    const { page, volet } = essai;
    const coche = volet.getByRole("checkbox", { name: "Notifications" });
    await coche.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await volet.getByRole("table", { name: /Notifications/ }).waitFor();
    await page.keyboard.press("Tab");
    const nom = volet.getByRole("textbox", { name: /Nom de la feuille.*Notifications/ });
    expect(await nom.evaluate((champ) => champ === document.activeElement)).toBe(true);
  });

  test.each(["light", "dark"] as const)("axe ne trouve rien à redire (%s)", async (colorScheme) => {
    essai = await atelier.essayer({ colorScheme });
    await ouvrirLeDossier();
    const { page, volet } = essai;
    await volet.getByRole("checkbox", { name: "Tout cocher" }).check();
    await volet.getByRole("button", { name: /^Aperçu de.*Notifications/ }).click();
    await volet.getByRole("table", { name: /Notifications/ }).waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
  });
});

/** Les cellules qui montrent une erreur, une fois tout calculé. */
async function erreursDe(page: Page, noms: readonly string[]): Promise<unknown[]> {
  const adresses = noms.flatMap((nom) =>
    Array.from({ length: ETENDUE.lignes }, (_, ligne) =>
      Array.from(
        { length: ETENDUE.colonnes },
        (__, colonne) => `'${nom.replaceAll("'", "''")}'!${lettresDeColonne(colonne)}${ligne + 1}`
      )
    ).flat()
  );
  return page.evaluate(async (demandees) => {
    const { lireCellule: lire } = window as unknown as {
      lireCellule: (adresse: string) => Promise<{ valeur: unknown }>;
    };
    const fautives = [];
    for (const adresse of demandees) {
      const { valeur } = await lire(adresse);
      if (typeof valeur === "string" && valeur.startsWith("#")) fautives.push([adresse, valeur]);
    }
    return fautives;
  }, adresses);
}
