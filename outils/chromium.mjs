/** Ouvre Chromium, celui du système : le projet n'en télécharge aucun. */

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const EMPLACEMENTS = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Options sans lesquelles Chromium cherche le réseau, ou refuse de démarrer en superutilisateur. */
const OPTIONS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @returns {Promise<import("playwright-core").Browser>}
 * @throws {Error} Si aucun navigateur n'est trouvé.
 */
export async function ouvrirChromium() {
  const executablePath = EMPLACEMENTS.find((chemin) => chemin && existsSync(chemin));
  if (!executablePath) {
    throw new Error(
      "Chromium est introuvable. Installez-le (apt-get install chromium), ou donnez son chemin dans la variable CHROMIUM."
    );
  }
  return chromium.launch({ executablePath, args: OPTIONS });
}
