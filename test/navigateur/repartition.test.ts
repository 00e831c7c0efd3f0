import {
  Atelier,
  DELAI_MS,
  allerA,
  decrireAvecChromium,
  lireCellule,
  taper,
  violationsDuVolet,
} from "./page";

/** Il manque un logement : se faire proposer une répartition, l'écrire, puis joindre le rapport. */

jest.setTimeout(DELAI_MS);

decrireAvecChromium("répartition et rapport", () => {
  let atelier: Atelier;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  test("de « il manque 1 logement » au rapport d'un tableau équilibré", async () => {
    const { page, volet, plaintes, dehors } = await atelier.essayer({
      viewport: { width: 1000, height: 900 },
    });
    await volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
    await allerA(page, "G8");
    await taper(page, "178");
    await volet.getByText("Il manque 1 logement", { exact: true }).waitFor();

    await volet.getByRole("button", { name: "Proposer une répartition…" }).click();
    await volet.getByRole("row", { name: /^Commune A plancher 85 165 85 86 \+1$/ }).waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
    await volet.getByRole("button", { name: "Écrire 1 objectif" }).click();
    await volet
      .getByText(/1 cellule écrite/)
      .first()
      .waitFor();
    expect((await lireCellule(page, "G7")).valeur).toBe(86);
    // Le taux après de l'exemple est une formule : il suit de lui-même.
    expect((await lireCellule(page, "F7")).valeur).toBeCloseTo(86 / 500);

    await volet.getByRole("button", { name: "Retour au contrôle" }).click();
    await volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
    await volet.getByRole("button", { name: "Écrire le rapport" }).click();
    await volet.getByRole("button", { name: "Ouvrir la feuille" }).click();
    // Le volet reste sur le tableau contrôlé, jusqu'à ce qu'on lui demande la feuille ouverte.
    await volet.getByRole("button", { name: "Relancer le contrôle" }).click();
    await volet
      .getByRole("heading", { name: "Cette feuille est un rapport de contrôle" })
      .waitFor();
    const verdict = await lireCellule(page, "'Contrôle CMS'!A3");
    expect(verdict.texte).toMatch(/^Équilibré\s: 264 avant, 264 après/);
    expect({ plaintes, dehors }).toEqual({ plaintes: [], dehors: [] });
    await page.context().close();
  });
});
