import type { Download } from "playwright-core";
import { ecrireXlsx, lireXlsx, type CelluleXlsx, type FeuilleXlsx } from "../../src/fichier";
import { classeurDe, feuilleDe } from "../fichier/fabriques";
import { convertir, testAvecLibreOffice } from "../outils/libreoffice";
import {
  Atelier,
  DELAI_MS,
  decrireAvecChromium,
  lireCellule,
  type Essai,
  conclure,
  violationsDuVolet,
} from "./page";

/** Du volet au maire : la copie téléchargée donne les mêmes nombres, sans le complément. */

jest.setTimeout(2 * DELAI_MS);

const LIGNES = 20;

/** Des manquants et des écarts, l'objectif de chaque ligne, leur somme, et une phrase. */
const CELLULES: CelluleXlsx[] = [
  ...Array.from({ length: LIGNES }, (_, ligne) => [
    { ligne, colonne: 0, valeur: 40 + 37 * ligne },
    { ligne, colonne: 1, valeur: 0.5 + ligne / 4 },
    { ligne, colonne: 2, valeur: null, formule: `=CMS.OBJECTIF(A${ligne + 1},B${ligne + 1})` },
  ]).flat(),
  { ligne: LIGNES, colonne: 2, valeur: null, formule: `=SUM(C1:C${LIGNES})` },
  { ligne: 0, colonne: 3, valeur: null, formule: "=CMS.EXPLIQUER(A1,B1)" },
];

decrireAvecChromium("partager", () => {
  let atelier: Atelier;
  let essai: Essai;

  beforeAll(async () => {
    atelier = await Atelier.ouvrir();
  });

  afterAll(() => atelier.fermer());

  afterEach(() => conclure(essai));

  async function ouvrirUnFichier(nom: string, octets: Uint8Array): Promise<void> {
    const { page, volet } = essai;
    await page.locator("#fichier").setInputFiles({
      name: nom,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(octets),
    });
    await page.getByText(nom, { exact: true }).waitFor();
    await volet.getByRole("button", { name: "Insérer un exemple" }).waitFor();
  }

  async function ouvrirPartager(): Promise<void> {
    const octets = await ecrireXlsx(classeurDe(feuilleDe({ cellules: CELLULES })));
    await ouvrirUnFichier("contrat.xlsx", octets);
    expect((await lireCellule(essai.page, "C1")).valeur).toBe(40);
    await essai.volet.getByRole("button", { name: "Contrôler cette feuille" }).click();
    await essai.volet.getByRole("tab", { name: "Partager" }).click();
    await essai.volet
      .getByRole("row", { name: `Formules CMS converties en formules ordinaires ${LIGNES}` })
      .waitFor();
  }

  testAvecLibreOffice(
    "la copie se télécharge, se rouvre partout, et donne les mêmes nombres",
    async () => {
      essai = await atelier.essayer();
      await ouvrirPartager();
      const { page, volet } = essai;
      const avant = await resultats();
      const telechargement = page.waitForEvent("download");
      await volet.getByRole("button", { name: "Télécharger la copie" }).click();
      const recue = await telechargement;
      expect(recue.suggestedFilename()).toBe("contrat – sans complément.xlsx");
      const copie = await octetsDe(recue);

      const formules = cellulesDe(await lireXlsx(copie)).map(({ formule }) => formule ?? "");
      expect(formules.filter((formule) => formule !== "")).toHaveLength(LIGNES + 1);
      expect(formules.join("\n")).not.toMatch(/CMS/);

      const recalculee = cellulesDe(await lireXlsx(convertir(copie, "xlsx")));
      const objectifs = recalculee.filter(({ colonne }) => colonne === 2);
      expect(objectifs.map(({ valeur }) => valeur)).toEqual(avant);
      expect(recalculee.filter(({ valeur }) => typeof valeur === "object" && valeur)).toEqual([]);

      await ouvrirUnFichier("copie.xlsx", copie);
      expect(await resultats()).toEqual(avant);
    }
  );

  async function resultats(): Promise<unknown[]> {
    const lus = [];
    for (let ligne = 1; ligne <= LIGNES + 1; ligne++) {
      lus.push((await lireCellule(essai.page, `C${ligne}`)).valeur);
    }
    return lus;
  }

  test.each(["light", "dark"] as const)("axe ne trouve rien à redire (%s)", async (colorScheme) => {
    essai = await atelier.essayer({ colorScheme });
    await ouvrirPartager();
    await essai.volet.getByRole("button", { name: "Vérifier mon poste" }).click();
    await essai.volet.getByRole("row", { name: /^Fonctions CMS actives$/ }).waitFor();
    expect(await violationsDuVolet(essai.page)).toEqual([]);
  });
});

function cellulesDe({ feuilles }: { feuilles: FeuilleXlsx[] }): CelluleXlsx[] {
  return feuilles.flatMap(({ cellules }) => cellules);
}

async function octetsDe(telechargement: Download): Promise<Uint8Array> {
  const morceaux: Buffer[] = [];
  for await (const morceau of await telechargement.createReadStream()) {
    morceaux.push(morceau as Buffer);
  }
  return Buffer.concat(morceaux);
}
