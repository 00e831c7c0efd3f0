import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { lireAide } from "../../outils/aide/lire-aide.cjs";
import { pagesDAide } from "../../outils/aide/pages.cjs";
import { engendrerMetadonnees } from "../../outils/metadonnees.cjs";
import { FONCTIONS_AIDE, type AideDeFonction } from "../../src/fonctions";

const dossier = mkdtempSync(path.join(os.tmpdir(), "cms-aide-"));

afterAll(() => rmSync(dossier, { recursive: true }));

const BONNE = `
/** Les fonctions d'essai : une seule. */
export const RAPPORT = 2;

/**
 * Le double, s'il est < 10. Voir CMS.OBJECTIF.
 * @customfunction DOUBLE DOUBLE
 * @helpurl https://localhost:3000/aide/DOUBLE.html
 * @param nombres Nombres à doubler
 * @param [mode] Mode
 * @returns Le double de chacun
 * @article L. 302-8, VII ; guide,
 *   annexe 1
 * @exemple =CMS.DOUBLE({1,5;2};"a;1,5";VRAI) → 3 | un peu plus // 4 | un texte coupé…
 * @exemple =CMS.DOUBLE(25 %;"25 %") → 50 %
 * @erreur Un nombre trop grand (#VALEUR!) : donnez un
 *   nombre plus petit.
 * @remarque On l'arrondit : aucun texte ne le dit.
 */
export function double(nombres: unknown[][], mode?: unknown[][]): unknown[][] {
  return mode ?? nombres;
}
`;

/** Lit l'aide d'une source écrite pour l'occasion. */
async function lire(source: string): Promise<AideDeFonction[]> {
  const fichier = path.join(dossier, "fonctions.ts");
  writeFileSync(fichier, source);
  return lireAide([fichier], (await engendrerMetadonnees([fichier])).metadonnees);
}

describe("l'aide lue des commentaires", () => {
  test("une étiquette peut se couper sur plusieurs lignes, et les espaces insécables se posent seules", async () => {
    expect(await lire(BONNE)).toMatchObject([
      {
        nom: "CMS.DOUBLE",
        theme: "Les fonctions d’essai",
        resume: "Le double, s’il est < 10.",
        arguments: [{ facultatif: false }, { nom: "mode", facultatif: true }],
        rend: "Le double de chacun",
        articles: ["L. 302-8, VII", "guide, annexe 1"],
        erreurs: [
          { cas: "Un nombre trop grand (#VALEUR!)", remede: "donnez un nombre plus petit." },
        ],
        remarques: ["On l’arrondit\u00A0: aucun texte ne le dit."],
      },
    ]);
  });

  test("un exemple passe à l'écriture internationale, sans toucher aux textes", async () => {
    const [aide] = await lire(BONNE);
    expect(aide?.exemples.map(({ formule }) => formule)).toEqual([
      '=CMS.DOUBLE({1.5;2},"a;1,5",TRUE)',
      '=CMS.DOUBLE(25%,"25 %")',
    ]);
    expect(aide?.exemples[0]?.resultat).toEqual([
      ["3", "un peu plus"],
      ["4", "un texte coupé…"],
    ]);
  });

  const sans = (etiquette: string): string =>
    BONNE.replace(new RegExp(` \\* @${etiquette} [^@]*(?= \\* @| \\*/)`, "g"), "");

  test.each([
    ["sans article", sans("article"), "CMS.DOUBLE : @article absent"],
    ["sans exemple", sans("exemple"), "@exemple absent"],
    ["sans erreur, alors qu'elle peut refuser", sans("erreur"), "@erreur absent"],
    ["sans dire ce qu'elle rend", sans("returns"), "@returns absent"],
    ["exemple d'une autre", BONNE.replace("=CMS.DOUBLE(25", "=CMS.TRIPLE(25"), "=CMS.DOUBLE(…)"],
    ["exemple sans résultat", BONNE.replace(" → 50 %", ""), "→ résultat"],
    ["erreur sans remède", BONNE.replace(" : donnez un", " donnez un"), "que faire"],
    ["étiquette mal écrite", BONNE.replace("@remarque", "@remarques"), "inconnue @remarques"],
    [
      "tête de fichier prise pour sa description",
      BONNE.replace("export const RAPPORT = 2;", ""),
      "commentaire de tête",
    ],
    ["fichier sans thème", BONNE.replace("Les fonctions", "Des choses"), "« /** Les fonctions"],
  ])("refusée : %s", async (_cas, source, message) => {
    await expect(lire(source)).rejects.toThrow(message);
  });
});

describe("les pages d'aide", () => {
  const pages = pagesDAide([...FONCTIONS_AIDE]);
  const documents = pages.map(({ fichier, html }) => ({
    fichier,
    document: new JSDOM(html).window.document,
  }));

  test("un sommaire, et une page par fonction, à l'adresse que son lien d'aide donne", () => {
    const fichiers = FONCTIONS_AIDE.map(({ nom }) => `${nom.replace("CMS.", "")}.html`);
    expect(pages.map(({ fichier }) => fichier)).toEqual(["index.html", ...fichiers]);
  });

  test("chaque lien mène à une page livrée", () => {
    const livrees = [...pages.map(({ fichier }) => fichier), "aide.css"];
    for (const { document } of documents) {
      const liens = [...document.querySelectorAll("[href]")].map((lien) =>
        lien.getAttribute("href")
      );
      expect(livrees).toEqual(expect.arrayContaining(liens));
    }
  });

  test("le sommaire mène à toutes les fonctions", () => {
    const liens = [...(documents[0]?.document.querySelectorAll("main a") ?? [])];
    expect(liens.map((lien) => lien.textContent).sort()).toEqual(
      FONCTIONS_AIDE.map(({ nom }) => nom).sort()
    );
  });

  test("chacune dit ce qui a été vérifié de la loi, sous une politique stricte, sans script", () => {
    for (const { document } of documents) {
      expect(document.querySelector("footer")?.textContent).toMatch(/relu le \d\d\/\d\d\/\d{4}/);
      const politique = document.querySelector("meta[http-equiv]")?.getAttribute("content");
      expect(politique).toMatch(/^default-src 'none';/);
      expect(document.querySelector("script, [style], [onclick]")).toBeNull();
    }
  });

  test("un résultat de plusieurs cellules est un tableau ; les textes ne sont pas interprétés", async () => {
    const [, page] = pagesDAide(await lire(BONNE));
    const { document } = new JSDOM(page?.html).window;
    const lignes = [...document.querySelectorAll("table tr")].map((ligne) =>
      [...ligne.querySelectorAll("td")].map((cellule) => cellule.textContent)
    );
    expect(lignes).toEqual([
      ["3", "un peu plus"],
      ["4", "un texte coupé…"],
    ]);
    expect(document.querySelector("header p")?.textContent).toContain("s’il est < 10.");
  });
});
