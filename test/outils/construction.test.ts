import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import webpack from "webpack";
import { GreffonBudget, GreffonMetadonnees } from "../../outils/greffons.cjs";
import { politiqueDeLAide, politiqueDuVolet } from "../../outils/securite.cjs";
import configurationDuVolet from "../../webpack.config.js";

const PRODUCTION = { mode: "production" };

const dossier = mkdtempSync(path.join(os.tmpdir(), "cms-construction-"));
const entree = path.join(dossier, "entree.js");

beforeAll(() => writeFileSync(entree, `document.title = ${JSON.stringify(enVrac(2000))};`));

afterAll(() => rmSync(dossier, { recursive: true }));

/** Texte qui se compresse mal, toujours le même. */
function enVrac(longueur: number): string {
  let etat = 1;
  return Array.from({ length: longueur }, () => {
    etat = (etat * 48_271) % 2_147_483_647;
    return String.fromCharCode(48 + (etat % 60));
  }).join("");
}

/** Construit l'entrée et rend les messages d'erreur. */
function construire(greffon: GreffonBudget | GreffonMetadonnees): Promise<string[]> {
  const compilateur = webpack({
    mode: "production",
    entry: entree,
    output: { path: path.join(dossier, "dist") },
    plugins: [greffon],
    infrastructureLogging: { level: "none" },
  });
  return new Promise((resoudre, rejeter) => {
    compilateur.run((erreur, bilan) => {
      if (erreur) rejeter(erreur);
      else resoudre(bilan?.compilation.errors.map(({ message }) => message) ?? []);
    });
  });
}

/** Les fichiers que la construction d'une configuration emploie. */
function modulesDe(configuration: webpack.Configuration): Promise<string[]> {
  const compilateur = webpack({
    ...configuration,
    output: { path: path.join(dossier, "fonctions") },
    infrastructureLogging: { level: "none" },
  });
  return new Promise((resoudre, rejeter) => {
    compilateur.run((erreur, bilan) => {
      if (erreur ?? bilan?.hasErrors())
        rejeter(erreur ?? new Error(bilan?.toString("errors-only")));
      const modules = [...(bilan?.compilation.modules ?? [])];
      resoudre(modules.flatMap((module) => module.nameForCondition() ?? []));
    });
  });
}

test("un volet trop lourd fait échouer le build, en disant de combien", async () => {
  await expect(construire(new GreffonBudget({ octets: 1000 }))).resolves.toEqual([
    expect.stringMatching(/^JavaScript initial du volet : 1,\d Ko compressés, budget 1,0 Ko/),
  ]);
  await expect(construire(new GreffonBudget({ octets: 3000 }))).resolves.toEqual([]);
});

test("une fonction sans exemple fait échouer le build", async () => {
  const fichier = path.join(dossier, "sans-exemple.ts");
  writeFileSync(
    fichier,
    `/** Les fonctions d'essai : une. */
/**
 * Toujours 1.
 * @customfunction NUE NUE
 * @helpurl https://localhost:3000/aide/NUE.html
 * @returns Un nombre
 * @article guide
 */
export function nue(): number { return 1; }
`
  );
  const adresse = "https://exemple.gouv.fr";
  await expect(
    construire(new GreffonMetadonnees({ fichiers: [fichier], adresse }))
  ).resolves.toEqual([expect.stringContaining("CMS.NUE : @exemple absent")]);
});

test("les fonctions ne chargent ni React, ni Fluent, ni aucun paquet", async () => {
  const configuration = configurationDuVolet({}, PRODUCTION);
  const { fonctions } = configuration.entry as { fonctions: string[] };
  const modules = await modulesDe({ ...configuration, entry: fonctions, plugins: [] });
  expect(modules).toContainEqual(
    expect.stringMatching(/fonctions[\\/]formules[\\/]objectifs\.ts$/)
  );
  expect(modules.filter((module) => /node_modules|volet/.test(module))).toEqual([]);
}, 60_000);

test("une fonction sans documentation fait échouer le build", async () => {
  const fichier = path.join(dossier, "fonctions.ts");
  writeFileSync(
    fichier,
    "/** @customfunction NUE NUE */\nexport function nue(): number { return 1; }\n"
  );
  const adresse = "https://exemple.gouv.fr";
  await expect(
    construire(new GreffonMetadonnees({ fichiers: [fichier], adresse }))
  ).resolves.toEqual([expect.stringContaining("CMS.NUE : @helpurl doit valoir")]);
});

describe("la politique de sécurité", () => {
  test.each([
    ["volet", politiqueDuVolet({ officeLocal: false })],
    ["volet, office.js servi avec lui", politiqueDuVolet({ officeLocal: true })],
    ["aide", politiqueDeLAide()],
  ])("%s : tout est refusé par défaut, sans exception générale", (_page, politique) => {
    expect(politique).toMatch(/^default-src 'none';/);
    expect(politique).not.toMatch(/unsafe|\*|data:|http:/);
  });

  test("seul le volet de production charge un script d'ailleurs, celui de Microsoft", () => {
    const serveurs = (politique: string) => politique.match(/https:[^ ;]+/g);
    expect(serveurs(politiqueDuVolet({ officeLocal: false }))).toEqual([
      "https://appsforoffice.microsoft.com",
    ]);
    expect(serveurs(politiqueDuVolet({ officeLocal: true }))).toBeNull();
  });
});
