import { ecrireXlsx } from "../../src/fichier";
import { classeurDe, feuilleDe } from "../fichier/fabriques";
import {
  Atelier,
  DELAI_MS,
  decrireAvecChromium,
  lireCellule,
  type Essai,
  conclure,
  violationsDuVolet,
} from "./page";

/** Ce que l'agent répond et désigne : dit aussitôt, gardé sur « CMS – Contrat », retrouvé au rechargement. */

jest.setTimeout(DELAI_MS);

const OUI: readonly RegExp[] = [
  /PLH est exécutoire/,
  /^Commune B accepte/,
  /Toutes les communes déficitaires/,
  /EPT dans le Grand Paris/,
];

decrireAvecChromium("le contrat, dans le navigateur", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  afterEach(() => conclure(essai));

  test.each(["light", "dark"] as const)(
    "les conditions répondues rendent la mutualisation conforme, et se retrouvent (%s)",
    async (colorScheme) => {
      essai = await atelier.essayer({ colorScheme });
      const { page, volet } = essai;
      await volet.getByRole("button", { name: "Insérer un exemple" }).click();
      await volet.getByRole("button", { name: /Plaquette de la DHUP/ }).click();
      await volet.getByText(/3 conditions à confirmer avant/).waitFor();
      expect(await violationsDuVolet(essai.page)).toEqual([]);

      const repondre = (question: RegExp, choix: string): Promise<void> =>
        volet
          .getByRole("radiogroup", { name: question })
          .getByRole("radio", { name: choix, exact: true })
          .click();
      for (const question of OUI) await repondre(question, "Oui");
      await repondre(/commission nationale SRU/, "Favorable");
      await volet.getByText("Chiffres conformes.", { exact: true }).waitFor();
      await volet.getByText(/gardées sur une feuille ajoutée au classeur/).waitFor();
      expect(await violationsDuVolet(essai.page)).toEqual([]);
      expect(await lireCellule(page, "'CMS – Contrat'!A1")).not.toMatchObject({ valeur: null });

      // Recharger le volet seul : le classeur reste.
      await volet.locator("html").evaluate(() => window.location.reload());
      await volet.getByRole("button", { name: "Contrôler cette feuille" }).click();
      await volet.getByText("Chiffres conformes.", { exact: true }).waitFor();
      await volet.getByRole("button", { name: "Conditions, 5 sur 5 confirmées" }).waitFor();
    }
  );

  test.each(["light", "dark"] as const)(
    "une feuille aux titres incompréhensibles se lit par les colonnes désignées (%s)",
    async (colorScheme) => {
      essai = await atelier.essayer({ colorScheme });
      const { page, volet } = essai;
      const lignes = [
        ["X1", "X2", "X3", "X4", "X5"],
        ["Commune A", 500, 5, 165, 85],
        ["Commune B", 300, 5, 99, 179],
      ];
      const obscure = feuilleDe({
        cellules: lignes.flatMap((rangee, ligne) =>
          rangee.map((valeur, colonne) => ({ ligne, colonne, valeur }))
        ),
      });
      await page.locator("#fichier").setInputFiles({
        name: "obscur.xlsx",
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: Buffer.from(await ecrireXlsx(classeurDe(obscure))),
      });
      await page.getByText("obscur.xlsx").waitFor();
      await volet.getByRole("button", { name: "Contrôler cette feuille" }).click();
      await volet.getByRole("heading", { name: "Aucun tableau reconnu" }).waitFor();
      await volet.getByRole("button", { name: "Désigner les colonnes" }).click();
      const designations = [
        ["Nom de la commune", /^A – X1/],
        ["Logements sociaux manquants", /^B – X2/],
        ["Écart au taux légal", /^C – X3/],
        ["Objectifs avant", /^D – X4/],
        ["Objectifs après ou retenus", /^E – X5/],
      ] as const;
      for (const [donnee, colonne] of designations) {
        await volet.getByRole("combobox", { name: donnee, exact: true }).click();
        await volet.getByRole("option", { name: colonne }).click();
      }
      expect(await violationsDuVolet(essai.page)).toEqual([]);
      await volet.getByRole("button", { name: "Appliquer" }).click();
      await volet.getByText("Équilibré : 264 avant, 264 après", { exact: true }).waitFor();
      await volet.getByText(/gardées sur une feuille ajoutée au classeur/).waitFor();
      await volet.getByRole("button", { name: /colonnes reconnues/ }).click();
      await volet.getByText("désignée par vous").first().waitFor();
      expect(await violationsDuVolet(essai.page)).toEqual([]);
    }
  );
});
