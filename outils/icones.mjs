/** Engendre les icônes PNG du complément à partir du seul dessin, assets/icone.svg. */

import { readFile, writeFile } from "node:fs/promises";
import { ouvrirChromium } from "./chromium.cjs";

const TAILLES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const dossier = new URL("../assets/", import.meta.url);

const dessin = await readFile(new URL("icone.svg", dossier), "base64");
const navigateur = await ouvrirChromium();
const page = await navigateur.newPage();
for (const taille of TAILLES) {
  await page.setViewportSize({ width: taille, height: taille });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${taille}" src="data:image/svg+xml;base64,${dessin}">`
  );
  const image = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`icone-${taille}.png`, dossier), image);
}
await navigateur.close();
console.log(`${TAILLES.length} icônes écrites dans assets/.`);
