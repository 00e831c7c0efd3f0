import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commander, type Terminal } from "../../src/commande";
import type { RapportDeFichier } from "../../src/commande/rapport";
import { ecrireXlsx, type CelluleXlsx, type FeuilleXlsx } from "../../src/fichier";
import type { ValeurDeCellule } from "../../src/tableau";
import { classeurDe, feuilleDe } from "../fichier/fabriques";

export const INDEPENDANTS = join(__dirname, "../classeurs/independants");

/** Un dossier d'essai, retiré à la fin du fichier de tests. */
export function dossierDEssai(): string {
  const dossier = mkdtempSync(join(tmpdir(), "cms-commande-"));
  afterAll(() => rmSync(dossier, { recursive: true }));
  return dossier;
}

/** Lance la commande sans processus, et rend ce qu'elle a dit. */
export async function lancer(args: string[], terminal: Partial<Terminal> = {}) {
  const sortie: string[] = [];
  const erreurs: string[] = [];
  const code = await commander(args, {
    dossier: INDEPENDANTS,
    largeur: 100,
    couleurs: false,
    ecrire: (texte) => void sortie.push(texte),
    ecrireErreur: (texte) => void erreurs.push(texte),
    ...terminal,
  });
  return { code, sortie: lisible(sortie.join("\n")), erreurs: lisible(erreurs.join("\n")) };
}

/** Les objets de `--json`. */
export async function controlerEnJson(args: string[], terminal: Partial<Terminal> = {}) {
  const { code, sortie, erreurs } = await lancer([...args, "--json"], terminal);
  return { code, erreurs, rapports: JSON.parse(sortie) as RapportDeFichier[] };
}

/** Espaces et apostrophes ordinaires : la typographie a ses propres tests. */
export function lisible(texte: string): string {
  return texte.replaceAll(/[\u00A0\u202F]/g, " ").replaceAll("’", "'");
}

/** Écrit un classeur d'une feuille ; une formule sans résultat est `{ formule }`. */
export async function ecrireClasseur(
  chemin: string,
  lignes: (ValeurDeCellule | { formule: string })[][],
  changements: Partial<FeuilleXlsx> = {}
): Promise<void> {
  const cellules = lignes.flatMap((rangee, ligne) =>
    rangee.map((contenu, colonne): CelluleXlsx => {
      const sansValeur = typeof contenu === "object" && contenu !== null && "formule" in contenu;
      return sansValeur
        ? { ligne, colonne, valeur: null, formule: contenu.formule }
        : { ligne, colonne, valeur: contenu };
    })
  );
  const feuille = feuilleDe({ cellules, ...changements });
  const garde = feuille.masquee ? [feuilleDe({ nom: "Garde" })] : [];
  writeFileSync(chemin, await ecrireXlsx(classeurDe(feuille, ...garde)));
}
