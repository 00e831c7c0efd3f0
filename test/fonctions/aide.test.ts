import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lireAide } from "../../outils/aide/lire-aide.cjs";
import { FICHIERS_DES_FORMULES } from "../../outils/metadonnees.cjs";
import { FONCTIONS_AIDE } from "../../src/fonctions";
import { enFrancais } from "../../src/hote/langue/francais";
import { metadonneesDuComplement } from "../outils/fonctions";

const REMEDE = "Lancez « npm run metadonnees », puis relisez ce qui a changé.";

/** Échoue en disant quoi lancer, plutôt que par deux pages de différences. */
function verifierAJour(fichier: string, ecrit: unknown, engendre: unknown): void {
  if (JSON.stringify(ecrit) !== JSON.stringify(engendre)) {
    throw new Error(`${fichier} n'est pas à jour. ${REMEDE}`);
  }
}

test("l'aide écrite est celle des commentaires des fonctions", async () => {
  const { metadonnees } = await metadonneesDuComplement();
  verifierAJour(
    "src/fonctions/aide.json",
    FONCTIONS_AIDE,
    lireAide(FICHIERS_DES_FORMULES, metadonnees)
  );
});

test("ce qu'Excel lit (identifiants, noms, dimensions, options) n'a pas changé sans être vu", async () => {
  const temoin: unknown = JSON.parse(readFileSync(join(__dirname, "functions.json"), "utf8"));
  const { metadonnees } = await metadonneesDuComplement();
  verifierAJour("test/fonctions/functions.json", temoin, metadonnees);
});

test("chaque exemple se retrouve en français depuis son écriture internationale", () => {
  for (const { fr, formule } of FONCTIONS_AIDE.flatMap(({ exemples }) => exemples)) {
    expect(enFrancais(formule)).toBe(fr.replace(/(\d) %/g, "$1%"));
  }
});
