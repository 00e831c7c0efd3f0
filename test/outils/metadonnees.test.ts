import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { FICHIERS_DES_FORMULES, engendrerMetadonnees } from "../../outils/metadonnees.cjs";

const dossier = mkdtempSync(path.join(os.tmpdir(), "cms-metadonnees-"));

afterAll(() => rmSync(dossier, { recursive: true }));

const BONNE = `
/**
 * Le double, s'il est < 10.
 * @customfunction DOUBLE DOUBLE
 * @helpurl https://localhost:3000/aide/DOUBLE.html
 * @param nombres Nombres à doubler
 * @param [facteur] Facteur
 * @returns Le double de chacun
 */
export function double(nombres: unknown[][], facteur?: unknown[][]): unknown[][] {
  return facteur ?? nombres;
}
`;

/** Engendre les métadonnées d'une source écrite pour l'occasion. */
function engendrer(source: string, adresse?: string) {
  const fichier = path.join(dossier, "fonctions.ts");
  writeFileSync(fichier, source);
  return engendrerMetadonnees([fichier], adresse);
}

describe("les fonctions du complément", () => {
  test("une cellule en erreur ne fait pas refuser toute la plage", async () => {
    const { metadonnees } = await engendrerMetadonnees(FICHIERS_DES_FORMULES);
    expect(metadonnees.allowErrorForDataTypeAny).toBe(true);
  });

  test("chacune est décrite, avec ses arguments et son lien d'aide", async () => {
    const { metadonnees } = await engendrerMetadonnees(FICHIERS_DES_FORMULES);
    expect(metadonnees.functions.map(({ name }) => name)).toContain("OBJECTIF");
    for (const { name, description, helpUrl, parameters } of metadonnees.functions) {
      expect(description).toMatch(/\S/);
      expect(helpUrl).toBe(`https://localhost:3000/aide/${name}.html`);
      for (const parametre of parameters) expect(parametre.description).toMatch(/\S/);
    }
  });

  test("les identifiants, inscrits dans les classeurs, restent en ASCII", async () => {
    const { metadonnees, associations } = await engendrerMetadonnees(FICHIERS_DES_FORMULES);
    const identifiants = metadonnees.functions.map(({ id }) => id);
    for (const id of identifiants) expect(id).toMatch(/^[A-Z_]+$/);
    expect(associations.map(({ id }) => id)).toEqual(identifiants);
  });
});

describe("le générateur", () => {
  test("une plage facultative reste une plage", async () => {
    const { metadonnees } = await engendrer(BONNE);
    expect(metadonnees.functions[0]?.parameters).toEqual([
      expect.objectContaining({ name: "nombres", type: "any", dimensionality: "matrix" }),
      expect.objectContaining({
        name: "facteur",
        type: "any",
        dimensionality: "matrix",
        optional: true,
      }),
    ]);
  });

  test("les liens d'aide portent l'adresse de publication", async () => {
    const { metadonnees } = await engendrer(BONNE, "https://exemple.gouv.fr/cms");
    expect(metadonnees.functions[0]?.helpUrl).toBe("https://exemple.gouv.fr/cms/aide/DOUBLE.html");
  });

  test.each([
    [
      "sans description",
      BONNE.replace(" * Le double, s'il est < 10.\n", ""),
      "description absente",
    ],
    ["sans lien d'aide", BONNE.replace(/ \* @helpurl.*\n/, ""), "@helpurl doit valoir"],
    ["lien vers une autre fonction", BONNE.replace("DOUBLE.html", "TRIPLE.html"), "DOUBLE.html"],
    ["argument sans aide", BONNE.replace(" Facteur", ""), "argument « facteur » sans description"],
    ["type qu'Excel ne connaît pas", BONNE.replace("nombres: unknown", "nombres: Date"), "Date"],
    ["aucune fonction", "export const rien = 1;", "aucune fonction personnalisée"],
  ])("refuse : %s", async (_cas, source, message) => {
    await expect(engendrer(source)).rejects.toThrow(message);
  });
});
