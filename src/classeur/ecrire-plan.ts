import type { PlanDeFeuille } from "../feuilles";
import { enUnGroupe } from "./en-un-groupe";
import { aDepasse } from "./erreur";
import { mettreEnPage } from "./mettre-en-page";
import { nomLibre } from "./nom-de-feuille";
import { demanderNoms, nommer, remettreLesNoms, type NomsConnus } from "./nommer-plages";
import { remplirFeuille } from "./remplir-feuille";

/** Repère posé juste après l'ajout : une panne qui l'a dépassé laisse une feuille à retirer, et elle est à nous. */
const FEUILLE_AJOUTEE = "feuille ajoutée";

/**
 * Écrit un plan sur une nouvelle feuille, sans l'activer : deux allers-retours, quel que soit le nombre de communes.
 * Demande ExcelApi 1.9, que tout Excel capable du manifeste (SharedRuntime 1.1) possède.
 * Tout ou rien : une panne en cours d'écriture retire la feuille et laisse le classeur comme il était.
 * @returns Le nom de la feuille, qui diffère de celui du plan s'il était pris.
 */
export function ecrirePlan(plan: PlanDeFeuille): Promise<string> {
  return enUnGroupe(async (context) => {
    const feuilles = context.workbook.worksheets;
    const active = feuilles.getActiveWorksheet();
    const lireNoms = plan.noms ? demanderNoms(context) : () => new Map<string, string>();
    feuilles.load("items/name");
    active.load("name");
    await context.sync();

    const pris = feuilles.items.map(({ name }) => name);
    const nom = nomLibre(plan.nom, pris);
    await ajouterFeuille(context, { ...plan, nom }, { active: active.name, noms: lireNoms() });
    return nom;
  });
}

/** Ce qu'il faut retrouver après une panne : la feuille active, et ce que valaient les noms. */
interface Avant {
  active: string;
  noms: NomsConnus;
}

/** Ajoute la feuille d'un plan, dont le nom est libre, en un aller-retour ; une panne la retire. */
export async function ajouterFeuille(
  context: Excel.RequestContext,
  plan: PlanDeFeuille,
  avant: Avant
): Promise<void> {
  const { nom, noms = [] } = plan;
  try {
    const feuille = context.workbook.worksheets.add(nom);
    context.trace(FEUILLE_AJOUTEE);
    remplirFeuille(feuille, plan);
    mettreEnPage(feuille, plan.impression);
    nommer(context, avant.noms, nom, noms);
    await context.sync();
  } catch (erreur) {
    if (aDepasse(erreur, FEUILLE_AJOUTEE)) await retirer(plan, avant, erreur);
    throw erreur;
  }
}

/** Le retrait d'une feuille inachevée a échoué à son tour : elle est encore dans le classeur. */
class FeuilleInachevee extends Error {
  readonly code = "FeuilleInachevee";
}

/** Retire la feuille inachevée. Attend la fin d'une saisie, car y renoncer laisserait une feuille de trop. */
async function retirer(plan: PlanDeFeuille, avant: Avant, cause: unknown): Promise<void> {
  const { nom, noms = [] } = plan;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const feuilles = context.workbook.worksheets;
      feuilles.getItem(nom).delete();
      feuilles.getItem(avant.active).activate();
      await context.sync();
      if (noms.length > 0) await remettreLesNoms(context, avant.noms, noms);
    });
  } catch {
    throw new FeuilleInachevee(`La feuille « ${nom} » n'a pas pu être retirée.`, { cause });
  }
}
