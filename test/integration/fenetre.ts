import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { JSDOM, ResourceLoader } from "jsdom";

const OFFICE = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** Sert le vrai office.js de Microsoft, tel qu'installé. */
class Fichiers extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const fichier = new URL(url).pathname.replace(/^\/office\//, "");
    return Promise.resolve(readFileSync(join(OFFICE, fichier))) as ReturnType<
      ResourceLoader["fetch"]
    >;
  }
}

/** Fenêtre du complément, où office.js se charge. */
export type FenetreOffice = JSDOM["window"] & {
  Office: typeof Office;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  CustomFunctions: typeof CustomFunctions;
};

/** Ouvre une page qui charge office.js, l'hôte étant accroché avant lui, et attend qu'il soit prêt. */
export async function ouvrirLeComplement(
  accrocher: (fenetre: Window) => void
): Promise<FenetreOffice> {
  const page = '<!doctype html><html lang="fr"><script src="/office/office.js"></script></html>';
  const dom = new JSDOM(page, {
    url: "http://localhost/volet.html",
    runScripts: "dangerously",
    resources: new Fichiers(),
    pretendToBeVisual: true,
    beforeParse: (fenetre) => accrocher(fenetre as unknown as Window),
  });
  const fenetre = dom.window as FenetreOffice;
  await new Promise<void>((resoudre) => fenetre.addEventListener("load", () => resoudre()));
  await fenetre.Office.onReady();
  return fenetre;
}
