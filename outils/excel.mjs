/** Excel, installé ou non, sur cette machine. */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const CLE_WINDOWS = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe";
const APPLICATION_MACOS = "/Applications/Microsoft Excel.app";

/**
 * @param {string} plateforme
 * @returns {boolean}
 */
export function excelEstInstalle(plateforme) {
  if (plateforme === "darwin") return existsSync(APPLICATION_MACOS);
  if (plateforme !== "win32") return false;
  try {
    execFileSync("reg", ["query", CLE_WINDOWS], { stdio: "ignore" });
    return true;
  } catch {
    // « reg » échoue quand la clé n'existe pas.
    return false;
  }
}
