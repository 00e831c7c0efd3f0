import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const DELAI_MS = 60_000;
const ESSAIS = 2;

/** LibreOffice garde les valeurs en cache d'un .xlsx, sauf si le profil lui demande de tout recalculer. */
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

/** Un test qui demande LibreOffice : sauté, sous son nom, là où il manque ; en intégration continue, il échoue. */
export const testAvecLibreOffice = soffice || process.env.CI ? test : test.skip;

/** Un test qui compte des pages demande aussi la largeur d'Arial : avec une autre police, le texte ne tient pas pareil. */
export const testDImpression =
  arialOuSemblable() || process.env.CI ? testAvecLibreOffice : test.skip;

function arialOuSemblable(): boolean {
  if (process.platform !== "linux") return true;
  const { stdout } = spawnSync("fc-match", ["Arial"], { encoding: "utf8" });
  return /Arial|Arimo|Liberation Sans/.test(stdout ?? "");
}

/** Durée à donner à un tel test : un profil neuf, et une reprise. */
export const DELAI_LIBREOFFICE_MS = ESSAIS * DELAI_MS;

/** Virgules, guillemets, UTF-8 : sans ces réglages, un CSV perd ses accents. */
const FILTRES: Partial<Record<Format, string>> = {
  csv: "csv:Text - txt - csv (StarCalc):44,34,76",
};

type Format = "xlsx" | "csv" | "pdf";

/**
 * Ouvre un .xlsx dans LibreOffice, recalcule tout et l'enregistre au format demandé. `reglages` « par défaut » : comme chez un utilisateur qui
 * n'a rien changé, les résultats enregistrés par Excel sont gardés.
 */
export function convertir(
  classeur: Uint8Array,
  format: Format,
  reglages: "recalculer" | "par défaut" = "recalculer"
): Buffer {
  if (!soffice) throw new Error("soffice introuvable : installez libreoffice-calc-nogui");
  const dossier = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const source = join(dossier, "classeur.xlsx");
    writeFileSync(source, classeur);
    // LibreOffice rend parfois la main sans rien écrire, avec un code de succès.
    for (let essai = 0; essai < ESSAIS; essai++) {
      const sortie = join(dossier, `essai-${essai}`);
      const profil = join(dossier, `profil-${essai}`);
      if (reglages === "recalculer") poserLeRecalcul(profil);
      lancer(soffice, profil, [FILTRES[format] ?? format, "--outdir", sortie, source]);
      const resultat = join(sortie, `classeur.${format}`);
      if (existsSync(resultat)) return readFileSync(resultat);
    }
    throw new Error(`LibreOffice n'a rien écrit (${format})`);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

function poserLeRecalcul(profil: string): void {
  mkdirSync(join(profil, "user"), { recursive: true });
  writeFileSync(join(profil, "user", "registrymodifications.xcu"), TOUJOURS_RECALCULER);
}

function lancer(soffice: string, profil: string, conversion: string[]): void {
  const options = [`-env:UserInstallation=${pathToFileURL(profil).href}`, "--headless"];
  execFileSync(soffice, [...options, "--convert-to", ...conversion], {
    stdio: "pipe",
    timeout: DELAI_MS,
  });
}
