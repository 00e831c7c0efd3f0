import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IUndoRedoService } from "@univerjs/core";
import officeJs from "@microsoft/office-js/package.json";
import type { LoaderContext } from "webpack";
import separateur from "../../outils/univer-separateur.cjs";
import { demarrerBanc, type Banc } from "../integration/banc";

/**
 * L'hôte s'appuie sur des membres internes d'Univer et d'office.js. Un échec ici veut dire que l'un
 * des deux a changé : c'est src/hote qu'il faut revoir, pas le complément.
 */

let banc: Banc;
beforeAll(async () => {
  banc = await demarrerBanc();
});
afterAll(() => banc.fermer());

test("les versions lues sont celles qui sont installées", () => {
  // Univer n'exporte pas son package.json.
  const paquet = join(require.resolve("@univerjs/core"), "../../../package.json");
  const univer = JSON.parse(readFileSync(paquet, "utf8")) as { version: string };
  expect([univer.version, officeJs.version]).toEqual(["0.25.1", "1.1.110"]);
});

test("office.js se croit dans Excel pour Windows, en français", () => {
  const { context } = banc.Office;
  expect([context.host, context.platform]).toEqual(["Excel", "PC"]);
  expect([context.displayLanguage, context.contentLanguage]).toEqual(["fr-FR", "fr-FR"]);
  expect(context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  expect(context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(true);
  expect(context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(false);
});

test("le thème d'Office arrive en couleurs CSS", () => {
  expect(banc.Office.context.officeTheme).toMatchObject({ bodyBackgroundColor: "#ffffff" });
});

test("les réglages du document se gardent", async () => {
  const { settings } = banc.Office.context.document;
  settings.set("cle", { valeur: 1 });
  await new Promise<void>((resoudre) => settings.saveAsync(() => resoudre()));
  await new Promise<void>((resoudre) => settings.refreshAsync(() => resoudre()));
  expect(settings.get("cle")).toEqual({ valeur: 1 });
});

test("les fonctions associées se lisent dans `_association`", () => {
  CustomFunctions.associate("EXEMPLE", () => 1);
  const { _association } = CustomFunctions as unknown as {
    _association: { mappings: Record<string, unknown>; onchange: unknown };
  };
  expect(_association.mappings).toHaveProperty("EXEMPLE");
  expect(typeof _association.onchange).toBe("function");
});

test("Univer regroupe les annulations par la méthode que l'on corrige", () => {
  const service = banc.hote.classeur.injector.get(IUndoRedoService);
  expect(service).toHaveProperty("_tryBatchingElements");
  expect(typeof service.__tempBatchingUndoRedo).toBe("function");
});

test.each(["engine-formula", "sheets-formula-ui"])(
  "le correctif du point-virgule s'applique à %s",
  (paquet) => {
    const fichier = require.resolve(`@univerjs/${paquet}/lib/es/index.js`);
    const source = readFileSync(fichier, "utf8");
    const contexte = { resourcePath: fichier } as LoaderContext<object>;
    const corrigee = separateur.call(contexte, source);
    expect(corrigee).not.toBe(source);
    expect(() => separateur.call(contexte, "")).toThrow("Univer a changé");
  }
);
