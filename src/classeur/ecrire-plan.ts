import type { PlanDeFeuille } from "../feuilles";
import { aDepasse, codeDErreur } from "./erreur";
import { mettreEnPage } from "./mettre-en-page";
import { nomLibre } from "./nom-de-feuille";
import { remplirFeuille } from "./remplir-feuille";

/** Repère posé juste après l'ajout : une panne qui l'a dépassé laisse une feuille à retirer, et elle est à nous. */
const FEUILLE_AJOUTEE = "feuille ajoutée";

/**
 * Écrit un plan sur une nouvelle feuille, sans l'activer : deux allers-retours, quel que soit le nombre de communes.
 * Demande ExcelApi 1.9, que tout Excel capable du manifeste (SharedRuntime 1.1) possède.
 * Tout ou rien : une panne en cours d'écriture retire la feuille et laisse le classeur comme il était.
 * @returns Le nom de la feuille, qui diffère de celui du plan s'il était pris.
 */
export async function ecrirePlan(plan: PlanDeFeuille): Promise<string> {
  try {
    return await ecrire(plan, { mergeUndoGroup: true });
  } catch (erreur) {
    // Certaines versions d'Excel refusent le groupe d'annulation au lieu de l'ignorer.
    if (codeDErreur(erreur) !== "UndoNotSupported") throw erreur;
    return ecrire(plan, {});
  }
}

async function ecrire(plan: PlanDeFeuille, options: Excel.RunOptions): Promise<string> {
  return Excel.run(options, async (context) => {
    const feuilles = context.workbook.worksheets;
    const active = feuilles.getActiveWorksheet();
    feuilles.load("items/name");
    active.load("name");
    await context.sync();

    const pris = feuilles.items.map(({ name }) => name);
    const nom = nomLibre(plan.nom, pris);
    try {
      const feuille = feuilles.add(nom);
      context.trace(FEUILLE_AJOUTEE);
      remplirFeuille(feuille, plan);
      mettreEnPage(feuille, plan.impression);
      await context.sync();
    } catch (erreur) {
      if (aDepasse(erreur, FEUILLE_AJOUTEE)) await retirer(nom, active.name, erreur);
      throw erreur;
    }
    return nom;
  });
}

/** Le retrait d'une feuille inachevée a échoué à son tour : elle est encore dans le classeur. */
class FeuilleInachevee extends Error {
  readonly code = "FeuilleInachevee";
}

/** Retire la feuille inachevée. Attend la fin d'une saisie, car y renoncer laisserait une feuille de trop. */
async function retirer(nom: string, active: string, cause: unknown): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const feuilles = context.workbook.worksheets;
      feuilles.getItem(nom).delete();
      feuilles.getItem(active).activate();
      await context.sync();
    });
  } catch {
    throw new FeuilleInachevee(`La feuille « ${nom} » n'a pas pu être retirée.`, { cause });
  }
}
