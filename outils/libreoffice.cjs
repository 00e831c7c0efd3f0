/** LibreOffice, sans écran : celui du système, s'il y en a un. */

const { execFileSync } = require("node:child_process");
const { existsSync, mkdirSync, writeFileSync } = require("node:fs");
const { delimiter, join } = require("node:path");
const { pathToFileURL } = require("node:url");

const DELAI_MS = 60_000;

/** Il garde les valeurs enregistrées d'un .xlsx, sauf si le profil lui demande de tout recalculer. */
const TOUJOURS_RECALCULER = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>`;

const soffice = (process.env.PATH ?? "")
  .split(delimiter)
  .map((dossier) => join(dossier, "soffice"))
  .find((chemin) => existsSync(chemin));

/**
 * Fait d'un dossier un profil neuf, où tout se recalcule à l'ouverture.
 * @param {string} profil
 */
function poserLeRecalcul(profil) {
  mkdirSync(join(profil, "user"), { recursive: true });
  writeFileSync(join(profil, "user", "registrymodifications.xcu"), TOUJOURS_RECALCULER);
}

/**
 * Convertit des fichiers. LibreOffice rend parfois la main sans rien écrire, avec un code de succès : à l'appelant de le vérifier.
 * @param {string} profil
 * @param {readonly string[]} conversion Ce qui suit « --convert-to ».
 * @throws {Error} s'il n'est pas installé.
 */
function lancerLibreOffice(profil, conversion) {
  if (!soffice) throw new Error("soffice introuvable : installez libreoffice-calc-nogui");
  const options = [`-env:UserInstallation=${pathToFileURL(profil).href}`, "--headless"];
  execFileSync(soffice, [...options, "--convert-to", ...conversion], {
    stdio: "pipe",
    timeout: DELAI_MS,
  });
}

module.exports = { soffice, DELAI_MS, poserLeRecalcul, lancerLibreOffice };
