import {
  Atelier,
  DELAI_MS,
  allerA,
  conclure,
  decrireAvecChromium,
  lireCellule,
  taper,
  violationsDuVolet,
  type Essai,
} from "./page";

/** Du projet à l'avenant : les opérations saisies dans la grille, le contrat figé, puis ce qui change après la signature. */

jest.setTimeout(2 * DELAI_MS);

const ARTICLE_3 = "Article 3 – 2023-2025";
const SOURCE = "Exemple CMS";

decrireAvecChromium("suivre", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  afterEach(() => conclure(essai));

  test("créer l'article 3, saisir, suivre, figer, modifier, conclure un avenant", async () => {
    essai = await atelier.essayer();
    const { page, volet } = essai;
    const bouton = (name: string) => volet.getByRole("button", { name, exact: true });
    const aTrouver = (nombre: number): Promise<void> =>
      volet
        .getByRole("heading", { name: `${nombre} logements à trouver d’ici fin 2025` })
        .waitFor();
    await bouton("Insérer un exemple").click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByRole("tab", { name: "Suivre" }).click();
    await aTrouver(264);
    expect(await violationsDuVolet(page)).toEqual([]);

    await bouton("Créer la feuille Article 3").click();
    await bouton("Ouvrir la feuille").click();
    const ligne = await premiereLigne();
    await saisir("A", ligne, ["Commune A", "Commune B"]);
    await saisir("B", ligne, ["La Forge", "Les Vergers"]);
    await saisir("G", ligne, ["40", "50"]);
    await saisir("L", ligne, ["2024", "2025"]);
    await saisir("M", ligne, ["2024"]);
    await aTrouver(174);
    await volet
      .getByRole("img", { name: "40 financés, 50 prévus, 174 à trouver sur 264" })
      .waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);

    await bouton("Figer le contrat signé…").click();
    await volet.getByLabel("Date de signature").fill("2023-06-30");
    expect(await violationsDuVolet(page)).toEqual([]);
    await bouton("Figer").click();
    await volet.getByText(/2 objectifs gardés/).waitFor();
    await bouton("Fermer").click();
    await volet.getByText("Mutualisant · 2023-2025 · signé le 30/06/2023").waitFor();
    await volet.locator("button:focus", { hasText: "Préparer un avenant…" }).waitFor();

    await page.getByText(SOURCE, { exact: true }).click();
    await allerA(page, "B8");
    await taper(page, "290");
    const inventaire = volet.locator("[data-code='deficit-signe']");
    await inventaire.waitFor();
    expect(await inventaire.innerText()).toMatch(/300[^]*290/);
    await aTrouver(174);
    await allerA(page, "G8");
    await taper(page, "185");
    const objectif = volet.locator("[data-code='objectif-signe']");
    await objectif.waitFor();
    expect(await objectif.innerText()).toMatch(/179[^]*185/);
    expect(await violationsDuVolet(page)).toEqual([]);

    await bouton("Préparer un avenant…").click();
    await volet.getByRole("row", { name: "Commune B 179 185 +6" }).waitFor();
    await volet.getByLabel("Date de signature").fill("2024-02-15");
    expect(await violationsDuVolet(page)).toEqual([]);
    await bouton("Écrire l’avenant").click();
    await volet.getByText(/2 objectifs gardés/).waitFor();
    await bouton("Fermer").click();
    await aTrouver(180);
    await volet.getByRole("button", { name: /^Versions et avenants, 2/ }).click();
    await volet
      .getByRole("button", { name: /^Avenant n° 1 du 15\/02\/2024, en vigueur/ })
      .waitFor();
    await volet.getByRole("button", { name: /^Signé le 30\/06\/2023/ }).waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);

    await bouton("Établir le bilan…").click();
    await volet.getByText(/non atteint.*2 communes sur 2/).waitFor();
    await bouton("Écrire le bilan").click();
    await volet.getByText("Feuille « Bilan 2023-2025 » créée.").waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
    await volet
      .getByRole("link", { name: "Ouvrir la feuille" })
      .or(bouton("Ouvrir la feuille"))
      .click();
    const { texte } = await lireCellule(page, "'Bilan 2023-2025'!A1");
    expect(texte).toBe("Bilan triennal établi par Complément CMS");
    await bouton("Retour au suivi").click();
    await aTrouver(180);
  });

  test("au thème sombre, axe ne trouve rien à redire, le dialogue ouvert compris", async () => {
    essai = await atelier.essayer({ colorScheme: "dark" });
    const { page, volet } = essai;
    await volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByRole("tab", { name: "Suivre" }).click();
    await volet.getByText(/n’a pas de feuille/).waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
    await volet.getByRole("button", { name: "Figer le contrat signé…" }).click();
    await volet.getByLabel("Date de signature").fill("2020-06-30");
    await volet.getByRole("alert").waitFor();
    expect(await violationsDuVolet(page)).toEqual([]);
  });

  test("agrandi à 200 %, rien ne se superpose dans le dialogue, et la barre d'actions ne prend pas la place du reste", async () => {
    essai = await atelier.essayer({ viewport: { width: 1000, height: 420 } });
    const { page, volet } = essai;
    await volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await volet.getByRole("heading", { name: "Équilibré : 264 avant, 264 après" }).waitFor();
    await allerA(page, "G8");
    await taper(page, "178");
    await volet.getByRole("heading", { name: "Il manque 1 logement" }).waitFor();
    const barre = volet.getByRole("button", { name: "Relancer le contrôle" }).locator("..");
    expect(await barre.evaluate((e) => getComputedStyle(e).position)).toBe("static");

    await volet.getByRole("tab", { name: "Suivre" }).click();
    await volet.getByRole("button", { name: "Figer le contrat signé…" }).click();
    const avis = await volet.getByText(/Le contrôle dit ce tableau non conforme/).boundingBox();
    const date = await volet.locator("label", { hasText: "Date de signature" }).boundingBox();
    expect(avis && avis.y + avis.height).toBeLessThanOrEqual(date?.y ?? 0);
  });

  /** La première ligne à remplir, sous les titres et le total de la liste. */
  async function premiereLigne(): Promise<number> {
    for (let ligne = 1; ligne < 30; ligne++) {
      const { texte } = await lireCellule(essai.page, `'${ARTICLE_3}'!A${ligne}`);
      if (texte === "Total de la liste") return ligne + 1;
    }
    throw new Error("L'article 3 n'a pas de liste");
  }

  /** Chaque contenu d'un trait : à la première lettre, la liste des communes s'ouvre et prendrait les suivantes. */
  async function saisir(
    colonne: string,
    ligne: number,
    contenus: readonly string[]
  ): Promise<void> {
    const { page } = essai;
    await allerA(page, `${colonne}${ligne}`);
    for (const contenu of contenus) {
      await page.keyboard.insertText(contenu);
      await page.keyboard.press("Enter");
    }
  }
});
