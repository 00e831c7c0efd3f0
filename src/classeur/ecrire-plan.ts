import type { PlanDeFeuille } from "../feuilles";
import { enUnGroupe } from "./en-un-groupe";
import { aDepasse } from "./erreur";
import { mettreEnPage } from "./mettre-en-page";
import { nomLibre } from "./nom-de-feuille";
import { demanderNoms, nommer, remettreLesNoms, type NomsConnus } from "./nommer-plages";
import { remplirFeuille } from "./remplir-feuille";

/** La structure du classeur est protégée : rien n'a été tenté. */
class ClasseurProtege extends Error {
  readonly code = "ClasseurProtege";
}

/** La feuille que lisent les formules n'est plus là, ou porte un autre nom : rien n'a été tenté. */
class FeuilleIntrouvable extends Error {
  readonly code = "ItemNotFound";
}

/** Écrit un plan sur une nouvelle feuille : voir `ecrirePlans`. */
export async function ecrirePlan(plan: PlanDeFeuille): Promise<string> {
  const [nom = plan.nom] = await ecrirePlans([plan]);
  return nom;
}

/**
 * Écrit chaque plan sur une nouvelle feuille, à la suite des autres, sans l'activer : deux allers-retours en tout, quel que soit le nombre de plans et
 * de communes. Demande ExcelApi 1.9, que tout Excel capable du manifeste (SharedRuntime 1.1) possède.
 * Tout ou rien : une panne en cours d'écriture retire toutes les feuilles ajoutées et laisse le classeur comme il était. Aucune feuille
 * existante n'est remplacée : les formules qui la lisent donneraient #REF!.
 * @param lue La feuille que lisent leurs formules : Excel ne prévient pas qu'elle est renommée.
 * @returns Les noms des feuilles, dans l'ordre des plans ; chacun diffère de celui du plan s'il était pris.
 * @throws Une erreur de code « ClasseurProtege », ou « ItemNotFound » si `lue` n'est plus là : rien n'est écrit.
 */
export function ecrirePlans(plans: readonly PlanDeFeuille[], lue?: string): Promise<string[]> {
  return enUnGroupe(async (context) => {
    const { workbook } = context;
    const feuilles = workbook.worksheets;
    const active = feuilles.getActiveWorksheet();
    const nomme = plans.some(({ noms }) => noms);
    const lireNoms = nomme ? demanderNoms(context) : () => new Map<string, string>();
    feuilles.load("items/name");
    active.load("name");
    workbook.load("protection/protected");
    await context.sync();

    if (workbook.protection.protected) throw new ClasseurProtege();
    const pris = feuilles.items.map(({ name }) => name);
    if (lue !== undefined && !pris.includes(lue)) throw new FeuilleIntrouvable(lue);
    const aEcrire = plans.map((plan) => {
      const nom = nomLibre(plan.nom, pris);
      pris.push(nom);
      return { ...plan, nom };
    });
    await ajouterFeuilles(context, aEcrire, { active: active.name, noms: lireNoms() });
    return aEcrire.map(({ nom }) => nom);
  });
}

/** Ce qu'il faut retrouver après une panne : la feuille active, et ce que valaient les noms. */
interface Avant {
  active: string;
  noms: NomsConnus;
}

/** Ajoute la feuille de chaque plan, dont le nom est libre, en un aller-retour ; une panne les retire toutes. */
export async function ajouterFeuilles(
  context: Excel.RequestContext,
  plans: readonly PlanDeFeuille[],
  avant: Avant
): Promise<void> {
  try {
    for (const plan of plans) {
      const feuille = context.workbook.worksheets.add(plan.nom);
      context.trace(ajoutDe(plan));
      remplirFeuille(feuille, plan);
      mettreEnPage(feuille, plan.impression);
      nommer(context, avant.noms, plan.nom, plan.noms ?? []);
    }
    await context.sync();
  } catch (erreur) {
    const ajoutees = plans.filter((plan) => aDepasse(erreur, ajoutDe(plan)));
    if (ajoutees.length > 0) await retirer(ajoutees, avant, erreur);
    throw erreur;
  }
}

/** Repère posé juste après l'ajout d'une feuille : une panne qui l'a dépassé laisse une feuille à retirer, et elle est à nous. */
function ajoutDe({ nom }: PlanDeFeuille): string {
  return `feuille ajoutée : ${nom}`;
}

/** Le retrait des feuilles inachevées a échoué à son tour : il en reste dans le classeur. */
class FeuilleInachevee extends Error {
  readonly code = "FeuilleInachevee";
}

/** Retire les feuilles inachevées. Attend la fin d'une saisie, car y renoncer en laisserait de trop. */
async function retirer(
  plans: readonly PlanDeFeuille[],
  avant: Avant,
  cause: unknown
): Promise<void> {
  const noms = plans.flatMap((plan) => plan.noms ?? []);
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const feuilles = context.workbook.worksheets;
      for (const { nom } of plans) feuilles.getItem(nom).delete();
      feuilles.getItem(avant.active).activate();
      await context.sync();
      if (noms.length > 0) await remettreLesNoms(context, avant.noms, noms);
    });
  } catch {
    const liste = plans.map(({ nom }) => `« ${nom} »`).join(", ");
    throw new FeuilleInachevee(`Feuilles à retirer : ${liste}.`, { cause });
  }
}
