import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DELAI_MS,
  lancerLibreOffice,
  poserLeRecalcul,
  soffice,
} from "../../outils/libreoffice.cjs";

const ESSAIS = 2;

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
  const dossier = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const source = join(dossier, "classeur.xlsx");
    writeFileSync(source, classeur);
    // LibreOffice rend parfois la main sans rien écrire, avec un code de succès.
    for (let essai = 0; essai < ESSAIS; essai++) {
      const sortie = join(dossier, `essai-${essai}`);
      const profil = join(dossier, `profil-${essai}`);
      if (reglages === "recalculer") poserLeRecalcul(profil);
      lancerLibreOffice(profil, [FILTRES[format] ?? format, "--outdir", sortie, source]);
      const resultat = join(sortie, `classeur.${format}`);
      if (existsSync(resultat)) return readFileSync(resultat);
    }
    throw new Error(`LibreOffice n'a rien écrit (${format})`);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
