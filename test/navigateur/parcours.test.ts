import { AxeBuilder } from "@axe-core/playwright";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import { classeurDe, feuilleDe } from "../fichier/fabriques";
import {
  Atelier,
  DELAI_MS,
  allerA,
  decrireAvecChromium,
  lireCellule,
  taper,
  type Essai,
  conclure,
  violationsDuVolet,
} from "./page";

/** Ce que fait une personne : taper au clavier, contrôler, écrire l'article 2, ouvrir et enregistrer un fichier. */

jest.setTimeout(DELAI_MS);

decrireAvecChromium("dans le navigateur", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  beforeEach(async () => {
    essai = await atelier.essayer();
  });

  afterEach(() => conclure(essai));

  const insererLaPlaquette = async (): Promise<void> => {
    await essai.volet.getByRole("button", { name: "Insérer un exemple" }).click();
    await essai.volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
    await essai.volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
  };

  test("des formules tapées au clavier, à la française", async () => {
    const { page } = essai;
    const attendus: [string, string][] = [
      ["=CMS.OBJECTIF(500;5)", "165"],
      ["=CMS.OBJECTIF(500;3,3)", "250"],
      ["=CMS.OBJECTIF(500;1,9)", "500"],
      ['=CMS.OBJECTIF(500;5;"abaissant")', "125"],
      ['=CMS.PLANCHER(500;5;"mutualisant")', "85"],
      ['=CMS.PLANCHER(500;5;"mutualisant";"loi")', "83"],
      ["=CMS.OBJECTIF(620;5)", "205"],
      ["=CMS.OBJECTIF(500;25-21)", "250"],
      ["=CMS.OBJECTIF(500;(0,25-0,21)*100)", "250"],
      ["=CMS.OBJECTIF(500;0,25-0,2)", "#VALEUR!"],
      ['=CMS.OBJECTIF(500;5;"abaisant")', "#VALEUR!"],
      ["=SOMME(A1:A2)", "415"],
    ];
    await allerA(page, "A1");
    for (const [formule] of attendus) await taper(page, formule);

    const obtenus = [];
    for (let i = 0; i < attendus.length; i++) {
      const { texte } = await lireCellule(page, `A${i + 1}`);
      obtenus.push([attendus[i]?.[0], texte]);
    }
    expect(obtenus).toEqual(attendus);

    await allerA(page, "A10");
    await expectEtat(essai, /Écart de 0,05.*Saisissez 5/);
    await allerA(page, "A11");
    await expectEtat(essai, /abaisant.*sans aménagement.*mutualisant/);
  });

  test("l'exemple est équilibré ; un logement de moins, et il en manque 1, selon l'article X, al. 3", async () => {
    await insererLaPlaquette();
    await allerA(essai.page, "G8");
    await taper(essai.page, "178");
    await essai.volet.getByText("Il manque 1 logement", { exact: true }).waitFor();
    const constat = essai.volet.locator("[data-code='somme-insuffisante']");
    expect(await constat.getAttribute("data-gravite")).toBe("erreur");
    expect(await constat.innerText()).toMatch(/263 pour 264[^]*L\. 302-8, X, al\. 3/);
  });

  test("le premier contrôle, au clavier : le focus n'est pas perdu avec le bouton", async () => {
    const { page, volet } = essai;
    await volet.getByRole("button", { name: "Contrôler cette feuille" }).focus();
    await page.keyboard.press("Enter");
    await volet.getByRole("heading", { name: "Aucun tableau reconnu" }).waitFor();
    await volet.locator("h2:focus", { hasText: "Aucun tableau reconnu" }).waitFor();
  });

  test("l'article 2 s'écrit, et se recalcule quand le tableau change", async () => {
    const { page, volet } = essai;
    await insererLaPlaquette();
    await volet.getByRole("button", { name: "Préparer l’Article 2" }).click();
    await volet.getByRole("button", { name: "Créer la feuille" }).click();
    await volet
      .getByText(/créée\./)
      .first()
      .waitFor();
    const avant = await lireCellule(page, "'Article 2 – 2023-2025'!D13");
    expect(avant.valeur).toBe(264);
    await allerA(page, "B7");
    await taper(page, "620");
    expect(await lireCellule(page, "'Article 2 – 2023-2025'!D13")).toMatchObject({ valeur: 304 });
  });

  test.each(["light", "dark"] as const)("axe ne trouve rien à redire (%s)", async (colorScheme) => {
    await essai.page.context().close();
    essai = await atelier.essayer({ colorScheme });
    const ecrans = [
      async () => {},
      insererLaPlaquette,
      () => essai.volet.getByRole("tab", { name: "Article 2" }).click(),
      () => essai.volet.getByRole("button", { name: "Aide" }).click(),
    ];
    for (const ouvrir of ecrans) {
      await ouvrir();
      expect(await violationsDuVolet(essai.page)).toEqual([]);
    }
  });

  test.each(["light", "dark"] as const)(
    "l'aide : dépliée dans le volet, puis en page à part, axe ne trouve rien à redire (%s)",
    async (colorScheme) => {
      await essai.page.context().close();
      essai = await atelier.essayer({ colorScheme });
      const { page, volet } = essai;
      await volet.getByRole("button", { name: "Aide" }).click();
      await volet.getByRole("button", { name: /^CMS\.NOTIFICATION/ }).click();
      await volet.getByText("En cas d’erreur").waitFor();
      expect(await violationsDuVolet(page)).toEqual([]);
      const violations = [];
      for (const nom of ["index", "OBJECTIF", "NOTIFICATION"]) {
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(new URL(`/aide/${nom}.html`, atelier.adresse).href);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        violations.push(...(await new AxeBuilder({ page }).analyze()).violations);
      }
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  );

  test("un classeur s'ouvre de la page, et une copie s'enregistre", async () => {
    const { page } = essai;
    const feuille = feuilleDe({
      cellules: [
        { ligne: 0, colonne: 0, valeur: "Déficit" },
        { ligne: 1, colonne: 0, valeur: 500 },
        { ligne: 1, colonne: 1, valeur: null, formule: "=CMS.OBJECTIF(A2,5)" },
      ],
    });
    const octets = await ecrireXlsx(classeurDe(feuille));
    await page.locator("#fichier").setInputFiles({
      name: "tableau.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(octets),
    });
    await page.getByText("tableau.xlsx").waitFor();
    await essai.volet.getByRole("button", { name: "Insérer un exemple" }).waitFor();
    expect(await lireCellule(page, "B2")).toMatchObject({ valeur: 165 });

    const telechargement = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer une copie…" }).click();
    const flux = await (await telechargement).createReadStream();
    const morceaux: Buffer[] = [];
    for await (const morceau of flux) morceaux.push(morceau as Buffer);
    const copie = await lireXlsx(Buffer.concat(morceaux));
    const formule = copie.feuilles[0]?.cellules.find(
      ({ ligne, colonne }) => ligne === 1 && colonne === 1
    );
    expect(formule).toMatchObject({ formule: "=CMS.OBJECTIF(A2,5)", valeur: 165 });
  });
});

/** Attend que la ligne d'état, sous la grille, dise ce qui est attendu. */
async function expectEtat(essai: Essai, attendu: RegExp): Promise<void> {
  await essai.page.locator("#etat").filter({ hasText: attendu }).waitFor();
}
