/** Ouvre Chromium, celui du système : le projet n'en télécharge aucun. */

const { existsSync } = require("node:fs");
const { chromium } = require("playwright-core");

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

/** Le navigateur de cette machine, s'il y en a un. */
function trouverChromium() {
  return EMPLACEMENTS.find((chemin) => chemin && existsSync(chemin));
}

/**
 * @returns {Promise<import("playwright-core").Browser>}
 * @throws {Error} Si aucun navigateur n'est trouvé.
 */
async function ouvrirChromium() {
  const executablePath = trouverChromium();
  if (!executablePath) {
    throw new Error(
      "Chromium est introuvable. Installez-le (apt-get install chromium), ou donnez son chemin dans la variable CHROMIUM."
    );
  }
  return chromium.launch({ executablePath, args: OPTIONS });
}

module.exports = { ouvrirChromium, trouverChromium };
